import type { State } from './law/index.ts'

/** What a dossier announces, always in the past tense. Whoever cares stands in `main/reactions.ts`. */
export type DossierFact = {
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
  dossier: string
  state: State
  applicant: string
  procedure: string
  reference: string
  code: string | null
  due: string | null
  at: string
  by: string
}
