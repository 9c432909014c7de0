import type { PageDoor } from '../visit.ts'
import { accept } from './acts/accept.tsx'
import { accepted } from './acts/accepted.tsx'
import { apologise } from './acts/apologise.tsx'
import { approve } from './acts/approve.tsx'
import { assign } from './acts/assign.tsx'
import { refuseResult, reject, stop } from './acts/endings.tsx'
import { confirmExtension } from './acts/confirm-extension.tsx'
import { explainDelay } from './acts/explain-delay.tsx'
import { forward } from './acts/forward.tsx'
import { requestOpinion } from './acts/opinion.tsx'
import { passOn, proposeTransfer } from './acts/transfer.tsx'
import { recordVerification, scheduleVerification } from './acts/verification.tsx'
import { handToCounter } from './acts/hand-to-counter.tsx'
import { archive, markNotCollected } from './acts/keeping.tsx'
import { recordPaperCheck } from './acts/paper-check.tsx'
import { proposeResult } from './acts/propose-result.tsx'
import { requestExtension } from './acts/request-extension.tsx'
import { requestSupplement } from './acts/request-supplement.tsx'
import { returnResult } from './acts/return-result.tsx'
import { returnWithGuidance } from './acts/return-with-guidance.tsx'
import { sendBack } from './acts/send-back.tsx'
import { signResult } from './acts/sign-result.tsx'
import { withdraw } from './acts/withdraw.tsx'
import { chooseProcedure } from './counter/choose.tsx'
import { counterFiling } from './counter/filing.tsx'
import { amendAtCounter, supplementAtCounter } from './counter/revision.tsx'
import { answers } from './dossier/answers.tsx'
import { controlPage } from './dossier/control-page.tsx'
import { controlSheet } from './dossier/control-sheet.ts'
import { history } from './dossier/history.tsx'
import { papers } from './dossier/papers.tsx'
import { process } from './dossier/process.tsx'
import { releaseData } from './dossier/release.tsx'
import { results } from './dossier/results.tsx'
import { accountRequestsPage } from './account-requests.tsx'
import { find } from './find.tsx'
import { stillHere } from './idle.tsx'
import { legPage } from './legs/leg.tsx'
import { legQueuePage } from './legs/queue.tsx'
import { home } from './home.tsx'
import { letters } from './letters.tsx'
import { messages } from './messages.tsx'
import { openAccountPage } from './open-account.tsx'
import { preview } from './preview.ts'
import { queue } from './queue.tsx'
import { representationList, representationPage, representationPaper } from './representations.tsx'
import { register, registerPaper } from './register.tsx'

/** The officers' side: the day's work, one dossier, and every act in the order of its way through the house. */
export const officerDoors: readonly PageDoor[] = [
  home,
  stillHere,
  letters,
  messages,
  legQueuePage,
  legPage,
  find,
  queue,
  preview,
  register,
  registerPaper,
  accountRequestsPage,
  openAccountPage,
  representationList,
  representationPage,
  representationPaper,
  chooseProcedure,
  counterFiling,
  ...[answers, papers, process, controlPage, controlSheet, results, history],
  releaseData,
  ...[accept, accepted, returnWithGuidance, reject, apologise, amendAtCounter, supplementAtCounter, withdraw],
  ...[forward, assign, requestSupplement, proposeResult, approve, sendBack, refuseResult, stop],
  ...[requestOpinion, scheduleVerification, recordVerification, proposeTransfer, passOn],
  ...[requestExtension, confirmExtension, explainDelay],
  ...[signResult, handToCounter, recordPaperCheck, returnResult, markNotCollected, archive],
]
