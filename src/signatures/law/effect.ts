import type { Kind, Verdict } from '../report.ts'

/** What a signed document is worth, as paper: signed by hand, stamped, both, or nothing yet. */
export type Effect = 'handwritten-signature' | 'stamp' | 'signature-and-stamp' | 'none'

/**
 * The legal value that valid signatures give a document; those that are not valid give none, and so does a picture of a signature. A
 * scan of a paper that was signed and stamped has that paper's value once the organisation has signed it.
 *
 * @law Dự thảo Quy chế chữ ký số kèm 307/STTTT-CNTT (Hải Dương) Điều 5
 * @req S3B-5.1, S3B-5.2, S3B-5.3, S3B-5.5.0, S3B-5.5a
 */
export function effectOf(
  signatures: readonly { as?: Kind; verdict: Verdict }[],
  origin: 'electronic' | 'scan-of-signed-paper' = 'electronic',
): Effect {
  const valid = new Set(signatures.filter(({ verdict }) => verdict === 'valid').map(({ as }) => as))
  if (valid.has('organisation')) {
    return valid.has('person') || origin === 'scan-of-signed-paper' ? 'signature-and-stamp' : 'stamp'
  }
  return valid.has('person') ? 'handwritten-signature' : 'none'
}
