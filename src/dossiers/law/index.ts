export { apologyOf, type ApologyCause, mayApologiseForAsking, mayApologiseForDelay } from './apology.ts'
export { type Brought, type Demanded, isAnswered, isChange } from './answering.ts'
export { faults, type Fault, isLate, type LateCause, lateCauses, mayGoOut } from './lateness.ts'
export { type AskedPaper, type Held, mayAskFor } from './asking-again.ts'
export { mayRecordPresented, type Presented, type PresentedForm, presentedForms } from './presenting.ts'
export { type Asking, mayGuide, mayRequestSupplement } from './asking.ts'
export { dossierCode, filingReference, isDossierCode } from './code.ts'
export {
  awaitsOpinions,
  endOfSilence,
  type LegKind,
  legKinds,
  type LegOutcome,
  type LegStanding,
  legShows,
  mayAnswer,
  mayConclude,
} from './legs.ts'
export { type Actable, mayAct, permittedSteps, postFor } from './may-act.ts'
export { type CounterTimes, forwardDue, type Forwarding, isForwardedLate, isReceiptDue } from './forwarding.ts'
export { hiddenFrom, withoutFields } from './hidden.ts'
export { isInCase } from './in-case.ts'
export { mayEnterLate } from './entering-late.ts'
export { isTheDraftShown, mayApprove } from './proposal.ts'
export { isFeeFinal, keptUntil, mayGiveUp, mayReturn } from './returning.ts'
export { type Step, stepFor } from './process.ts'
export { isState, nationalState, type Proposal, type Queue, type State, states, waitsIn } from './states.ts'
export { type Stay, stepDue, stepLight, stepShareAt } from './step-time.ts'
export { type DueWarning, hearers, mostUrgent, type Warned, type WarningLevel } from './warning.ts'
export { type Act, acts, isAct, type OnlyRefusal, type Transition, transitions } from './transitions.ts'
