import type { Day } from '../../ground/day.ts'
import { done, refused, type Result } from '../../ground/result.ts'
import type { Part } from './parts.ts'

/** To a competent authority that asks under the law, or to somebody else with the holder's consent. */
export const releaseKinds = ['authority', 'sharing'] as const
export type ReleaseKind = (typeof releaseKinds)[number]

export type Consent = {
  readonly id: string
  readonly recipient: string
  readonly purpose: string
  readonly parts: readonly Part[]
  readonly givenAt: Date
  readonly validTo: Day
  readonly withdrawnAt: Date | null
  /** Why it ended, where it was not its giver who withdrew it. */
  readonly endReason?: 'changed-hands' | null
}

export type Release = {
  readonly kind: ReleaseKind
  readonly recipient: string
  readonly purpose: string
  readonly parts: readonly Part[]
  readonly basis: string
  readonly documentNumber: string
  readonly documentDate: Day | null
}

export type ReleaseRefusal =
  | 'purpose-missing'
  | 'release-basis-missing'
  | 'request-document-missing'
  | 'document-not-yet-issued'
  | 'consent-missing'
  | 'outside-consent'

/**
 * Whether data may be handed out, and on which consent it stands: an authority names its document and the law; anybody else needs the holder's
 * consent in force, for this recipient, this purpose and every part. Refusals: `purpose-missing`, `release-basis-missing`,
 * `request-document-missing`, `document-not-yet-issued`, `consent-missing`, `outside-consent` with the parts that no consent covers.
 * @law 90/2016/QĐ-UBND Điều 19.8; 88/2017/QĐ-UBND Điều 20.1; 04/2024/QĐ-UBND Điều 18.5; 04/2024/QĐ-UBND Điều 24.9
 * @req S0-19.8a
 * @req S0-19.8b
 * @req S1-20.1b
 * @req S2-18.5
 * @req S2-24.9
 */
export function mayRelease(
  asked: Release,
  consents: readonly Consent[],
  today: Day,
): Result<{ consent: string | null }, ReleaseRefusal> {
  if (asked.purpose.trim().length < 3) return refused('purpose-missing')
  if (asked.kind === 'authority') {
    if (asked.basis.trim().length < 3) return refused('release-basis-missing')
    if (!asked.documentNumber.trim() || !asked.documentDate) return refused('request-document-missing')
    if (asked.documentDate > today) return refused('document-not-yet-issued')
    return done({ consent: null })
  }
  const inForce = consents.filter(
    ({ recipient, validTo, withdrawnAt }) =>
      withdrawnAt === null && validTo >= today && isSame(recipient, asked.recipient),
  )
  if (inForce.length === 0) return refused('consent-missing')
  const covering = inForce.find((consent) => isInScope(asked, consent))
  if (covering) return done({ consent: covering.id })
  const covered = new Set(inForce.flatMap((consent) => consent.parts))
  return refused('outside-consent', { parts: asked.parts.filter((part) => !covered.has(part)) })
}

/** Whether one consent covers what is asked for: its purpose and every part. */
export function isInScope(asked: Pick<Release, 'purpose' | 'parts'>, consent: Consent): boolean {
  return isSame(consent.purpose, asked.purpose) && asked.parts.every((part) => consent.parts.includes(part))
}

/** The same words, however they are spaced or capitalised. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
  return plain(one) === plain(other)
}
