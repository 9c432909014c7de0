import type { z } from 'zod'
import type { Act } from '../law/index.ts'
import { accept, acceptBody } from './accept.ts'
import { amendBody } from './amend.ts'
import { apologiseBody } from './apologise.ts'
import { approve, approveBody, sendBack, sendBackBody } from './approve.ts'
import { archiveBody } from './archive.ts'
import { assign, assignBody } from './assign.ts'
import { forward, forwardBody } from './forward.ts'
import { handBody, handToCounter } from './hand-to-counter.ts'
import { notCollectedBody } from './mark-not-collected.ts'
import { proposeBody, proposeResult } from './propose-result.ts'
import { paperCheckBody } from './record-paper-check.ts'
import { refuseBody } from './refuse-result.ts'
import { rejectBody } from './reject.ts'
import { requestBody } from './request-supplement.ts'
import { guidanceBody } from './return-with-guidance.ts'
import { returnBody, returnResult } from './return-result.ts'
import { signBody, signResult } from './sign-result.ts'
import { stopBody } from './stop.ts'
import { submit, submitBody } from './submit.ts'
import { supplementBody } from './supplement.ts'
import { withdrawBody } from './withdraw.ts'
import type { State } from '../law/index.ts'
import { refused, type Result } from '../../ground/result.ts'
import type { DossierDesk } from './take.ts'

type Moved = { id: string; version: number; state: State }
const notYet = async (_desk: DossierDesk, _id: string, _body: unknown): Promise<Result<Moved, 'not-permitted'>> =>
  refused('not-permitted')

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
  amend: { body: amendBody, run: notYet },
  withdraw: { body: withdrawBody, run: notYet },
  'return-with-guidance': { body: guidanceBody, run: notYet },
  supplement: { body: supplementBody, run: notYet },
  reject: { body: rejectBody, run: notYet },
  'request-supplement': { body: requestBody, run: notYet },
  apologise: { body: apologiseBody, run: notYet },
  'refuse-result': { body: refuseBody, run: notYet },
  stop: { body: stopBody, run: notYet },
  'record-paper-check': { body: paperCheckBody, run: notYet },
  'mark-not-collected': { body: notCollectedBody, run: notYet },
  archive: { body: archiveBody, run: notYet },
} as const satisfies Record<Act, { body: z.ZodType; run: unknown }>

export type ActBody<A extends Act> = z.infer<(typeof actTable)[A]['body']>
