import { done, refused, type Result } from '../../ground/result.ts'
import type { Kind } from '../report.ts'

type Certificate = {
  kind?: Kind
  from: Date
  to: Date
  usage: { digitalSignature: boolean; nonRepudiation: boolean }
}

/**
 * The signer's certificate is checked before signing. Refusals: `certificate-not-yet-valid`, `certificate-expired`,
 * `certificate-not-for-signing` (not for signatures that bind, or a person's where the organisation's is asked for).
 *
 * @law 15/2025/TT-BKHCN Điều 5.1
 * @req S3B-3.5, S3B-15.5
 */
export function mayUse(
  certificate: Certificate,
  as: Kind,
  at: Date,
): Result<undefined, 'certificate-not-yet-valid' | 'certificate-expired' | 'certificate-not-for-signing'> {
  if (at < certificate.from) return refused('certificate-not-yet-valid')
  if (at > certificate.to) return refused('certificate-expired')
  const { digitalSignature, nonRepudiation } = certificate.usage
  const mismatch = certificate.kind !== undefined && certificate.kind !== as
  return digitalSignature && nonRepudiation && !mismatch ? done() : refused('certificate-not-for-signing')
}
