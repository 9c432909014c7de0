import type { Day } from '../../ground/day.ts'

/** How somebody stands for another: a guardian, a person authorised in writing, or staff of an organisation. */
export const representationKinds = ['guardian', 'authorised', 'staff'] as const
export type RepresentationKind = (typeof representationKinds)[number]

/** What of a representation decides whether it counts. */
export type Standing = {
  confirmed: boolean | null
  validFrom: string
  validTo: string | null
  endedAt: Date | null
  /** Nobody yet where the one who was appointed has not accepted. */
  agent: string | null
}

/**
 * Whether somebody may file for another on this day: it was confirmed, who was appointed accepted, it has begun, has not run out and was not ended.
 * @law 61/2018/NĐ-CP Điều 6.2.b
 * @req S0-15.4c
 */
export function isInForce({ confirmed, validFrom, validTo, endedAt, agent }: Standing, today: Day): boolean {
  return (
    confirmed === true &&
    agent !== null &&
    endedAt === null &&
    validFrom <= today &&
    (validTo === null || today <= validTo)
  )
}
