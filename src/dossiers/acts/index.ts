import type { z } from 'zod'
import type { Act } from '../law/index.ts'
import { accept, acceptBody } from './accept.ts'
import { approve, approveBody, sendBack, sendBackBody } from './approve.ts'
import { assign, assignBody } from './assign.ts'
import { forward, forwardBody } from './forward.ts'
import { handBody, handToCounter } from './hand-to-counter.ts'
import { proposeBody, proposeResult } from './propose-result.ts'
import { returnBody, returnResult } from './return-result.ts'
import { signBody, signResult } from './sign-result.ts'
import { submit, submitBody } from './submit.ts'

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
} as const satisfies Record<Act, { body: z.ZodType; run: unknown }>

export type ActBody<A extends Act> = z.infer<(typeof actTable)[A]['body']>
