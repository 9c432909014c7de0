import { refused, done } from '../../ground/result.ts'
import type { Result } from '../../ground/result.ts'

/**
 * Telephone numbers and tax codes as people type them: spaces, dots and hyphens between the digits do not count.
 * @law unconfirmed
 * @req S1-10.2
 */
export function withoutSeparators(text: string): string {
  return text.normalize('NFKC').replace(/[\s.\-()]/g, '')
}

/**
 * A Vietnamese telephone number as E.164, `+84…`: mobile 10 digits beginning 03, 05, 07, 08 or 09; fixed line 11 digits beginning 02.
 * Refuses `phone-wrong`.
 * @law unconfirmed
 * @req S1-21.2a
 */
export function checkPhone(text: string): Result<string, 'phone-wrong'> {
  const match = /^(?:0|\+84|84|0084)([35789]\d{8}|2\d{9})$/.exec(withoutSeparators(text))
  return match ? done(`+84${match[1]}`) : refused('phone-wrong')
}

/**
 * The way a number is written on paper in Viet Nam: `+84905123456` is shown as `0905 123 456`.
 * @law unconfirmed
 * @req S1-21.2a
 */
export function shownPhone(e164: string): string {
  const national = e164.replace(/^\+84/, '0')
  return national.length === 10
    ? `${national.slice(0, 4)} ${national.slice(4, 7)} ${national.slice(7)}`
    : `${national.slice(0, 3)} ${national.slice(3, 7)} ${national.slice(7)}`
}

export type TaxCode =
  | { readonly kind: 'enterprise'; readonly code: string }
  | { readonly kind: 'branch'; readonly code: string; readonly parent: string }
  | { readonly kind: 'person'; readonly code: string }

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/**
 * The tenth digit of an enterprise code, or null when the first nine give none (such codes are never issued).
 * @law unconfirmed
 * @req S1-10.2
 */
export function checkDigit(nine: string): number | null {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(nine[place]), 0)
  const digit = 10 - (sum % 11)
  return digit === 10 ? null : digit
}

/**
 * A tax code (mã số thuế): enterprise 10 digits with a check digit, branch 10 digits and `-` and 001 … 999, person or household
 * business the 12 digits of the personal number. Refuses `tax-code-wrong`.
 * @law unconfirmed
 * @req S1-10.2
 */
export function readTaxCode(text: string): Result<TaxCode, 'tax-code-wrong'> {
  const typed = text.normalize('NFKC').replace(/[\s.]/g, '')
  if (/^\d{12}$/.test(typed)) return done({ kind: 'person', code: typed })
  if (!/^\d{10}(-?\d{3})?$/.test(typed)) return refused('tax-code-wrong')
  const digits = typed.replace('-', '')
  if (checkDigit(digits.slice(0, 9)) !== Number(digits[9])) return refused('tax-code-wrong')

  const parent = digits.slice(0, 10)
  if (digits.length === 10) return done({ kind: 'enterprise', code: parent })
  const branch = digits.slice(10)
  return branch === '000' ? refused('tax-code-wrong') : done({ kind: 'branch', code: `${parent}-${branch}`, parent })
}

/**
 * The tax code in its written form, `0100109106` or `0100109106-001`; refuses `tax-code-wrong`.
 * @law unconfirmed
 * @req S1-10.2
 */
export function checkTaxCode(text: string): Result<string, 'tax-code-wrong'> {
  const read = readTaxCode(text)
  return read.ok ? done(read.value.code) : read
}
