/** Somebody who signs in. One account a person or business, found by the keyed hash of the identity number or tax code. */
export type Account = {
  id: string
  kind: AccountKind
  username: string
  displayName: string
  state: AccountState
  assurance: Assurance
  mustChangePassword: boolean
}

export type AccountKind = 'person' | 'organisation' | 'officer' | 'system'
export type AccountState = 'registered' | 'active' | 'paused' | 'suspended' | 'locked' | 'closed'
/** How surely we know who this is: not at all, seen at the counter, confirmed by an officer, by the population database, by the national login. */
export type Assurance = 'none' | 'counter' | 'officer' | 'population' | 'national'

/** What an e-form is filled with beforehand. Sealed in the database; partial dates are `YYYY[-MM[-DD]]`. */
export type Profile = {
  name: string
  identityNumber?: string
  birthDate?: string
  sex?: string
  ethnicity?: string
  nationality?: string
  address?: string
  phone?: string
  email?: string
  /** An organisation's representative before the law. */
  representative?: string
}

/** One identity, one account: the text under which the keyed hash is made. */
export function identityText(kind: AccountKind, number: string): string {
  // An officer's account is another one than the same person's own: nobody settles dossiers as a citizen.
  const whose = kind === 'organisation' ? 'tax' : kind === 'officer' ? 'officer' : 'person'
  return `${whose}:${number.replace(/[\s.]/g, '')}`
}
