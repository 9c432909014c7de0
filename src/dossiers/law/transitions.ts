import type { Role } from '../../organisations/law/index.ts'
import type { State } from './states.ts'

/** One permitted step: who may do which act in which states, where it leads, what it produces, what demands it. */
export type Transition = {
  readonly act: Act
  readonly from: readonly State[]
  readonly to: State
  /** `filer` is who began the draft: the applicant, or the officer who enters what came over the counter or by post. */
  readonly who: Role | 'filer'
  readonly event: string
  /** For signatures: in which capacity. */
  readonly as?: 'person' | 'organisation'
  /** A state in which this act would only be too early, and what is then said. */
  readonly tooEarly?: { readonly in: State; readonly refusal: 'person-signs-first' }
  readonly produces: readonly string[]
  readonly law: string
  readonly req: readonly string[]
}

export type Act =
  | 'submit'
  | 'accept'
  | 'forward'
  | 'assign'
  | 'propose-result'
  | 'approve'
  | 'send-back'
  | 'sign-result'
  | 'hand-to-counter'
  | 'return-result'

export const transitions: readonly Transition[] = [
  {
    act: 'submit',
    from: ['draft'],
    to: 'submitted',
    who: 'filer',
    event: 'submitted',
    produces: ['acknowledgement'],
    law: '88/2017/QĐ-UBND Điều 5.4, 11.1',
    req: ['S1-5.4a', 'S1-5.4b', 'S1-11.1'],
  },
  {
    act: 'accept',
    from: ['submitted'],
    to: 'accepted',
    who: 'one-stop-officer',
    event: 'accepted',
    produces: ['receipt'],
    law: '04/2024/QĐ-UBND Điều 8.2',
    req: ['S2-8.2a', 'S2-8.2b'],
  },
  {
    act: 'forward',
    from: ['accepted'],
    to: 'transferred',
    who: 'one-stop-officer',
    event: 'forwarded',
    produces: [],
    law: '04/2024/QĐ-UBND Điều 9',
    req: ['S1-13.1b', 'S2-9'],
  },
  {
    act: 'assign',
    from: ['transferred', 'assigned'],
    to: 'assigned',
    who: 'agency-leader',
    event: 'assigned',
    produces: [],
    law: '04/2024/QĐ-UBND Điều 10.1.a',
    req: ['S2-10.1a1'],
  },
  {
    act: 'propose-result',
    from: ['assigned'],
    to: 'proposed',
    who: 'processing-officer',
    event: 'proposed',
    produces: ['result-draft'],
    law: '04/2024/QĐ-UBND Điều 10.1.a; 90/2016/QĐ-UBND Điều 8.1.c',
    req: ['S2-10.1a2', 'S0-8.1c1'],
  },
  {
    act: 'approve',
    from: ['proposed'],
    to: 'approved',
    who: 'division-leader',
    event: 'approved',
    produces: [],
    law: '88/2017/QĐ-UBND Điều 22.1',
    req: ['S1-22.1'],
  },
  {
    act: 'send-back',
    from: ['proposed', 'approved'],
    to: 'assigned',
    who: 'division-leader',
    event: 'sent-back',
    produces: [],
    law: '88/2017/QĐ-UBND Điều 22.1',
    req: ['S1-22.1'],
  },
  {
    act: 'send-back',
    from: ['approved'],
    to: 'assigned',
    who: 'agency-leader',
    event: 'sent-back',
    produces: [],
    law: '88/2017/QĐ-UBND Điều 22.1',
    req: ['S1-22.1'],
  },
  {
    act: 'sign-result',
    as: 'person',
    from: ['approved'],
    to: 'signed-by-person',
    who: 'agency-leader',
    event: 'signed-by-person',
    produces: [],
    law: 'Dự thảo quy chế chứng thư số Điều 11.3.c',
    req: ['S3B-11.3c1'],
  },
  {
    act: 'sign-result',
    as: 'organisation',
    from: ['signed-by-person'],
    to: 'issued',
    who: 'records-clerk',
    event: 'issued',
    tooEarly: { in: 'approved', refusal: 'person-signs-first' },
    produces: ['result'],
    law: 'Dự thảo quy chế chứng thư số Điều 11.3.b, 11.3.c; 90/2016/QĐ-UBND Điều 8.1.d',
    req: ['S3B-11.3b', 'S3B-11.3c1', 'S0-8.1d1'],
  },
  {
    act: 'hand-to-counter',
    from: ['issued'],
    to: 'ready-to-return',
    who: 'records-clerk',
    event: 'handed-to-counter',
    produces: [],
    law: '04/2024/QĐ-UBND Điều 10.1.e',
    req: ['S2-10.1e'],
  },
  {
    act: 'return-result',
    from: ['ready-to-return'],
    to: 'returned',
    who: 'one-stop-officer',
    event: 'returned',
    produces: [],
    law: '90/2016/QĐ-UBND Điều 8.1.d; 88/2017/QĐ-UBND Điều 16',
    req: ['S0-8.1d2', 'S1-16.1', 'S1-16.3'],
  },
]

export const acts = [...new Set(transitions.map(({ act }) => act))]

export function isAct(text: string): text is Act {
  return (acts as readonly string[]).includes(text)
}
