import type { Proposal, State } from './law/index.ts'

/** One application under one procedure, from draft to archive. */
export type Dossier = {
  id: string
  version: number
  state: State
  reference: string | null
  code: string | null
  procedure: string
  procedureVersion: string
  /** The instant whose policy it keeps: of its submission, until then of its beginning. */
  policyAt: Date
  applicant: string
  applicantKind: string
  applicantName: string
  filedBy: string
  /** By which representation it was filed for another. */
  representation: string | null
  channel: Channel
  returnBy: Channel
  formSealed: Buffer
  agency: string
  reception: string
  officer: string | null
  /** The unit at which it waits now. */
  desk: string | null
  proposedBy: string | null
  due: Date | null
  intakeDue: Date | null
  fee: number | null
  createdAt: Date
  submittedAt: Date | null
  /** When the filing as it is now arrived: anew after guidance. */
  receivedAt: Date | null
  firstCheckedAt: Date | null
  acceptedAt: Date | null
  forwardedAt: Date | null
  issuedAt: Date | null
  returnedAt: Date | null
  /** How the agency answered; nothing before the answer is issued. */
  outcome: 'grant' | 'refuse' | null
  /** What lies proposed: the result, or that the applicant be asked for more. */
  proposal: Proposal
  /** How often the applicant was guided at intake, and asked for more while settling. Never set back. */
  guidances: number
  supplements: number
  /** What the last comparison with the papers on the table found. */
  paperCheck: 'match' | 'mismatch' | null
  archivedFrom: State | null
  keepUntil: string | null
  /** Whose fault a delay was, and why, in codes; once somebody has said so. */
  lateFault: string | null
  lateReason: string | null
}

export type Channel = 'online' | 'counter' | 'post'

/** The e-form as the applicant filled it: an object that the procedure's schema describes. */
export type Form = Record<string, unknown>

export const formContext = (dossier: string) => `dossiers.form:${dossier}`
export const wordsContext = (dossier: string, version: number) => `dossiers.words:${dossier}:${version}`
