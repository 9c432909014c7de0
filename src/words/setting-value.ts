import { limitText, type TimeLimit, type Week } from '../calendar/law/index.ts'
import { clockText } from '../ground/day.ts'
import type { Subject } from '../policy/law/index.ts'
import { presets } from '../policy/law/index.ts'
import { weekRows } from './hours.ts'
import { type Language, say, type Words } from './language.ts'
import { settingCodes } from './setting-codes.ts'

const words = {
  none: { vi: 'Chưa đặt', en: 'Not set' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  before: { vi: 'trước {clock}', en: 'before {clock}' },
  from: { vi: '{limit}, tính từ {event}', en: '{limit} from {event}' },
  after: { vi: 'rồi', en: 'then' },
  or: { vi: 'hoặc', en: 'or' },
} as const satisfies Record<string, Words>

/** The value of a setting as one reads it: limits and hours in words, choices by their code, nothing as *chưa đặt*. */
export function settingValue(key: Subject, value: unknown, language: Language): string {
  if (value === null || value === undefined) return say(words.none, language)
  if (typeof value === 'boolean') return say(value ? words.yes : words.no, language)
  if (key === 'preset') return say(presets[value as keyof typeof presets].title, language)
  if (key === 'intake.cutoff' && typeof value === 'number') return clockText(value)
  if (key === 'calendar.office-hours') return weekText(value as Week, language)
  if (isLimit(value)) return limitWords(value, language)
  if (Array.isArray(value)) return listWords(value, language)
  if (typeof value === 'object') return recordWords(key, value as Record<string, unknown>, language)
  return codeWords(value, language)
}

/** What one code of a setting means to people; one that has no words is shown as it stands. */
export function codeWords(code: unknown, language: Language): string {
  const said = settingCodes[String(code)]
  return said ? say(said, language) : String(code)
}

function isLimit(value: unknown): value is TimeLimit {
  return typeof value === 'object' && value !== null && 'unit' in value && 'value' in value
}

function limitWords(limit: TimeLimit, language: Language): string {
  const text = limitText(limit)[language]
  return limit.cutoff === undefined
    ? text
    : `${text} (${say(words.before, language, { clock: clockText(limit.cutoff) })})`
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

function recordWords(key: Subject, value: Record<string, unknown>, language: Language): string {
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

function weekText(week: Week, language: Language): string {
  return weekRows(week, language)
    .map(({ days, hours }) => `${days}: ${hours}`)
    .join('; ')
}
