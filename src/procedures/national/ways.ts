import { currencyPrinted, namesASum, type NationalFee, readFee, sumPrinted } from './fee.ts'
import { type Count, type FeeCount, nothingPrinted, plain, type Unread } from './text.ts'
import { type NationalTime, readTime, timeWithUnit } from './time-limit.ts'

const channelNames = { 'Trực tuyến': 'online', 'Trực tiếp': 'counter', 'Dịch vụ bưu chính': 'post' } as const

/** One way of filing as printed: how, in which time, for which fee, in which case. `text` is the row letter for letter. */
export type Way = {
  readonly channel: 'online' | 'counter' | 'post'
  readonly time: NationalTime
  readonly fee: NationalFee
  readonly description: string
  readonly text: string
}

export type Ways = { ways: Way[]; timeLimits: Count; fees: FeeCount; unread: Unread[] }

const heading = 'Hình thức nộpThời gianPhí, lệ phíMô tả'
const channel = Object.keys(channelNames).join('|')
const feePrinted = `Miễn phí|${nothingPrinted}`
/**
 * Where a row begins: the channel, the time and the fee without a space between the three. A time without a unit runs into
 * the sum (*120 VNĐ*), so those digits are taken whole and divided afterwards. A time in words begins with a capital letter.
 */
const row = new RegExp(
  `(${channel})(?:` +
    `(${timeWithUnit}|\\d{1,4}|${nothingPrinted}|[\\p{Lu}](?:(?!${channel}|\\n).){0,160}?)(${feePrinted}|(?<=\\D)${sumPrinted} (?:${currencyPrinted}))` +
    `|([\\d,]+) (${currencyPrinted}))`,
  'gu',
)

/** Divides the table of ways of filing into its rows: several per channel are normal, the source glues all cells together. */
export function readWays(source: string): Ways {
  const text = plain(source)
  const unread: Unread[] = []
  const body = text.startsWith(heading) ? text.slice(heading.length) : text
  const starts = [...body.matchAll(row)]
  const before = body.slice(0, starts[0]?.index ?? body.length).trim()
  if (before !== '' && before !== nothingPrinted) unread.push({ part: 'ways', text: before })

  const timeLimits = { printed: 0, structured: 0 }
  const fees = { printed: 0, structured: 0, exact: 0, told: 0 }
  const ways = starts.flatMap((start, at) => {
    const end = starts[at + 1]?.index ?? body.length
    const whole = body.slice(start.index, end)
    const rest = body.slice(start.index + start[0].length, end)
    const glued = start[4] === undefined ? undefined : divided(start[4])
    if (start[4] !== undefined && !glued) {
      timeLimits.printed += 1
      fees.printed += 1
      unread.push({ part: 'time-limits', text: whole }, { part: 'fees', text: whole })
      return []
    }
    const [timeCell, feeCell] = glued ? [glued.time, `${glued.sum} ${start[5]}`] : [start[2]!, start[3]!]
    const { note, description, whole: sure } = divideNote(feeCell, rest)
    const time = readTime(timeCell)
    const fee = readFee(feeCell, note ?? chargeIn(description))
    if (!fee) {
      unread.push({ part: 'fees', text: whole })
      return []
    }
    if (time.kind !== 'none') timeLimits.printed += 1
    if (time.kind === 'limit') timeLimits.structured += 1
    if (time.kind === 'words') unread.push({ part: 'time-limits', text: whole })
    const contradicts = fee.kind === 'by-note' && fee.sums.length === 0 && namesASum(fee.note)
    if (fee.kind !== 'none') fees.printed += 1
    if (fee.kind !== 'none' && sure && !contradicts) {
      fees.structured += 1
      if (fee.kind !== 'by-note') fees.exact += 1
      else if (fee.sums.length > 0 || fee.setBy || fee.acts.length > 0) fees.told += 1
    }
    if (!sure || contradicts) unread.push({ part: 'fees', text: whole })
    return [{ channel: channelNames[start[1] as keyof typeof channelNames], time, fee, description, text: whole }]
  })
  return { ways, timeLimits, fees, unread }
}

/**
 * Divides digits in which a time without a unit and a sum run into each other, when there is only one way to do it: a sum has no
 * leading nought and is grouped by threes. *120* is 1 and 20; *125* could be 1 and 25 or 12 and 5, so it stays unread.
 */
export function divided(digits: string): { time: string; sum: string } | undefined {
  const whole = new RegExp(`^${sumPrinted}$`)
  const ways = [...digits.matchAll(/\d/g)]
    .map(({ index }) => ({ time: digits.slice(0, index), sum: digits.slice(index) }))
    .filter(({ time, sum }) => /^(?:0|[1-9]\d{0,3})$/.test(time) && whole.test(sum))
  return ways.length === 1 ? ways[0] : undefined
}

/** A description that begins with the charge, or names a sum for it, is the note of the fee. */
function chargeIn(description: string): string | undefined {
  const charges = /^[\s\-+]*(?:phí|lệ phí|mức phí|mức thu|giá dịch vụ|các loại phí)(?!\p{L})/iu.test(description)
  return charges || (/phí/i.test(description) && namesASum(description)) ? description : undefined
}

/**
 * The note of the fee stands in brackets right behind it; a bracket that only counts (*(1)*, *(i)*) begins the description. Of a note whose
 * bracket never closes nobody can tell the end: it stays with the description, and beside *Miễn phí* speaks against it.
 */
function divideNote(fee: string, rest: string): { note?: string; description: string; whole: boolean } {
  if (fee === nothingPrinted || !rest.startsWith('(') || /^\((?:\d{1,2}|[ivx]{1,4}|[a-zđ])\)/.test(rest))
    return { description: rest.trim(), whole: true }
  let depth = 0
  for (let at = 0; at < rest.length; at += 1) {
    depth += rest[at] === '(' ? 1 : rest[at] === ')' ? -1 : 0
    if (depth === 0) {
      const description = rest.slice(at + 1).replace(/^\)+/, '')
      return { note: rest.slice(1, at).trim(), description: description.trim(), whole: true }
    }
  }
  const note = rest.slice(1).trim()
  return { ...(fee === 'Miễn phí' && note ? { note } : {}), description: note && rest.trim(), whole: false }
}
