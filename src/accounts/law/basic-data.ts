/** What an account says of its holder. Of these some only reach the holder, others say who they are. */
export const dataFields = ['name', 'address', 'ethnicity', 'nationality', 'representative', 'phone', 'email'] as const
export type DataField = (typeof dataFields)[number]

/**
 * Whether a new value waits until somebody authenticates it: who somebody is and where they live do, how they are reached does not. The old value stands
 * until then.
 * @law 90/2016/QĐ-UBND Điều 6.1; 88/2017/QĐ-UBND Điều 10.3.a
 * @req S0-6.1g
 * @req S1-10.3a
 */
export function waitsForAuthentication(field: DataField): boolean {
  return field !== 'phone' && field !== 'email'
}

/**
 * What of an account its holder may ask to have changed: an organisation has a representative, a person ethnicity and nationality.
 * @law 90/2016/QĐ-UBND Điều 6.1
 * @req S0-6.1g
 */
export function changeableBy(kind: string): readonly DataField[] {
  return kind === 'organisation'
    ? ['name', 'address', 'representative']
    : ['name', 'address', 'ethnicity', 'nationality']
}
