import type { Language } from '../../words/index.ts'

/** The days off that calendars name, in English; another name stays as the calendar has it. */
const english: Readonly<Record<string, string>> = {
  'Tết Dương lịch': 'New Year’s Day',
  'Tết Nguyên đán': 'Lunar New Year (Tết)',
  'Giỗ Tổ Hùng Vương': 'Hùng Kings’ Commemoration Day',
  'Ngày Chiến thắng': 'Victory Day',
  'Ngày Quốc tế lao động': 'International Labour Day',
  'Quốc khánh': 'National Day',
  'Ngày Văn hóa Việt Nam': 'Vietnamese Culture Day',
}

/** What may stand around such a name; the day worked in exchange stays written as day and month. */
const around: readonly (readonly [RegExp, (name: string, day?: string) => string])[] = [
  [/^(.+), dự kiến$/, (name) => `${name}, expected`],
  [/^Nghỉ bù (.+)$/, (name) => `${name}, day off in lieu`],
  [/^(.+) \(ngày liền kề\)$/, (name) => `${name} (neighbouring day)`],
  [/^Nghỉ hoán đổi (.+) \(làm bù (\d\d\/\d\d)\)$/, (name, day) => `${name}, day off worked on ${day}`],
]
const exchanged = /^Làm bù ngày (\d\d\/\d\d)$/

/** The name of a day off for a reader of this language; undefined where it is known in Vietnamese only. */
export function holidayIn(name: string, language: Language): string | undefined {
  if (language === 'vi') return name
  if (Object.hasOwn(english, name)) return english[name]
  const worked = exchanged.exec(name)
  if (worked) return `Open in exchange for ${worked[1]}`
  for (const [form, told] of around) {
    const found = form.exec(name)
    const known = found?.[1] === undefined ? undefined : holidayIn(found[1], language)
    if (known !== undefined) return told(known, found?.[2])
  }
  return undefined
}
