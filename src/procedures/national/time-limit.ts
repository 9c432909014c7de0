import { nothingPrinted } from './text.ts'

/** Units as the source prints them; *Ngày* alone is calendar days, *Ngày làm việc* working days, and nobody converts between them. */
export const timeUnits = {
  'Ngày làm việc': 'working-days',
  Ngày: 'calendar-days',
  'Giờ làm việc': 'working-hours',
  Giờ: 'hours',
  Phút: 'minutes',
  Tuần: 'weeks',
  Tháng: 'months',
  Năm: 'years',
} as const

export type TimeUnit = (typeof timeUnits)[keyof typeof timeUnits] | 'unknown'

/** The time of one row: a number with its unit, `unknown` where none is printed; words alone stay words. */
export type NationalTime =
  | { readonly kind: 'none' }
  | { readonly kind: 'limit'; readonly value: number; readonly unit: TimeUnit; readonly text: string }
  | { readonly kind: 'words'; readonly text: string }

const units = Object.keys(timeUnits)
  .toSorted((a, b) => b.length - a.length)
  .join('|')

/** How a time with its unit is printed, for the scanner of rows. */
export const timeWithUnit = String.raw`\d{1,4}(?:[.,]\d{1,2})? ?(?:${units})`

const whole = new RegExp(String.raw`^(\d{1,4}(?:[.,]\d{1,2})?)(?: ?(${units}))?$`)

/** Reads the cell *Thời gian*. A number without a unit keeps the unit `unknown`; a time that is no number stays as words. */
export function readTime(cell: string): NationalTime {
  const text = cell.trim()
  if (text === nothingPrinted || text === '') return { kind: 'none' }
  const read = whole.exec(text)
  if (!read) return { kind: 'words', text }
  const unit = read[2] ? timeUnits[read[2] as keyof typeof timeUnits] : 'unknown'
  return { kind: 'limit', value: Number(read[1]!.replace(',', '.')), unit, text }
}
