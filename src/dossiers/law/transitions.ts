import type { Role } from '../../organisations/law/index.ts'
import type { Actable } from './may-act.ts'
import type { State } from './states.ts'
import { legTransitions } from './leg-transitions.ts'
import { confirmations, timeTransitions } from './time-transitions.ts'

/** One permitted step: who may do which act in which states, where it leads, what it produces, what demands it. */
export type Transition = {
  readonly act: Act
  readonly from: readonly State[]
  readonly to: State
  /**
   * `filer` is who began the draft: the applicant, or the officer who enters what came over the counter or by post; `applicant` is
   * whose dossier it is, and whoever filed it for them; `system` is the house itself when a time is over.
   */
  readonly who: Role | 'filer' | 'applicant' | 'system'
  readonly event: string
  /** For signatures: in which capacity. */
  readonly as?: 'person' | 'organisation'
  /** A state in which this act would only be too early, and what is then said. */
  readonly tooEarly?: { readonly in: State; readonly refusal: 'person-signs-first' }
  /** A second way the act may go, by what it decides or by what the province chose. */
  readonly otherwise?: { readonly to: State; readonly event: string }
  /** What must be so of the dossier besides its state. Without a refusal of its own the act is then somebody else's. */
  readonly only?: { readonly when: (dossier: Actable) => boolean; readonly refusal?: OnlyRefusal }
  readonly produces: readonly string[]
  readonly law: string
  readonly req: readonly string[]
}

/** What is said where an act is this actor's but not of this dossier as it stands. */
export type OnlyRefusal = 'apology-not-owed' | 'division-leader-confirms-first'

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
  | 'amend'
  | 'withdraw'
  | 'return-with-guidance'
  | 'supplement'
  | 'reject'
  | 'request-supplement'
  | 'apologise'
  | 'refuse-result'
  | 'stop'
  | 'record-paper-check'
  | 'mark-not-collected'
  | 'archive'
  | 'request-opinion'
  | 'give-opinion'
  | 'finish-leg'
  | 'schedule-verification'
  | 'record-verification'
  | 'confirm-draft'
  | 'close-wait'
  | 'propose-transfer'
  | 'pass-on'
  | 'request-extension'
  | 'confirm-extension'
  | 'explain-delay'

const ofResult = { when: ({ proposal }: Actable) => proposal === 'result' }
const ofSupplement = { when: ({ proposal }: Actable) => proposal === 'supplement' }
const ofTransfer = { when: ({ proposal }: Actable) => proposal === 'transfer' }
const leftTheCounter = { when: ({ forwardedAt }: Actable) => forwardedAt !== null }
const stayedAtTheCounter = { when: ({ forwardedAt }: Actable) => forwardedAt === null }

/** A row as it is written: where it says `same`, the dossier stays in whichever of these states it is. */
export type Row = Omit<Transition, 'to' | 'otherwise'> & {
  readonly to: State | 'same'
  readonly otherwise?: { readonly to: State | 'same'; readonly event: string }
}

