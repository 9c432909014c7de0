/** Whose signature it is: a person's, or the organisation's in the place of its stamp. */
export type Kind = 'person' | 'organisation'

/** Hợp lệ, không hợp lệ, chưa đủ căn cứ. */
export type Verdict = 'valid' | 'invalid' | 'undetermined'

/** One thing looked at; `why` is a kebab-case code that has its sentence elsewhere. */
export type Check = { ok: boolean; why?: string }

export const checkNames = [
  'covers',
  'digest',
  'signature',
  'essCertificate',
  'chain',
  'keyUsage',
  'period',
  'time',
  'algorithm',
  'revocation',
  'laterChanges',
] as const

export type CheckName = (typeof checkNames)[number]
export type Checks = Record<CheckName, Check>

/** What a reader should know that does not change the verdict. */
export type Note = 'revocation-not-checked' | 'no-time-stamp' | 'certificate-expired-since'

export type SignatureReport = {
  field: string
  subject: string
  as?: Kind
  /** The time the signer claims; there is no time stamp of a third party. */
  at?: Date
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
