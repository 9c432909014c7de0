import { done, refused, type Result } from '../../ground/result.ts'

/** Whose fault a delay was; `nobody` where it lay outside everybody's power. */
export const faults = ['officer', 'coordinating-agency', 'applicant', 'system', 'nobody'] as const
export type Fault = (typeof faults)[number]

/** Why a result was late, in codes that reports count. */
export const lateCauses = [
  'workload',
  'verification',
  'opinion-late',
  'staff-absent',
  'system-incident',
  'force-majeure',
  'other',
] as const
export type LateCause = (typeof lateCauses)[number]

const minuteOf = (at: Date) => Math.floor(at.getTime() / 60_000)

/**
 * Whether the result came after the promised date, or has not come and the date has passed; the minute of the date is still in time.
 * @law 61/2018/NĐ-CP Điều 19.9; 88/2017/QĐ-UBND Điều 22.7
 * @req S1-22.7
 */
export function isLate(due: Date | null, { issuedAt, now }: { issuedAt: Date | null; now: Date }): boolean {
  return due !== null && minuteOf(issuedAt ?? now) > minuteOf(due)
}

type Owed = { readonly owed: boolean; readonly onlyForFault: boolean }
type Standing = { readonly isLate: boolean; readonly fault: string | null; readonly hasLetter: boolean }

/**
 * Whether a result may go on to the applicant: a late one only with its letter of apology, signed by the head of the agency
 * (`late-result-needs-letter`). Where the province asks for the letter only when an officer was at fault, it must be known whose fault
 * it was (`delay-unexplained`).
 * @law 88/2017/QĐ-UBND Điều 22.7; 04/2024/QĐ-UBND Điều 5.10
 * @req S1-22.7
 */
export function mayGoOut(
  result: Standing,
  { owed, onlyForFault }: Owed,
): Result<undefined, 'delay-unexplained' | 'late-result-needs-letter'> {
  if (!result.isLate || !owed || result.hasLetter) return done()
  const law = '88/2017/QĐ-UBND Điều 22.7'
  if (onlyForFault && result.fault === null) return refused('delay-unexplained', { law })
  return onlyForFault && result.fault !== 'officer' ? done() : refused('late-result-needs-letter', { law })
}
