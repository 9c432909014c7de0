import { accountByIdentity, profileOf, type Profile } from '../../../accounts/index.ts'
import { checkIdentityNumber, checkTaxCode, shownPhone } from '../../../accounts/law/index.ts'
import { write } from '../../../audit/index.ts'
import type { Sql } from '../../../ground/database.ts'
import { withinLimit } from '../../../ground/throttle.ts'
import type { SignedVisit } from '../../visit.ts'

/** What looking somebody up at the counter found: the account's particulars, that there is none, that the number is not one, or that this officer asks too much. */
export type Found = { profile: Profile; kind: 'person' | 'organisation' } | 'none' | 'not-a-number' | 'too-many'

/** Look-ups an hour by one officer: three times what a counter serves, few for whoever walks through numbers. */
export const lookUpsAnHour = 120

/** The number on a card, also when the whole code of the card was read: its first part. */
export function numberOn(text: string): string {
  return (text.split('|')[0] ?? '').replaceAll(/\s/g, '')
}

/** Whether this officer may ask for one more number in this hour. */
export function mayAskMore({ house, viewer, now }: SignedVisit): Promise<boolean> {
  return withinLimit(house.db, `account-look-up:${viewer.id}`, lookUpsAnHour, 3600, now)
}

/** Looking leaves its trace with whoever was found. */
export async function traceLookUp(db: Sql, { viewer, now }: Pick<SignedVisit, 'viewer' | 'now'>, account: string) {
  await write(db, {
    stream: `account:${account}`,
    act: 'look-up-at-counter',
    actor: viewer.id,
    occurredAt: now,
  })
}

/** Finds the account of the person who stands at the counter by the number on their card or paper. An account nobody proved theirs is as good as none. */
export async function findApplicant(visit: SignedVisit) {
  const { house, form } = visit
  const number = numberOn(form.fields['applicant.identityNumber'] ?? '')
  const kinds = [
    ...(checkIdentityNumber(number).ok ? (['person'] as const) : []),
    ...(checkTaxCode(number).ok ? (['organisation'] as const) : []),
  ]
  if (kinds.length === 0) return 'not-a-number'
  if (!(await mayAskMore(visit))) return 'too-many'
  for (const kind of kinds) {
    const account = await accountByIdentity(house.db, house.vault, kind, number)
    if (!account || account.assurance === 'none') continue
    await traceLookUp(house.db, visit, account.id)
    return { account, kind }
  }
  return 'none'
}

/** The same with the particulars of the account, for a dossier that is entered for them. */
export async function lookUpApplicant(visit: SignedVisit): Promise<Found> {
  const found = await findApplicant(visit)
  if (typeof found === 'string') return found
  const { house } = visit
  return { profile: await profileOf(house.db, house.vault, found.account.id), kind: found.kind }
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