const rows: readonly Row[] = [
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
    otherwise: { to: 'awaiting-confirmation', event: 'confirmation-asked' },
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
    only: ofResult,
    produces: [],
    law: '88/2017/QĐ-UBND Điều 22.1',
    req: ['S1-22.1'],
  },
  {
    act: 'approve',
    from: ['proposed'],
    to: 'supplement-requested',
    who: 'agency-leader',
    event: 'supplement-requested',
    only: ofSupplement,
    produces: ['supplement-request'],
    law: '04/2024/QĐ-UBND Điều 20.2',
    req: ['S2-20.2'],
  },
  ...confirmations,
  {
    act: 'send-back',
    from: ['proposed', 'approved'],
    to: 'assigned',
    who: 'division-leader',
    event: 'sent-back',
    only: ofResult,
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
    act: 'send-back',
    from: ['proposed'],
    to: 'assigned',
    who: 'agency-leader',
    event: 'sent-back',
    only: ofSupplement,
    produces: [],
    law: '04/2024/QĐ-UBND Điều 20.2',
    req: ['S2-20.2'],
  },
  {
    act: 'send-back',
    from: ['proposed'],
    to: 'assigned',
    who: 'agency-leader',
    event: 'sent-back',
    only: ofTransfer,
    produces: [],
    law: '04/2024/QĐ-UBND Điều 10.1.đ',
    req: ['S2-10.1dd'],
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
    otherwise: { to: 'refused', event: 'refused' },
    tooEarly: { in: 'approved', refusal: 'person-signs-first' },
    produces: ['result'],
    law: 'Dự thảo quy chế chứng thư số Điều 11.3.b, 11.3.c; 90/2016/QĐ-UBND Điều 8.1.d',
    req: ['S3B-11.3b', 'S3B-11.3c1', 'S0-8.1d1'],
  },
  {
    act: 'hand-to-counter',
    from: ['issued', 'refused'],
    to: 'ready-to-return',
    who: 'records-clerk',
    event: 'handed-to-counter',
    produces: [],
    law: '04/2024/QĐ-UBND Điều 10.1.e',
    req: ['S2-10.1e'],
  },
  {
    act: 'return-result',
    from: ['ready-to-return', 'not-collected'],
    to: 'returned',
    who: 'one-stop-officer',
    event: 'returned',
    produces: [],
    law: '90/2016/QĐ-UBND Điều 8.1.d; 88/2017/QĐ-UBND Điều 16',
    req: ['S0-8.1d2', 'S1-16.1', 'S1-16.3'],
  },
  {
    act: 'amend',
    from: ['submitted'],
    to: 'same',
    who: 'applicant',
    event: 'amended',
    produces: [],
    law: '88/2017/QĐ-UBND Điều 12.1, 12.2',
    req: ['S1-12.1', 'S1-12.2a', 'S1-12.2b'],
  },
  {
    act: 'withdraw',
    from: [
      'submitted',
      'returned-with-guidance',
      'accepted',
      'transferred',
      'assigned',
      'supplement-requested',
      'awaiting-opinions',
      'verifying',
      'awaiting-confirmation',
      'extension-requested',
      'proposed',
      'approved',
      'signed-by-person',
    ],
    to: 'withdrawn',
    who: 'applicant',
    event: 'withdrawn',
    produces: ['stop-notice'],
    law: '118/2025/NĐ-CP Điều 21; 03/2025/TT-VPCP Điều 7',
    req: ['S1-14.2b'],
  },
  {
    act: 'return-with-guidance',
    from: ['submitted'],
    to: 'returned-with-guidance',
    who: 'one-stop-officer',
    event: 'returned-with-guidance',
    produces: ['guidance'],
    law: '88/2017/QĐ-UBND Điều 13.2; 04/2024/QĐ-UBND Điều 8.1.a',
    req: ['S1-13.2a', 'S1-13.2b', 'S2-8.1a3'],
  },
  {
    act: 'supplement',
    from: ['returned-with-guidance'],
    to: 'submitted',
    who: 'applicant',
    event: 'supplemented',
    produces: [],
    law: '88/2017/QĐ-UBND Điều 12.1',
    req: ['S1-12.1', 'S1-12.2a'],
  },
  {
    act: 'supplement',
    from: ['supplement-requested'],
    to: 'assigned',
    who: 'applicant',
    event: 'supplemented',
    produces: [],
    law: '88/2017/QĐ-UBND Điều 12.1, 14.1',
    req: ['S1-12.1', 'S1-14.1b'],
  },
  {
    act: 'reject',
    from: ['submitted'],
    to: 'rejected',
    who: 'one-stop-officer',
    event: 'rejected',
    produces: ['rejection'],
    law: '04/2024/QĐ-UBND Điều 8.1.a',
    req: ['S2-8.1a3', 'S1-7.2a'],
  },
  {
    act: 'request-supplement',
    from: ['assigned'],
    to: 'supplement-requested',
    otherwise: { to: 'proposed', event: 'supplement-proposed' },
    who: 'processing-officer',
    event: 'supplement-requested',
    produces: ['supplement-request'],
    law: '88/2017/QĐ-UBND Điều 14.1; 04/2024/QĐ-UBND Điều 20.2',
    req: ['S1-14.1b', 'S1-14.1c', 'S2-20.2'],
  },
  ...timeTransitions,
  {
    act: 'refuse-result',
    from: ['proposed'],
    to: 'approved',
    who: 'division-leader',
    event: 'result-refused',
    only: ofResult,
    produces: ['result-draft'],
    law: '04/2024/QĐ-UBND Điều 10.2; 88/2017/QĐ-UBND Điều 22.1',
    req: ['S2-10.2a', 'S1-22.1'],
  },
  {
    act: 'refuse-result',
    from: ['proposed', 'approved'],
    to: 'approved',
    who: 'agency-leader',
    event: 'result-refused',
    only: ofResult,
    produces: ['result-draft'],
    law: '04/2024/QĐ-UBND Điều 10.2; 88/2017/QĐ-UBND Điều 22.1',
    req: ['S2-10.2a', 'S1-22.1'],
  },
  {
    act: 'stop',
    from: [
      'accepted',
      'transferred',
      'assigned',
      'supplement-requested',
      'awaiting-opinions',
      'verifying',
      'awaiting-confirmation',
      'extension-requested',
      'proposed',
      'approved',
    ],
    to: 'stopped',
    who: 'agency-leader',
    event: 'stopped',
    produces: ['stop-notice'],
    law: '04/2024/QĐ-UBND Điều 10.4.a',
    req: ['S2-10.4a'],
  },
  {
    act: 'record-paper-check',
    from: ['ready-to-return', 'not-collected'],
    to: 'same',
    otherwise: { to: 'same', event: 'papers-mismatched' },
    who: 'one-stop-officer',
    event: 'paper-checked',
    produces: [],
    law: '88/2017/QĐ-UBND Điều 9.2',
    req: ['S1-9.2c'],
  },
  {
    act: 'mark-not-collected',
    from: ['ready-to-return'],
    to: 'not-collected',
    who: 'one-stop-officer',
    event: 'not-collected',
    produces: [],
    law: '04/2024/QĐ-UBND Điều 10.4.b',
    req: ['S2-10.4b'],
  },
  {
    act: 'archive',
    from: ['returned', 'not-collected', 'withdrawn', 'stopped'],
    to: 'archived',
    who: 'records-clerk',
    event: 'archived',
    only: leftTheCounter,
    produces: [],
    law: '88/2017/QĐ-UBND Điều 22.6; 04/2024/QĐ-UBND Điều 23.1',
    req: ['S1-22.6', 'S2-23.1'],
  },
  {
    act: 'archive',
    from: ['rejected', 'withdrawn', 'stopped'],
    to: 'archived',
    who: 'one-stop-officer',
    event: 'archived',
    only: stayedAtTheCounter,
    produces: [],
    law: '88/2017/QĐ-UBND Điều 22.6; 04/2024/QĐ-UBND Điều 23.1',
    req: ['S1-22.6', 'S2-23.1'],
  },
  ...legTransitions,
]

export const transitions: readonly Transition[] = rows.flatMap(inEachState)

function inEachState({ from, to, otherwise, ...row }: Row): Transition[] {
  const apart = to === 'same' || otherwise?.to === 'same' ? from.map((state) => [state] as const) : [from]
  return apart.map((states) => {
    const kept = (where: State | 'same') => (where === 'same' ? states[0]! : where)
    const second = otherwise ? { otherwise: { ...otherwise, to: kept(otherwise.to) } } : {}
    return { ...row, from: states, to: kept(to), ...second }
  })
}

export const acts = [...new Set(transitions.map(({ act }) => act))]

export function isAct(text: string): text is Act {
  return (acts as readonly string[]).includes(text)
}
