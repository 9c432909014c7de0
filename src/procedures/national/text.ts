/** What the source prints where a cell is empty. */
export const nothingPrinted = 'Không có thông tin'

/** One piece of the source that could not be read surely, by the part of the entry it stands in. */
export type Unread = { readonly part: Part; readonly text: string }

export const parts = [
  'levels',
  'subjects',
  'ways',
  'time-limits',
  'fees',
  'papers',
  'results',
  'legal-basis',
  'agencies',
] as const
export type Part = (typeof parts)[number]

/** How many rows the source prints and how many of them are structured. */
export type Count = { readonly printed: number; readonly structured: number }

/**
 * Fees are counted twice: `structured` have a reading, `exact` of these are one sum or free; of those told by a note, `told` name sums, who
 * sets them or an act, and the rest has words only.
 */
export type FeeCount = Count & { readonly exact: number; readonly told: number }

/** The source's text in one form: composed letters, no invisible characters, plain spaces, no spaces at its ends. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .trim()
}

/** Empty, a dash, or the source's own words for nothing. */
export function isAbsent(text: string): boolean {
  return text === '' || text === nothingPrinted || /^[-–\s]+$/.test(text)
}

/** Whether letters and marks of the web page around the entry were taken for its content. */
export function hasPageResidue(text: string): boolean {
  return /Chọn cơ quan thực hiện|-- Chọn |Mã thủ tục\d|Tên thủ tục|Nộp hồ sơ$|Từ khóa.*Mô tả/s.test(text)
}
