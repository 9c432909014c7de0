import { dayOf, minuteOf } from '../ground/day.ts'
import type { Day } from '../ground/day.ts'

/** How days, hours, money and numbers are written on Vietnamese official papers. */

/** `ngày 02 tháng 3 năm 2026`: days below 10 and the months 1 and 2 take a leading zero. */
export function dayInFull(when: Day): string {
  const [year, month, date] = when.split('-').map(Number) as [number, number, number]
  return `ngày ${pad(date)} tháng ${month < 3 ? pad(month) : month} năm ${year}`
}

/** `09 giờ 00 phút, ngày 02 tháng 3 năm 2026`, in Viet Nam. */
export function momentInFull(instant: Date): string {
  const minutes = minuteOf(instant)
  return `${pad(Math.floor(minutes / 60))} giờ ${pad(minutes % 60)} phút, ${dayInFull(dayOf(instant))}`
}

/** `09:00 02/03/2026`, for tables. */
export function momentInShort(instant: Date): string {
  const minutes = minuteOf(instant)
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)} ${dayInShort(dayOf(instant))}`
}

/** `02/03/2026`, `03/2026` or `2026`: as much as is known. */
export function dayInShort(when: string): string {
  return when.split('-').toReversed().join('/')
}

/** `8.000 đồng`. */
export function money(dong: bigint | number): string {
  return `${dong.toString().replace(/\B(?=(\d{3})+$)/g, '.')} đồng`
}

/** `ngày hai tháng ba năm hai nghìn không trăm hai mươi sáu`. */
export function dayInWords(when: Day): string {
  const [year, month, date] = when.split('-').map(Number) as [number, number, number]
  const monthWord = month === 4 ? 'tư' : numberInWords(month)
  return `ngày ${numberInWords(date)} tháng ${monthWord} năm ${numberInWords(year)}`
}

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

/** Whole numbers from 0 to 999,999, as they are read aloud. */
export function numberInWords(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number > 999_999) throw new RangeError(`cannot read ${number}`)
  if (number < 1000) return hundreds(number, false)
  const rest = number % 1000
  return [hundreds(Math.floor(number / 1000), false), 'nghìn', rest > 0 ? hundreds(rest, true) : ''].join(' ').trim()
}

function hundreds(number: number, inside: boolean): string {
  const hundred = Math.floor(number / 100)
  const rest = number % 100
  if (hundred === 0 && !inside) return tens(rest, false)
  return [digits[hundred], 'trăm', rest > 0 ? tens(rest, true) : ''].join(' ').trim()
}

function tens(number: number, inside: boolean): string {
  const ten = Math.floor(number / 10)
  const one = number % 10
  if (ten === 0) return inside ? `linh ${one === 4 ? 'tư' : digits[one]}` : digits[one]!
  const head = ten === 1 ? 'mười' : `${digits[ten]} mươi`
  return one === 0 ? head : `${head} ${lastDigit(one, ten)}`
}

function lastDigit(one: number, ten: number): string {
  if (one === 5) return 'lăm'
  if (ten > 1 && one === 1) return 'mốt'
  if (ten > 1 && one === 4) return 'tư'
  return digits[one]!
}

const pad = (number: number) => String(number).padStart(2, '0')
