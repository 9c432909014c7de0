import type { Actor } from '../../audit/index.ts'
import type { Sql } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused, type Result } from '../../ground/result.ts'
import { hasOddCharacters } from '../../ground/text.ts'
import type { Vault } from '../../ground/vault/index.ts'
import { askClamd } from '../clamd.ts'
import { type FileKind, type FileRefusal, namedAs, recognise } from '../kind.ts'
import { quarantine } from '../quarantine.ts'
import { keepFile, looseOf, type StoredFile } from '../store.ts'

/** A file that was looked into and may be kept. */
export type Inspected = { name: string; bytes: Uint8Array; kind: FileKind; scan: 'clean' | 'not-scanned' }

/** Who sends it, and where the province's virus scanner listens, when it has one; `inside` names scanners of the house's own network. */
export type Sent = {
  db: Sql
  vault: Vault
  clamd: string | undefined
  inside: readonly string[]
  by: string
  now: Date
  from?: string | undefined
}

/**
 * Looks into a file before a desk is opened for it: reading a hostile one may take seconds. Refusals: `file-empty`, `file-too-large`, `file-not-what-it-says`,
 * `file-kind-refused`, `file-locked`, `file-too-many-pages`, `image-too-large`; `file-infected`, which is written down and put into quarantine, and `scanner-away`
 * when the scanner does not answer: without it nothing is taken.
 */
export async function inspect(
  { name, bytes }: { name: string; bytes: Uint8Array },
  sent: Sent,
): Promise<Result<Inspected, FileRefusal>> {
  const known = await recognise(bytes, { name })
  if (!known.ok) return known
  const found = { name: namedAs(safeName(name), known.value.mediaType), bytes, kind: known.value }
  if (!sent.clamd) return done({ ...found, scan: 'not-scanned' })
  const answer = await askClamd(sent.clamd, bytes, sent.inside).catch(() => undefined)
  if (!answer) return refused('scanner-away')
  if (!answer.found) return done({ ...found, scan: 'clean' })
  await quarantine(sent, { name: found.name, bytes, found: answer.found })
  return refused('file-infected')
}

/** What one account may have lying about unattached: more than anybody prepares in a week, and no store for strangers. */
const mostLoose = { files: 300, bytes: 1024 * 1024 * 1024 }

/** Takes an inspected file. Nobody else sees it until it is attached; left behind it goes after seven days. Refusal: `too-many-loose-files`. */
export async function upload(
  desk: Desk<Actor, never>,
  { name, bytes, kind, scan }: Inspected,
): Promise<Result<StoredFile, 'too-many-loose-files'>> {
  const loose = await looseOf(desk.sql, desk.actor.id)
  if (loose.files >= mostLoose.files || loose.bytes + bytes.length > mostLoose.bytes)
    return refused('too-many-loose-files')
  const { mediaType, pages, active } = kind
  return done(await keepFile(desk, { name, mediaType, bytes, pages, activeContent: active, attached: false, scan }))
}

/** The last part of the path, in one normal form, without signs that steer a terminal, a header or the eye; what no paper shows is `_`. Room is left for an ending. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/./gu, (one) => (hasOddCharacters(one, false) ? '_' : one))
    .trim()
  return clean.slice(-145) || 'tệp'
}
