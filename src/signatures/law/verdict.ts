import type { Checks, Verdict, Why } from '../report.ts'

/** Wanting, but no proof of anything wrong: these leave the question open. */
const undecided: ReadonlySet<Why> = new Set([
  'unknown-root',
  'certificate-missing',
  'no-time',
  'unsupported-format',
  'unsupported-algorithm',
  'revocation-unknown',
  'not-checked',
])

/**
 * Invalid when anything is wrong, undetermined when something could not be decided, valid only when all is well.
 *
 * @law Dự thảo Quy chế chữ ký số kèm 307/STTTT-CNTT (Hải Dương) Điều 12.1
 * @req S3B-12.1
 */
export function verdictOf(checks: Checks): Verdict {
  const wanting = Object.values(checks).filter(({ ok }) => !ok)
  if (wanting.length === 0) return 'valid'
  return wanting.every(({ why }) => why && undecided.has(why)) ? 'undetermined' : 'invalid'
}

/**
 * A document is as good as its worst signature.
 *
 * @law Dự thảo Quy chế chữ ký số kèm 307/STTTT-CNTT (Hải Dương) Điều 11.3.c
 * @req S3B-11.3c2
 */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return (['invalid', 'undetermined'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'valid'
}
