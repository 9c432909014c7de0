import { accountByIdentity, profileOf, type Profile } from '../../../accounts/index.ts'
import { checkIdentityNumber, checkTaxCode, shownPhone } from '../../../accounts/law/index.ts'
import { write } from '../../../audit/index.ts'
import type { SignedVisit } from '../../visit.ts'

/** What looking somebody up at the counter found: the account's particulars, that there is none, or that the number is not one. */
export type Found = { profile: Profile; kind: 'person' | 'organisation' } | 'none' | 'not-a-number'

/** The number on a card, also when the whole code of the card was read: its first part. */
export function numberOn(text: string): string {
  return (text.split('|')[0] ?? '').replaceAll(/\s/g, '')
}

/**
 * Finds the account of the person who stands at the counter by the number on their card or paper. An account nobody proved theirs is as good as
 * none. Looking leaves its trace with whoever was found.
 */
export async function lookUpApplicant({ house, viewer, now, form }: SignedVisit): Promise<Found> {
  const number = numberOn(form.fields['applicant.identityNumber'] ?? '')
  const kinds = [
    ...(checkIdentityNumber(number).ok ? (['person'] as const) : []),
    ...(checkTaxCode(number).ok ? (['organisation'] as const) : []),
  ]
  if (kinds.length === 0) return 'not-a-number'
  for (const kind of kinds) {
    const account = await accountByIdentity(house.db, house.vault, kind, number)
    if (!account || account.assurance === 'none') continue
    await write(house.db, {
      stream: `account:${account.id}`,
      act: 'look-up-at-counter',
      actor: viewer.id,
      occurredAt: now,
    })
    return { profile: await profileOf(house.db, house.vault, account.id), kind }
  }
  return 'none'
}

/** The fields of the page as they would have been typed from these particulars. */
export function typedFrom({ profile, kind }: Exclude<Found, string>): Record<string, string> {
  const [year, month, day] = (profile.birthDate ?? '').split('-')
  const typed: Record<string, string | undefined> = {
    kind,
    displayName: profile.name,
    identityNumber: profile.identityNumber,
    'birthDate-year': year,
    'birthDate-month': month,
    'birthDate-day': day,
    sex: profile.sex,
    phone: profile.phone && shownPhone(profile.phone),
    email: profile.email,
    address: profile.address,
    representative: profile.representative,
  }
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (value ? [[`applicant.${name}`, value]] : [])),
  )
}
