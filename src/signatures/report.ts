/** Whose signature it is: a person's, or the organisation's in the place of its stamp. */
export type Kind = 'person' | 'organisation'

/** Hợp lệ, không hợp lệ, chưa đủ căn cứ. */
export type Verdict = 'valid' | 'invalid' | 'undetermined'

/** What was looked at, and every reason for which it may be found wanting. */
export const reasons = {
  /** The signature covers the whole document as it was when signed. */
  covers: ['byte-range-broken', 'gap-is-not-the-signature', 'revision-broken', 'bytes-appended', 'unsupported-format'],
  digest: ['content-changed', 'not-checked'],
  signature: ['signature-wrong', 'signature-unreadable', 'not-checked'],
  /** The signature itself names the certificate it was made with. */
  essCertificate: ['another-certificate', 'certificate-not-bound', 'not-checked'],
  /** From the certificate up to a root that is trusted here. */
  chain: ['unknown-root', 'chain-broken', 'authority-expired', 'certificate-missing', 'not-checked'],
  keyUsage: ['not-for-signing', 'not-checked'],
  /** The certificate was good at the signing time. */
  period: ['not-yet-valid', 'expired', 'not-checked'],
  time: ['no-time', 'time-in-future', 'not-checked'],
  algorithm: ['weak-digest', 'weak-key', 'unsupported-algorithm', 'not-checked'],
  revocation: ['revoked', 'revocation-unknown', 'not-checked'],
  /** After it only further signatures, and the blanks it left open, came into the document. */
  laterChanges: ['page-changed', 'form-changed', 'object-changed', 'not-checked'],
} as const

export type CheckName = keyof typeof reasons
export type Why = (typeof reasons)[CheckName][number]
export type Check<Name extends CheckName = CheckName> = { ok: boolean; why?: (typeof reasons)[Name][number] }
export type Checks = { [Name in CheckName]: Check<Name> }

/** What a reader should know that does not change the verdict. */
export type Note = 'revocation-not-checked' | 'no-time-stamp' | 'certificate-expired-since'

export type SignatureReport = {
  field: string
  /** The name in the certificate, or in the signature when there is no certificate. */
  subject: string
  organisation?: string
  as?: Kind
  /** The time the signer claims; no third party has stamped it. */
  at?: Date
  /** The certificate's number, hexadecimal. */
  serial?: string
  verdict: Verdict
  checks: Checks
  notes: Note[]
}

export type Report = {
  verdict: Verdict
  /** `no-signature`: there is none, a picture of one does not count. `unreadable`: not a sound PDF. */
  why?: 'no-signature' | 'unreadable'
  signatures: SignatureReport[]
}

export const good: { ok: true } = { ok: true }

export function bad<const Reason extends Why>(why: Reason): { ok: false; why: Reason } {
  return { ok: false, why }
}
