import type { z } from 'zod'
import type { Act } from '../law/index.ts'
import { accept, acceptBody } from './accept.ts'
import { amend, amendBody } from './amend.ts'
import { apologise, apologiseBody } from './apologise.ts'
import { approve, approveBody, sendBack, sendBackBody } from './approve.ts'
import { archive, archiveBody } from './archive.ts'
import { assign, assignBody } from './assign.ts'
import { closeWait, closeWaitBody } from './close-wait.ts'
import { confirmBody, confirmDraft } from './confirm-draft.ts'
import { finishLeg, finishLegBody } from './finish-leg.ts'
import { confirmExtension, confirmExtensionBody } from './confirm-extension.ts'
import { explainBody, explainDelay } from './explain-delay.ts'
import { forward, forwardBody } from './forward.ts'
import { giveOpinion, giveOpinionBody } from './give-opinion.ts'
import { handBody, handToCounter } from './hand-to-counter.ts'
import { markNotCollected, notCollectedBody } from './mark-not-collected.ts'
import { passOn, passOnBody, proposeTransfer, transferBody } from './pass-on.ts'
import { proposeBody, proposeResult } from './propose-result.ts'
import { paperCheckBody, recordPaperCheck } from './record-paper-check.ts'
import { refuseBody, refuseResult } from './refuse-result.ts'
import { reject, rejectBody } from './reject.ts'
import { opinionBody, requestOpinion } from './request-opinion.ts'
import { requestExtension, requestExtensionBody } from './request-extension.ts'
import { requestBody, requestSupplement } from './request-supplement.ts'
import { guidanceBody, returnWithGuidance } from './return-with-guidance.ts'
import { returnBody, returnResult } from './return-result.ts'
import { signBody, signResult } from './sign-result.ts'
import { stop, stopBody } from './stop.ts'
import { submit, submitBody } from './submit.ts'
import { supplement, supplementBody } from './supplement.ts'
import { recordVerification, scheduleBody, scheduleVerification, verificationBody } from './verification.ts'
import { withdraw, withdrawBody } from './withdraw.ts'

/** Every act with the body it takes: what doors read, and what may be asked of a dossier. */
export const actTable = {
  submit: { body: submitBody, run: submit },
  accept: { body: acceptBody, run: accept },
  forward: { body: forwardBody, run: forward },
  assign: { body: assignBody, run: assign },
  'propose-result': { body: proposeBody, run: proposeResult },
  approve: { body: approveBody, run: approve },
  'send-back': { body: sendBackBody, run: sendBack },
  'sign-result': { body: signBody, run: signResult },
  'hand-to-counter': { body: handBody, run: handToCounter },
  'return-result': { body: returnBody, run: returnResult },
  amend: { body: amendBody, run: amend },
  withdraw: { body: withdrawBody, run: withdraw },
  'return-with-guidance': { body: guidanceBody, run: returnWithGuidance },
  supplement: { body: supplementBody, run: supplement },
  reject: { body: rejectBody, run: reject },
  'request-supplement': { body: requestBody, run: requestSupplement },
  apologise: { body: apologiseBody, run: apologise },
  'refuse-result': { body: refuseBody, run: refuseResult },
  stop: { body: stopBody, run: stop },
  'record-paper-check': { body: paperCheckBody, run: recordPaperCheck },
  'mark-not-collected': { body: notCollectedBody, run: markNotCollected },
  archive: { body: archiveBody, run: archive },
  'request-opinion': { body: opinionBody, run: requestOpinion },
  'give-opinion': { body: giveOpinionBody, run: giveOpinion },
  'finish-leg': { body: finishLegBody, run: finishLeg },
  'schedule-verification': { body: scheduleBody, run: scheduleVerification },
  'record-verification': { body: verificationBody, run: recordVerification },
  'confirm-draft': { body: confirmBody, run: confirmDraft },
  'close-wait': { body: closeWaitBody, run: closeWait },
  'propose-transfer': { body: transferBody, run: proposeTransfer },
  'pass-on': { body: passOnBody, run: passOn },
  'request-extension': { body: requestExtensionBody, run: requestExtension },
  'confirm-extension': { body: confirmExtensionBody, run: confirmExtension },
  'explain-delay': { body: explainBody, run: explainDelay },
} as const satisfies Record<Act, { body: z.ZodType; run: unknown }>

export type ActBody<A extends Act> = z.infer<(typeof actTable)[A]['body']>
