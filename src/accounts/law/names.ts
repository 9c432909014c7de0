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
