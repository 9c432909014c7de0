import { done, refused } from '../../ground/result.ts'
import type { Result } from '../../ground/result.ts'

/**
 * A name as people bear it: a person's has at least two letters and, besides letters, only spaces, full stops, hyphens and apostrophes; an
 * organisation's has at least two letters. Refuses `name-wrong`.
 * @law unconfirmed
 * @req S1-10.1a
 */
export function checkName(kind: 'person' | 'organisation', name: string): Result<string, 'name-wrong'> {
  const letters = name.match(/\p{L}/gu)?.length ?? 0
  if (letters < 2) return refused('name-wrong')
  if (kind === 'person' && !/^\p{L}[\p{L}\p{M} .,'’ʼ-]*$/u.test(name)) return refused('name-wrong')
  return done(name)
}

/**
 * Whether two names are written for one person: capitals, spaces and the place of the tone in a syllable (Hòa, Hoà) make no other name, the tone itself does.
 * @law unconfirmed
 * @req S1-10.2
 */
export function isSameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other)
}

/** Each word with its tone at the end: à, á, ã, ả, ạ. */
function plainName(name: string): string {
  const words = name.normalize('NFD').toLowerCase().trim().split(/\s+/)
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
  return words.map((word) => word.replace(tones, '') + (word.match(tones) ?? []).join('')).join(' ')
}
