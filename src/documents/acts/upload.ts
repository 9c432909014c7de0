import type { Actor } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done } from '../../ground/result.ts'
import { recognise } from '../kind.ts'
import { keepFile } from '../store.ts'

/**
 * Takes a file from somebody who is filling in a dossier. Refusals: `file-empty`, `file-too-large`, `file-not-what-it-says`,
 * `file-kind-refused`, `file-locked`, `image-too-large`. Nobody else sees it until it is attached; left behind it goes after seven days.
 */
export async function upload(desk: Desk<Actor, never>, { name, bytes }: { name: string; bytes: Uint8Array }) {
  const known = await recognise(bytes, { name })
  if (!known.ok) return known
  const { mediaType, pages, active } = known.value
  return done(
    await keepFile(desk, { name: safeName(name), mediaType, bytes, pages, activeContent: active, attached: false }),
  )
}

/** The last part of the path, in one normal form, without signs that steer a terminal, a header or the eye. */
export function safeName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}"<>|:*?]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  return clean.slice(-150) || 'tệp'
}
