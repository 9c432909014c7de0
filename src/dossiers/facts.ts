import type { State, Warned } from './law/index.ts'

/** What a dossier announces, always in the past tense. Whoever cares stands in `main/reactions.ts`. */
export type DossierFact = OneDossierFact | DatesMoved | LegAsked

/**
 * Promised dates moved because the calendar was changed: many dossiers at once, so that whoever cares writes to all of them in one go. `why` is
 * what was said of the change, `law` the decision.
 */
export type DatesMoved = {
  type: 'dossiers.dates-moved'
  moves: readonly MovedDate[]
  why: string
  law?: string | undefined
  at: string
}

export type MovedDate = {
  dossier: string
  applicant: string
  procedure: string
  reference: string
  code: string | null
  clock: 'intake' | 'settlement'
  was: string
  due: string
}

/** Another agency was asked for its part: an opinion, or its leg of a linked process. */
export type LegAsked = {
  type: 'leg.asked'
  dossier: string
  kind: 'opinion' | 'joint'
  agency: string
  procedure: string
  reference: string
  code: string | null
  due: string | null
  at: string
}

export type OneDossierFact = {
  type:
    | 'dossier.submitted'
    | 'dossier.accepted'
    | 'dossier.forwarded'
    | 'dossier.assigned'
    | 'dossier.proposed'
    | 'dossier.approved'
    | 'dossier.sent-back'
    | 'dossier.signed-by-person'
    | 'dossier.issued'
    | 'dossier.handed-to-counter'
    | 'dossier.returned'
    | 'dossier.amended'
    | 'dossier.withdrawn'
    | 'dossier.returned-with-guidance'
    | 'dossier.supplemented'
    | 'dossier.rejected'
    | 'dossier.supplement-proposed'
    | 'dossier.supplement-requested'
    | 'dossier.apologised'
    | 'dossier.apologised-for-delay'
    | 'dossier.result-refused'
    | 'dossier.refused'
    | 'dossier.stopped'
    | 'dossier.paper-checked'
    | 'dossier.papers-mismatched'
    | 'dossier.not-collected'
    | 'dossier.archived'
    | 'dossier.opinions-requested'
    | 'dossier.opinion-given'
    | 'dossier.opinions-complete'
    | 'dossier.opinion-given-late'
    | 'dossier.opinion-lapsed'
    | 'dossier.opinions-closed'
    | 'dossier.leg-finished'
    | 'dossier.verification-scheduled'
    | 'dossier.verified'
    | 'dossier.papers-called'
    | 'dossier.papers-presented'
    | 'dossier.confirmation-asked'
    | 'dossier.draft-confirmed'
    | 'dossier.draft-disputed'
    | 'dossier.confirmed-by-silence'
    | 'dossier.transfer-proposed'
    | 'dossier.passed-on'
    | 'dossier.extension-requested'
    | 'dossier.extension-agreed'
    | 'dossier.extension-declined'
    | 'dossier.extended'
    | 'dossier.re-appointed'
    | 'dossier.delay-explained'
  dossier: string
  state: State
  applicant: string
  procedure: string
  reference: string
  code: string | null
  due: string | null
  /** Of a moved date: the one before, and why it moved, in the words of whoever moved it. */
  was?: string
  why?: string
  at: string
  by: string
}

/** So much of a stretch of a dossier's time is used up; `to` says who is to hear of it and as what. No act of anybody: time did it. */
export type TimeFact = {
  type: 'dossier.time-runs-out'
  dossier: string
  procedure: string
  reference: string
  code: string | null
  about: 'intake' | 'settlement' | 'step'
  /** The step that is open now. */
  step: string | null
  percent: number
  due: string
  to: { account: string; as: Warned }[]
  at: string
}
