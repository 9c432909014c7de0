import { lookup as resolveName, type LookupAddress, type LookupOptions } from 'node:dns'
import { request as askPlain } from 'node:http'
import { request as askSecure } from 'node:https'
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net'

/** A name that leads into the house's own network although no setting says that it lies there. */
export class LeadsInside extends Error {
  override readonly name = 'LeadsInside'
}

/** Where nothing of the world lies: this machine, private networks, links, documentation, groups, and ways to write one of these otherwise. */
const inside = new BlockList()
const closed = {
  ipv4: `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
    192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`,
  ipv6: `::/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/32 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8`,
}
for (const kind of ['ipv4', 'ipv6'] as const)
  for (const net of closed[kind].split(/\s+/)) {
    const [address, bits] = net.split('/') as [string, string]
    inside.addSubnet(address, Number(bits), kind)
  }

/** Whether an address lies in the world; an IPv4 address in the clothes of IPv6 is judged as what it is. */
export function isPublic(address: string): boolean {
  const plain = address.split('%')[0]!
  return !inside.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}

/** Whether a setting itself says that this server lies inside: by its bare address, as this machine, or in the list of such names. */
function isNamedInside(host: string, names: readonly string[]): boolean {
  return isIP(host) !== 0 || host === 'localhost' || names.includes(host.toLowerCase())
}

type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  done: (fault: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void

/**
 * How every call out of the house finds its server: a name that leads into the own network is refused unless `names` has it. What was looked
 * up is what is called, so an answer that changes between two questions opens nothing.
 */
export function guardedLookup(names: readonly string[], resolve: Resolve = resolveName): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (fault, found) => {
      if (fault) return done(fault, [])
      const wrong = found.find(({ address }) => !isPublic(address))
      if (wrong && !isNamedInside(host, names))
        return done(new LeadsInside(`${host} leads to ${wrong.address}, which no setting says`), [])
      const [first] = found
      return options.all ? done(null, found) : done(null, first?.address ?? '', first?.family)
    })
  }
}

/** 1 MiB: no answer we ask for is longer. */
const mostBytes = 1024 * 1024
/** Milliseconds until an answer is given up, where the asker says nothing else. */
const patience = 10_000

export type Outside = {
  /** The only hosts (with their ports) that may be asked: those of the setting. */
  only: readonly string[]
  /** Names of servers in the own network (`MOTCUA_INSIDE_HOSTS`). */
  names: readonly string[]
  resolve?: Resolve
}
type Question = {
  method?: string
  headers?: Record<string, string>
  body?: unknown
  signal?: AbortSignal | null | undefined
}

/**
 * Asks a server elsewhere by HTTP: only one that a setting names, never inside by a name that hides it, and never where it sends us on to. A
 * server that cannot be reached is a `TypeError('fetch failed')`, as with `fetch`.
 */
export async function askOutside(address: string, question: Question, outside: Outside): Promise<Response> {
  const url = new URL(address)
  if (!outside.only.includes(url.host)) throw new LeadsInside(`no setting names ${url.host}`)
  const answer = await ask(url, question, outside)
  if (answer.status >= 300 && answer.status < 400)
    throw new LeadsInside(`${url.host} sends on to another address, which is not followed`)
  return answer
}

function ask(
  url: URL,
  { method = 'GET', headers = {}, body, signal }: Question,
  { names, resolve }: Outside,
): Promise<Response> {
  const bytes = bytesOf(body)
  const patient = signal ?? AbortSignal.timeout(patience)
  return new Promise((taken, reject) => {
    const failed = (fault: Error) => reject(patient.aborted ? patient.reason : networkFault(fault))
    const call = (url.protocol === 'https:' ? askSecure : askPlain)(
      url,
      {
        method,
        headers: withLength(headers, body, bytes),
        lookup: guardedLookup(names, resolve),
        signal: patient,
        agent: false,
      },
      (answer) => {
        const pieces: Buffer[] = []
        let size = 0
        answer.on('error', failed)
        answer.on('data', (piece: Buffer) => {
          size += piece.length
          if (size > mostBytes) call.destroy(new Error(`${url.host} answers with more than 1 MiB`))
          else pieces.push(piece)
        })
        answer.on('end', () => {
          const status = answer.statusCode ?? 502
          const told = [204, 304].includes(status) ? null : Buffer.concat(pieces)
          const kept = Object.entries(answer.headers).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, String(value)] as [string, string]],
          )
          taken(new Response(told, { status, headers: kept }))
        })
      },
    )
    call.on('error', failed)
    call.end(bytes)
  })
}

const networkFault = (fault: Error) => new TypeError('fetch failed', { cause: fault })

function bytesOf(body: unknown): Buffer | undefined {
  if (body === undefined || body === null) return undefined
  if (body instanceof Uint8Array) return Buffer.from(body)
  return Buffer.from(String(body))
}

function withLength(headers: Record<string, string>, body: unknown, bytes: Buffer | undefined): Record<string, string> {
  const isForm = body instanceof URLSearchParams
  const typed = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
  return {
    ...headers,
    ...(isForm && !typed ? { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' } : {}),
    ...(bytes ? { 'content-length': String(bytes.length) } : {}),
  }
}
