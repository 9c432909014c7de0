import { done, refused } from '../../ground/result.ts'
import type { Result } from '../../ground/result.ts'
import { readTaxCode, withoutSeparators } from './numbers.ts'

export type Sex = 'nam' | 'nữ'

/** What the twelve digits say: where birth was registered (old list of 63 provinces), sex and year of birth. */
export type IdentityNumber = {
  readonly number: string
  readonly province: string | 'abroad'
  readonly sex: Sex
  readonly birthYear: number
}

/** The 63 provinces that give the first three digits; the list of births stays in use after provinces were merged. */
export const birthProvinces: ReadonlySet<string> = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 ' +
    '048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
)

/**
 * Reads a personal identity number (số định danh cá nhân, căn cước): 12 digits without a check digit, so a slip of the pen in the
 * last six cannot be seen. First digits from 500 on are taken as births abroad. Refuses `identity-number-wrong`.
 * @law unconfirmed
 * @req S1-10.2
 */
export function readIdentityNumber(text: string): Result<IdentityNumber, 'identity-number-wrong'> {
  const number = withoutSeparators(text)
  if (!/^\d{12}$/.test(number)) return refused('identity-number-wrong')

  const place = number.slice(0, 3)
  const abroad = place >= '500'
  if (!abroad && !birthProvinces.has(place)) return refused('identity-number-wrong')

  const century = Number(number[3])
  return done({
    number,
    province: abroad ? 'abroad' : place,
    sex: century % 2 === 0 ? 'nam' : 'nữ',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)),
  })
}

/**
 * The twelve digits alone; refuses `identity-number-wrong`.
 * @law unconfirmed
 * @req S1-10.2
 */
export function checkIdentityNumber(text: string): Result<string, 'identity-number-wrong'> {
  const read = readIdentityNumber(text)
  return read.ok ? done(read.value.number) : read
}

/**
 * Whether this is a personal number, whoever's it may be.
 * @law unconfirmed
 * @req S1-10.2
 */
export function isIdentityNumber(text: string): boolean {
  return readIdentityNumber(text).ok
}

/**
 * An old identity card number (chứng minh nhân dân) has nine digits; it names a person on old papers only.
 * @law unconfirmed
 * @req S0-6.1b
 */
export function isOldIdentityCard(text: string): boolean {
  return /^\d{9}$/.test(withoutSeparators(text))
}

/**
 * A passport number: one letter and seven or eight digits.
 * @law unconfirmed
 * @req S0-6.1b
 */
export function isPassportNumber(text: string): boolean {
  return /^[A-Z]\d{7,8}$/.test(withoutSeparators(text).toUpperCase())
}

/**
 * What a number contradicts in what the person declared. Empty means it agrees; a contradiction is a question for the
 * officer, never a refusal by itself, because sex and year can lawfully be corrected after the number was given.
 * @law unconfirmed
 * @req S1-10.2
 */
export function contradictions(
  number: IdentityNumber,
  declared: { sex?: string | undefined; birthDate?: string | undefined },
): ('sex' | 'birth-year')[] {
  const found: ('sex' | 'birth-year')[] = []
  if ((declared.sex === 'nam' || declared.sex === 'nữ') && declared.sex !== number.sex) found.push('sex')
  if (declared.birthDate && Number(declared.birthDate.slice(0, 4)) !== number.birthYear) found.push('birth-year')
  return found
}

/**
 * Whether a business can be known by this number: the code of an enterprise or branch, or its owner's personal number.
 * @law unconfirmed
 * @req S1-10.2
 */
export function isBusinessCode(text: string): boolean {
  const read = readTaxCode(text)
  return read.ok && (read.value.kind !== 'person' || isIdentityNumber(read.value.code))
}
