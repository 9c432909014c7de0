import type { Actor } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, type Result } from '../../ground/result.ts'
import { hasOddCharacters } from '../../ground/text.ts'
import { type FileKind, type FileRefusal, recognise } from '../kind.ts'
import { keepFile, type StoredFile } from '../store.ts'

/** A file that was looked into and may be kept. */
export type Inspected = { name: string; bytes: Uint8Array; kind: FileKind }

/**
 * Looks into a file before a desk is opened for it: reading a hostile one may take seconds. Refusals: `file-empty`, `file-too-large`, `file-not-what-it-says`,
 * `file-kind-refused`, `file-locked`, `file-too-many-pages`, `image-too-large`.
 */
export async function inspect({
  name,
  bytes,
}: {
  name: string
  bytes: Uint8Array
}): Promise<Result<Inspected, FileRefusal>> {
  const known = await recognise(bytes, { name })
  return known.ok ? done({ name: safeName(name), bytes, kind: known.value }) : known
}

/** Takes an inspected file. Nobody else sees it until it is attached; left behind it goes after seven days. */
export async function upload(desk: Desk<Actor, never>, { name, bytes, kind }: Inspected): Promise<Result<StoredFile>> {
  const { mediaType, pages, active } = kind
  return done(await keepFile(desk, { name, mediaType, bytes, pages, activeContent: active, attached: false }))
}

/** The last part of the path, in one normal form, without signs that steer a terminal, a header or the eye; what no paper shows is `_`. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/./gu, (one) => (hasOddCharacters(one, false) ? '_' : one))
    .trim()
  return clean.slice(-150) || 'tệp'
}
