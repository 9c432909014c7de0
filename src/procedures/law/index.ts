/** The pure rules of a procedure: which papers, which fee, which verdicts. */
export { checkAttachments, isNeeded, missingComponents, neededComponents } from './components.ts'
export { checkVerdicts, failed, mayAccept, verdicts } from './checks.ts'
export type { Check } from './checks.ts'
export { holds, isOneOf, lastDayOf } from './conditions.ts'
export type { Filing } from './conditions.ts'
export { dong, feeOf } from './fees.ts'
export type { Fee, FeeLine } from './fees.ts'
export { valueAt } from './pointer.ts'
