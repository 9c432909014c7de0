import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { noteSession } from '../audit/index.ts'
import { csrfToken, type Session, signOut as leave } from '../accounts/index.ts'
import { queueLoad, type Reader } from '../dossiers/index.ts'
import type { House } from '../ground/house.ts'
import { unreadCount } from '../notifications/index.ts'
import { signedInBy } from '../organisations/index.ts'
import { type Officer, owesSecondStep, type Permission } from '../organisations/law/index.ts'
import { policyFor } from '../policy/index.ts'
import { isLanguage, type Language, type StateNames, stateNames } from '../words/index.ts'
import type { Form } from './form-body.ts'

/** One person looking at one address: who they are, in which language, and what their form sent. */
export type Visit = {
  house: House
  request: FastifyRequest
  reply: FastifyReply
  language: Language
  now: Date
  /** The address asked for, with its query. */
  path: string
  params: Record<string, string>
  query: Record<string, string | undefined>
  /** Who is signed in; undefined for a visitor. */
  viewer: Officer | undefined
  /** The session's own token; undefined for a visitor. */
  session: string | undefined
  mustChangePassword: boolean
  /** The second proof of who this is, when it is still owed: of a device or passkey that is set, or by setting one. */
  owes: 'code' | 'device' | undefined
  /** What the states of a dossier are called today. */
  states: StateNames
  /** Whether the terms in force are accepted; a visitor has none to accept. */
  hasAccepted: boolean
  /** Goes into every form and must come back with it. A visitor whose page has no form needs none, and is given no cookie. */
  readonly csrf: string
  form: Form
}

/** What a door answers: a page (200, or the status given), another address to go to, or something that is no page, such as a file. */
export type Answer = { page: VNode; status?: number } | { redirect: string } | Raw

/** Sent as it is, under its own headers. */
export type Raw = { body: unknown; headers: Readonly<Record<string, string | number>>; status?: number }

/** What opens an officer's door: a line of the permission table, or that every officer may come and sees what their posts reach. */
export type Opens = Permission | 'by-reach'

/** A door for people: one address, with what it shows and what it takes. */
export type PageDoor = Door &
  (
    | {
        /** `anyone`; `citizen` for whoever files for themselves; `signed-in` for them and for officers. */
        for: 'anyone' | 'signed-in' | 'citizen'
        may?: never
      }
    | {
        /** For who holds a post. To whomever the permission table does not name it is not there. */
        for: 'officer'
        may: Opens
      }
  )

type Door = {
  path: string
  /** Its post carries files. */
  uploads?: boolean
  get?: (visit: Visit) => Promise<Answer>
  post?: (visit: Visit) => Promise<Answer>
}

/** A visit of somebody who is signed in. */
export type SignedVisit = Visit & { viewer: Officer; session: string }

const languageCookie = 'motcua-ngon-ngu'

/** Under HTTPS a browser takes these from this very address alone: no neighbouring name plants one. */
const cookieName = ({ config }: House, name: string) => `${config.url.startsWith('https://') ? '__Host-' : ''}${name}`
const guestCookie = (house: House) => cookieName(house, 'motcua-khach')

export function sessionCookie(house: House): string {
  return cookieName(house, 'motcua')
}

export async function openVisit(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  began?: Date,
): Promise<Visit> {
  const now = house.clock.now()
  const token = request.cookies[sessionCookie(house)]
  const session = token ? await signedInBy(house.db, token, 'browser', now, began) : undefined
  if (session) noteSession(session.token, request.headers['user-agent'])
  if (token && !session) reply.clearCookie(sessionCookie(house), cookieRules(house))
  let csrf: string | undefined
  return {
    house,
    request,
    reply,
    now,
    language: languageOf(request),
    path: request.url,
    params: (request.params ?? {}) as Record<string, string>,
    query: queryOf(request),
    viewer: session?.officer,
    session: session?.token,
    mustChangePassword: session?.account.mustChangePassword ?? false,
    hasAccepted: session?.hasAccepted ?? true,
    owes: session && (await owed(house, session, session.officer, now)),
    states: stateNames((await policyFor(house.db, now)).get('states.names')),
    get csrf() {
      return (csrf ??= csrfToken(session?.token ?? guestOf(house, request, reply)))
    },
    form: { fields: {}, lists: {}, files: [] },
  }
}

async function owed({ db }: House, session: Session, viewer: Officer, now: Date) {
  return owesSecondStep(session, (await policyFor(db, now)).get('login.second-factor'), viewer)
}

/** A visitor's forms, and a sign-in elsewhere they begin, are bound to a random cookie of their own. One that this house did not give out is not believed. */
export function guestOf(house: House, request: FastifyRequest, reply: FastifyReply): string {
  const [random = '', seal = ''] = request.cookies[guestCookie(house)]?.split('.') ?? []
  return random && isSealed(house, random, seal) ? random : newGuest(house, reply)
}

/** Whoever signs in is another visitor from then on: what was known of them before is worth nothing. */
export function newGuest(house: House, reply: FastifyReply): string {
  const fresh = randomBytes(24).toString('base64url')
  reply.setCookie(guestCookie(house), `${fresh}.${sealOf(house, fresh).toString('base64url')}`, cookieRules(house))
  return fresh
}

const sealOf = ({ vault }: House, random: string) => Buffer.from(vault.fingerprint(random, 'web.guest'))

function isSealed(house: House, random: string, seal: string): boolean {
  const [given, right] = [Buffer.from(seal, 'base64url'), sealOf(house, random)]
  return given.length === right.length && timingSafeEqual(given, right)
}

export function cookieRules({ config }: House) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: config.url.startsWith('https://') } as const
}

export function languageOf(request: FastifyRequest): Language {
  // Before the cookies were read, as when the database is away, the header itself is asked.
  const chosen =
    request.cookies?.[languageCookie] ?? /(?:^|; )motcua-ngon-ngu=(\w+)/.exec(request.headers.cookie ?? '')?.[1]
  return isLanguage(chosen) ? chosen : 'vi'
}

export function setLanguage({ house, reply }: Visit, language: Language): void {
  reply.setCookie(languageCookie, language, { ...cookieRules(house), maxAge: 365 * 24 * 3600 })
}

export async function signOut({ house, request, reply, session, now }: Visit): Promise<void> {
  if (session) await leave(house.db, session, 'browser', request.ip, now)
  reply.clearCookie(sessionCookie(house), cookieRules(house))
}

/** Of a parameter that was given more than once the first one counts. */
function queryOf(request: FastifyRequest): Record<string, string | undefined> {
  const query = (request.query ?? {}) as Record<string, string | string[] | undefined>
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  )
}

/** What `read.ts` wants to know of who reads. */
export function readerOf({ house: { db, vault }, now, viewer, request }: SignedVisit): Reader {
  return { db, vault, reader: viewer, now, from: request.ip }
}

/** Who sends a file, as its inspection wants to know it. */
export function sentBy({ house: { db, vault, config }, viewer, now, request }: SignedVisit) {
  return { db, vault, clamd: config.clamd, inside: config.insideHosts, by: viewer.id, now, from: request.ip }
}

/** A key for a form that must be taken only once. */
export const onceKey = (): string => randomUUID()

/** Counts for the frame of the page: messages of a citizen, queues of an officer. */
export async function countsFor(visit: SignedVisit) {
  const unread = unreadCount(visit.house.db, visit.viewer.id)
  return visit.viewer.kind === 'officer'
    ? { queues: await queueLoad(readerOf(visit)), unread: await unread }
    : { queues: {}, unread: await unread }
}
