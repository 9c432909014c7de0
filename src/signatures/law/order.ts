import { done, refused, type Result } from '../../ground/result.ts'
import type { Kind, Verdict } from '../report.ts'

/** A document on its way through its signatures. */
export type Paper = {
  /** SHA-256 of the draft as it lies, hexadecimal. */
  draft: string
  /** The signatures it has, first one first. */
  signed: readonly Kind[]
  /** How many personal signatures its signing process asks for; 0 for a scan of a paper that was signed by hand. */
  persons: number
}

export type Asking = {
  as: Kind
  /** SHA-256 of the draft that was shown to the one who signs. */
  draft: string
}

/**
 * Persons sign first, the organisation last, and a signature binds to the draft that was shown. Refusals: `draft-changed`,
 * `person-signs-first` (too early for the organisation, or too late for a person), `already-signed`.
 *
 * @law Dự thảo Quy chế chữ ký số kèm 307/STTTT-CNTT (Hải Dương) Điều 11.3.b, 11.3.c
 * @req S3B-11.3b, S3B-11.3c1
 */
export function maySign(
  { as, draft }: Asking,
  paper: Paper,
): Result<undefined, 'draft-changed' | 'person-signs-first' | 'already-signed'> {
  if (draft.toLowerCase() !== paper.draft.toLowerCase()) return refused('draft-changed')
  const persons = paper.signed.filter((kind) => kind === 'person').length
  const sealed = paper.signed.includes('organisation')

  if (as === 'organisation') {
    if (sealed) return refused('already-signed')
    return persons < paper.persons ? refused('person-signs-first') : done()
  }
  if (sealed) return refused('person-signs-first')
  return persons >= paper.persons ? refused('already-signed') : done()
}

/**
 * A result leaves the house only with the organisation's signature, and only after each signature was found valid. Refusals:
 * `organisation-signature-missing`, `signature-not-valid` (detail `position`: which one, counted from 1).
 *
 * @law 90/2016/QĐ-UBND Điều 8.1.d
 * @law Dự thảo Quy chế chữ ký số kèm 307/STTTT-CNTT (Hải Dương) Điều 11.3.c
 * @req S0-8.1d1, S3B-11.3c2
 */
export function mayIssue(
  found: readonly { as?: Kind; verdict: Verdict }[],
): Result<undefined, 'organisation-signature-missing' | 'signature-not-valid'> {
  if (!found.some(({ as }) => as === 'organisation')) return refused('organisation-signature-missing')
  const wanting = found.findIndex(({ verdict }) => verdict !== 'valid')
  return wanting === -1 ? done() : refused('signature-not-valid', { position: wanting + 1 })
}
