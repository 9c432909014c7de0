import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { done, refused, type Result } from '../../ground/result.ts'
import { type NationalEntry, nationalEntry } from './entry.ts'

export type Line = { readonly number: number; readonly entry: NationalEntry }
/** The export cannot be taken: the first line that is wrong and why; nothing of it is loaded. */
export type Unfit = { readonly line: number; readonly reason: string }

const longestLine = 4 * 1024 * 1024
const mostBytes = 1024 * 1024 * 1024
/** The national catalogue has some six thousand procedures. */
const mostLines = 200_000
const newline = 10

/**
 * The entries of an export, one a line, as they are needed: a file of any length takes the memory of its longest line. Ends with a
 * refusal `export-unfit` at the first line that is broken, wrongly encoded or comes twice, or where the file breaks off.
 */
export async function* linesOf(file: string): AsyncGenerator<Result<Line, 'export-unfit'>> {
  const seen = new Map<string, number>()
  let number = 0
  try {
    for await (const bytes of rawLines(file)) {
      number += 1
      if (number > mostLines) return yield unfit(number, `the file has more than ${mostLines} lines`)
      if (number === 1 && hasWideMark(bytes)) return yield unfit(1, 'the file is UTF-16, not UTF-8')
      const text = decoded(bytes, number === 1)
      if (text === undefined) return yield unfit(number, 'not valid UTF-8')
      if (text.trim() === '') continue
      const read = entryOf(text)
      if (!read.ok) return yield unfit(number, read.reason)
      const before = seen.get(read.entry.ma_thu_tuc)
      if (before !== undefined)
        return yield unfit(number, `${read.entry.ma_thu_tuc} comes twice, first in line ${before}`)
      seen.set(read.entry.ma_thu_tuc, number)
      yield done({ number, entry: read.entry })
    }
  } catch (fault) {
    const reason = brokenFile(fault)
    if (!reason) throw fault
    return yield unfit(number + 1, reason)
  }
  if (seen.size === 0) yield unfit(number, 'the file holds no procedure')
}

function unfit(line: number, reason: string) {
  return refused('export-unfit', { line, reason } satisfies Unfit)
}

/** Lines as bytes, so that a letter on the border of two chunks stays whole. */
async function* rawLines(file: string): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let length = 0
  let total = 0
  for await (const chunk of await unpacked(file)) {
    let rest = chunk as Buffer
    total += rest.length
    if (total > mostBytes) throw new RangeError('the file unpacks to more than 1 GiB')
    for (let at = rest.indexOf(newline); at >= 0; at = rest.indexOf(newline)) {
      held.push(rest.subarray(0, at))
      yield Buffer.concat(held)
      held = []
      length = 0
      rest = rest.subarray(at + 1)
    }
    held.push(rest)
    length += rest.length
    if (length > longestLine) throw new RangeError('a line longer than 4 MiB')
  }
  const last = Buffer.concat(held)
  if (last.length > 0) yield last
}

/** A gzip file is known by its first two bytes, not by its name. */
async function unpacked(file: string) {
  const source = createReadStream(file)
  const first: Buffer = await new Promise((resolve, reject) => {
    source.once('error', reject)
    source.once('end', () => resolve(Buffer.alloc(0)))
    source.once('readable', () => resolve((source.read() as Buffer | null) ?? Buffer.alloc(0)))
  })
  if (first.length === 0) return source
  source.unshift(first)
  if (first[0] !== 0x1f || first[1] !== 0x8b) return source
  const gunzip = createGunzip()
  source.on('error', (fault) => gunzip.destroy(fault))
  return source.pipe(gunzip)
}

function brokenFile(fault: unknown): string | undefined {
  const { code, message } = fault as NodeJS.ErrnoException
  if (code === 'Z_BUF_ERROR') return 'the gzip file breaks off'
  if (code?.startsWith('Z_')) return `the gzip file is damaged (${message})`
  return fault instanceof RangeError ? message : undefined
}

function hasWideMark(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).toString('hex')
  return mark === 'fffe' || mark === 'feff' || (bytes.length > 3 && (bytes[1] === 0 || bytes[0] === 0))
}

function decoded(bytes: Buffer, first: boolean): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return first ? text.replace(/^\ufeff/, '') : text
  } catch {
    return undefined
  }
}

/** UTF-8 read as Latin letters and written again: *Ä‘*, *áº¡*, *Ã¡*; no Vietnamese text holds these pairs. */
const mojibake = /Ä[‘\u0090\u0091ƒ]|á[º»][\u0080-\u00bf¡-¿€-™]|Ã[\u0080-\u00bf]{1}[a-z]|Æ[°¡]/

function entryOf(text: string): { ok: true; entry: NationalEntry } | { ok: false; reason: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (fault) {
    return { ok: false, reason: `not JSON (${(fault as Error).message.slice(0, 120)})` }
  }
  const read = nationalEntry.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    return {
      ok: false,
      reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not an entry'}`.replace(/^: /, ''),
    }
  }
  for (const [key, cell] of Object.entries(read.data)) {
    if (cell.includes('\0')) return { ok: false, reason: `${key}: holds a nul character` }
    if (!cell.isWellFormed()) return { ok: false, reason: `${key}: holds half of a character` }
    if (cell.includes('\ufffd') || mojibake.test(cell))
      return { ok: false, reason: `${key}: letters were lost in a wrong encoding` }
  }
  return { ok: true, entry: read.data }
}
