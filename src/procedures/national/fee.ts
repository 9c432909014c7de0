import { readFeeNote, type ToldFee } from './fee-note.ts'
import { nothingPrinted } from './text.ts'

/** Currencies as the source prints them. */
export const currencies = { VNĐ: 'VND', 'Việt Nam Đồng': 'VND', USD: 'USD', EUR: 'EUR', Euro: 'EUR' } as const
export type Currency = (typeof currencies)[keyof typeof currencies]

/**
 * The fee of one row as printed. `sum` is in whole đồng or whole units of the currency named. `by-note`: the cell says *Miễn phí*, but its
 * note names a charge or who sets it, so no sum is claimed, and what the note tells surely stands beside it. `doubt` marks what is printed yet hardly right.
 */
export type NationalFee =
  | { readonly kind: 'none' }
  | { readonly kind: 'free'; readonly note?: string }
  | ({ readonly kind: 'by-note'; readonly text: string; readonly note: string } & ToldFee)
  | {
      readonly kind: 'sum'
      readonly amount: number
      readonly currency: Currency
      readonly text: string
      readonly note?: string
      readonly doubt?: 'below-1000-dong' | 'note-names-other-sums'
    }

/** How a fee is printed, for the scanner of rows: grouped by commas, never beginning with nought. */
export const sumPrinted = String.raw`(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2})`
export const currencyPrinted = Object.keys(currencies).join('|')

const sum = new RegExp(`^(${sumPrinted}) (${currencyPrinted})$`)

/** Says itself that nothing is charged, or that no table of fees names a charge, at most with the act that says so. */
const nothingCharged =
  /^[\s(–\-+*]*(?:không(?: có| thu(?: phí| lệ phí| phí, lệ phí)?| quy định)?|chưa quy định|miễn(?: phí| lệ phí| phí, lệ phí)?|không được quy định tại biểu phí, lệ phí[^.;:]*)(?: \((?:Thông tư|Nghị định|Nghị quyết|Luật)[^()]*\))?[\s).;]*$/i

/** Sums of money in running text: *50.000 đồng*, *100 USD*, *15000000/lần*, *20%*. */
const sumInText = /\d[\d.,]*\s*(?:đồng|đ\b|vnđ|vnd|usd|triệu|%)|\d{1,3}(?:[.,]\d{3})+/i

/** Reads the cell *Phí, lệ phí* and the note in brackets behind it. Refuses nothing: what it cannot read is `undefined`. */
export function readFee(cell: string, note: string | undefined): NationalFee | undefined {
  const text = cell.trim()
  const said = note?.trim() ? { note: note.trim() } : {}
  if (text === nothingPrinted) return { kind: 'none' }
  if (text === 'Miễn phí') {
    if (!said.note || nothingCharged.test(said.note)) return { kind: 'free', ...said }
    return { kind: 'by-note', text, note: said.note, ...readFeeNote(said.note) }
  }
  const read = sum.exec(text)
  if (!read) return undefined
  const amount = Number(read[1]!.replaceAll(',', ''))
  const currency = currencies[read[2] as keyof typeof currencies]
  const doubt = doubtOf(amount, currency, said.note)
  return { kind: 'sum', amount, currency, text, ...said, ...(doubt ? { doubt } : {}) }
}

/** A sum in đồng below a thousand, or a note in which other sums stand and this one does not. */
function doubtOf(amount: number, currency: Currency, note: string | undefined) {
  if (currency === 'VND' && amount < 1000) return 'below-1000-dong' as const
  if (!note || !namesASum(note)) return undefined
  const sums = [...note.matchAll(/(\d[\d.,]*)( ?triệu)?/g)].map(
    ([, figure, millions]) => Number(figure!.replaceAll(/[.,]/g, '')) * (millions ? 1_000_000 : 1),
  )
  return sums.includes(amount) ? undefined : ('note-names-other-sums' as const)
}

/** Whether a note names a sum of money. */
export function namesASum(note: string): boolean {
  return sumInText.test(note.replaceAll(/\d+\/\d{4}\/[\p{Lu}Đ-]+|\d{1,2}\/\d{1,2}\/\d{4}/gu, ''))
}
