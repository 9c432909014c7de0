import { limitText, type TimeLimit } from '../../calendar/index.ts'
import type { Key } from '../../policy/index.ts'
import { type Language, say, type Words } from '../../words/index.ts'
import { settingWords } from './setting-words.ts'

const words = {
  none: { vi: 'Chưa đặt', en: 'Not set' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  before: { vi: 'trước {clock}', en: 'before {clock}' },
  from: { vi: '{limit}, tính từ {event}', en: '{limit} from {event}' },
  after: { vi: 'rồi', en: 'then' },
  or: { vi: 'hoặc', en: 'or' },
} as const satisfies Record<string, Words>

const weekdays: readonly Words[] = [
  { vi: 'thứ Hai', en: 'Mon' },
  { vi: 'thứ Ba', en: 'Tue' },
  { vi: 'thứ Tư', en: 'Wed' },
  { vi: 'thứ Năm', en: 'Thu' },
  { vi: 'thứ Sáu', en: 'Fri' },
  { vi: 'thứ Bảy', en: 'Sat' },
  { vi: 'Chủ nhật', en: 'Sun' },
]

/** The value of a setting as one reads it: limits and hours in words, choices by their code, nothing as *chưa đặt*. */
export function settingValue(key: Key, value: unknown, language: Language): string {
  if (value === null || value === undefined) return say(words.none, language)
  if (typeof value === 'boolean') return say(value ? words.yes : words.no, language)
  if (key === 'intake.cutoff' && typeof value === 'number') return clock(value)
  if (key === 'calendar.office-hours') return weekText(value as [number, number][][], language)
  if (isLimit(value)) return limitWords(value, language)
  if (Array.isArray(value)) return listWords(value, language)
  if (typeof value === 'object') return recordWords(key, value as Record<string, unknown>, language)
  return codeWords(value, language)
}

function codeWords(code: unknown, language: Language): string {
  const said = settingWords[String(code)]
  return said ? say(said, language) : String(code)
}

function isLimit(value: unknown): value is TimeLimit {
  return typeof value === 'object' && value !== null && 'unit' in value && 'value' in value
}

function limitWords(limit: TimeLimit, language: Language): string {
  const text = limitText(limit)[language]
  return limit.cutoff === undefined ? text : `${text} (${say(words.before, language, { clock: clock(limit.cutoff) })})`
}

function listWords(values: readonly unknown[], language: Language): string {
  if (values.length === 0) return say(words.none, language)
  if (values.every((one) => Array.isArray(one))) {
    const said = (order: unknown) => (order as string[]).map((one) => codeWords(one, language))
    return values
      .map((order) => said(order).join(` ${say(words.after, language)} `))
      .join(`; ${say(words.or, language)} `)
  }
  const said = (one: unknown) =>
    typeof one === 'object' && one !== null
      ? Object.values(one)
          .map((part) =>
            [part]
              .flat()
              .map((code) => codeWords(code, language))
              .join(', '),
          )
          .join(' → ')
      : codeWords(one, language)
  return values.map(said).join(', ')
}

function recordWords(key: Key, value: Record<string, unknown>, language: Language): string {
  if (isLimit(value['limit']) && 'from' in value) {
    return say(words.from, language, {
      limit: limitWords(value['limit'], language),
      event: codeWords(value['from'], language),
    })
  }
  return Object.entries(value)
    .map(([name, inner]) => `${codeWords(name, language)}: ${settingValue(key, inner, language)}`)
    .join('; ')
}

/** Days with the same hours stand together. */
function weekText(week: readonly (readonly [number, number][])[], language: Language): string {
  const days = week.map((sessions, index) => ({
    name: say(weekdays[index]!, language),
    hours: sessions.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', '),
  }))
  const open = Map.groupBy(
    days.filter(({ hours }) => hours),
    ({ hours }) => hours,
  )
  return [...open].map(([hours, same]) => `${same.map(({ name }) => name).join(', ')}: ${hours}`).join('; ')
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
