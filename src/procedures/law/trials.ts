import { done, refused, type Result } from '../../ground/result.ts'

export const trialResults = ['passed', 'failed'] as const
export type TrialResult = (typeof trialResults)[number]

/**
 * Whether a version may be put in force: not before it was tested with those who will work by it, and the last test was passed (`trial-needed`).
 * @law 04/2024/QĐ-UBND Điều 14.3
 * @req S2-14.3
 */
export function mayPutInForce(trials: readonly { readonly result: TrialResult }[]): Result<undefined, 'trial-needed'> {
  return trials.at(-1)?.result === 'passed' ? done() : refused('trial-needed')
}
