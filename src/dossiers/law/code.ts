import type { Day } from '../../ground/day.ts'

/**
 * The code of an accepted dossier: identifier of the receiving agency, day of reception, order in the day, four digits
 * or more. The national order of identifiers (level one first) is used; the older one is kept beside it in the tree.
 * @law 61/2018/NĐ-CP Điều 26
 * @req S3A-2.5c
 */
export function dossierCode(agencyIdentifier: string, day: Day, order: number): string {
  return `${agencyIdentifier}-${day.slice(2).replaceAll('-', '')}-${String(order).padStart(4, '0')}`
}

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/**
 * The reference a filing gets when it is submitted, before it has a code: the day, then eight signs nobody can guess.
 * @law 88/2017/QĐ-UBND Điều 5.4
 * @req S1-5.4a
 */
export function filingReference(day: Day, random: Uint8Array): string {
  const signs = Array.from(random.subarray(0, 8), (byte) => letters[byte % letters.length]).join('')
  return `T${day.slice(2).replaceAll('-', '')}-${signs}`
}

/**
 * Whether a text has the form of a dossier code, in the present or the older national order.
 * @law 61/2018/NĐ-CP Điều 26
 * @req S3A-2.5c
 */
export function isDossierCode(text: string): boolean {
  return (
    /^[A-Y][0-9]{2}(\.[0-9A-Z]{2,3}){0,3}-\d{6}-\d{4,}$/.test(text) ||
    /^[0-9A-Z]{3}(\.[0-9A-Z]{2}){2}\.[A-Y][0-9]{2}-\d{6}-\d{4,}$/.test(text)
  )
}
