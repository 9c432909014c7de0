import { done, refused } from '../../ground/result.ts'
import type { Transition } from './transitions.ts'

export type ApologyCause = 'second-guidance' | 'second-supplement' | 'late' | 'extension'

/**
 * What a letter of apology is about follows from where the dossier stands and who signs it: the director of the centre for a second
 * guidance at intake or a second request while settling, the head of the agency for a late result.
 * @law 88/2017/QĐ-UBND Điều 13.2, 14.1; 61/2018/NĐ-CP Điều 19.9
 * @req S1-13.2b
 * @req S1-14.1d
 */
export function apologyOf({ who, from }: Pick<Transition, 'who' | 'from'>): Exclude<ApologyCause, 'extension'> {
  if (who === 'agency-leader') return 'late'
  return from.includes('submitted') ? 'second-guidance' : 'second-supplement'
}

/**
 * Whether a letter for asking once more is owed: only when the usual number is used up, the province lets another request go out with a letter,
 * and none lies there signed and unsent (`apology-not-owed`). Where no further request is permitted there is nothing to apologise for beforehand.
 * @law 88/2017/QĐ-UBND Điều 13.2, 14.1
 * @req S1-13.2b
 * @req S1-14.1d
 */
export function mayApologiseForAsking(
  times: number,
  { max, isPermitted, hasLetter }: { max: number; isPermitted: boolean; hasLetter: boolean },
) {
  return times >= max && isPermitted && !hasLetter ? done() : refused('apology-not-owed')
}

/**
 * Whether the agency apologises for being late now: once for each promised date, when it has passed or passes before `reach`, the end of
 * the time the letter must go out ahead if that time began now (`apology-not-owed`).
 * @law 61/2018/NĐ-CP Điều 19.9
 * @req S2-5.10
 */
export function mayApologiseForDelay(due: Date | null, reach: Date, hasApologised: boolean) {
  return due !== null && due <= reach && !hasApologised ? done() : refused('apology-not-owed')
}
