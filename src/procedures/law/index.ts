/** The pure rules of a procedure: which papers, which fee, which verdicts. */
export { checkAttachments, isNeeded, missingComponents, neededComponents } from './components.ts'
export { checkVerdicts, mayAccept, verdicts } from './checks.ts'
export type { Check } from './checks.ts'
export { holds, lastDayOf } from './conditions.ts'
export type { Filing } from './conditions.ts'
export { feeOf } from './fees.ts'
export type { Fee, FeeLine } from './fees.ts'
export { isOneOf, valueAt } from './pointer.ts'
