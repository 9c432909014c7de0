import type { Actable } from './may-act.ts'
import type { State } from './states.ts'
import type { Row } from './transitions.ts'

const ofExtension = { when: ({ proposal }: Actable) => proposal === 'extension' }
const ofAgreedExtension = { when: ({ proposal }: Actable) => proposal === 'extension-agreed' }

/** From the agency's receipt until the result is in somebody's hands: as long as a delay may be explained and apologised for. */
const whileLate: readonly State[] = [
  'transferred',
  'assigned',
  'awaiting-opinions',
  'verifying',
  'extension-requested',
  'proposed',
  'approved',
  'signed-by-person',
  'issued',
  'refused',
  'ready-to-return',
  'not-collected',
]

/** More time is confirmed: by the division's leader, then by the director of the centre. They stand where approvals do, so that they are offered first. */
export const confirmations: readonly Row[] = [
  {
    act: 'confirm-extension',
    from: ['extension-requested'],
    to: 'same',
    who: 'division-leader',
    event: 'extension-agreed',
    only: ofExtension,
    produces: ['extension-request'],
    law: '88/2017/QĐ-UBND Điều 14.4.a',
    req: ['S1-14.4b'],
  },
  {
    act: 'confirm-extension',
    from: ['extension-requested'],
    to: 'assigned',
    who: 'centre-director',
    event: 'extended',
    only: { ...ofAgreedExtension, refusal: 'division-leader-confirms-first' },
    produces: ['apology'],
    law: '88/2017/QĐ-UBND Điều 14.4.b',
    req: ['S1-14.4b', 'S1-14.4c', 'S1-14.4d'],
  },
]

/** What else concerns the promised date: letters of apology, why it is late, more time asked for or declined. */
export const timeTransitions: readonly Row[] = [
  {
    act: 'apologise',
    from: ['submitted'],
    to: 'same',
    who: 'centre-director',
    event: 'apologised',
    only: { when: ({ guidances }) => guidances > 0, refusal: 'apology-not-owed' },
    produces: ['apology'],
    law: '88/2017/QĐ-UBND Điều 13.2',
    req: ['S1-13.2b'],
  },
  {
    act: 'apologise',
    from: ['assigned'],
    to: 'same',
    who: 'centre-director',
    event: 'apologised',
    only: { when: ({ supplements }) => supplements > 0, refusal: 'apology-not-owed' },
    produces: ['apology'],
    law: '88/2017/QĐ-UBND Điều 14.1',
    req: ['S1-14.1d'],
  },
  {
    act: 'apologise',
    from: whileLate,
    to: 'same',
    who: 'agency-leader',
    event: 'apologised-for-delay',
    otherwise: { to: 'same', event: 're-appointed' },
    produces: ['apology'],
    law: '61/2018/NĐ-CP Điều 19.9; 88/2017/QĐ-UBND Điều 22.7; 04/2024/QĐ-UBND Điều 5.10',
    req: ['S2-5.10', 'S1-22.7', 'S1-14.4c'],
  },
  {
    act: 'explain-delay',
    from: whileLate,
    to: 'same',
    who: 'agency-leader',
    event: 'delay-explained',
    produces: [],
    law: '88/2017/QĐ-UBND Điều 22.7',
    req: ['S1-22.7'],
  },
  {
    act: 'request-extension',
    from: ['assigned'],
    to: 'extension-requested',
    who: 'processing-officer',
    event: 'extension-requested',
    produces: ['extension-request-draft'],
    law: '88/2017/QĐ-UBND Điều 14.4, 14.4.a',
    req: ['S1-14.4a', 'S1-14.4b'],
  },
  {
    act: 'send-back',
    from: ['extension-requested'],
    to: 'assigned',
    who: 'division-leader',
    event: 'extension-declined',
    only: ofExtension,
    produces: [],
    law: '88/2017/QĐ-UBND Điều 14.4.a',
    req: ['S1-14.4b'],
  },
  {
    act: 'send-back',
    from: ['extension-requested'],
    to: 'assigned',
    who: 'centre-director',
    event: 'extension-declined',
    only: ofAgreedExtension,
    produces: [],
    law: '88/2017/QĐ-UBND Điều 14.4.b',
    req: ['S1-14.4c'],
  },
]
