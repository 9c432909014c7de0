import type { FieldSchema, Input } from './form-definition.ts'
import { noSuchDay, wrongLength } from './form-faults.ts'

export type Language = 'vi' | 'en'

/** What a sentence may speak of: the field's title as written, its way of asking, and the limit that was broken. */
type Broken = {
  readonly title: string
  readonly input: Input
  readonly limit: string | number
  readonly schema: FieldSchema
  /** What was answered, if anything. */
  readonly answer?: unknown
}
type Sentence = Readonly<Record<Language, (broken: Broken) => string>>

const chosen: readonly Input[] = ['select', 'radio']

/** What to do about a broken field, one sentence for each keyword of JSON Schema that a form may break. */
export const messages = {
  required: {
    vi: ({ title, input }) => {
      if (input === 'checkbox') return `Đánh dấu vào ô “${title}”.`
      if (input === 'radio') return `Chọn một câu trả lời ở mục “${title}”.`
      return `${input === 'select' ? 'Chọn' : 'Nhập'} ${lower(title)}.`
    },
    en: ({ title, input }) => {
      if (input === 'checkbox') return `Tick “${title}”.`
      return `${chosen.includes(input) ? 'Choose' : 'Enter'} “${title}”.`
    },
  },
  const: {
    vi: ({ title }) => `Đánh dấu vào ô “${title}” để tiếp tục.`,
    en: ({ title }) => `Tick “${title}” to go on.`,
  },
  oneOf: {
    vi: ({ title }) => `Chọn một câu trả lời có sẵn ở mục “${title}”.`,
    en: ({ title }) => `Choose “${title}” from the list.`,
  },
  enum: {
    vi: ({ title }) => `Chọn một câu trả lời có sẵn ở mục “${title}”.`,
    en: ({ title }) => `Choose “${title}” from the list.`,
  },
  maxLength: {
    vi: ({ title, limit }) => `Rút gọn ${lower(title)} còn nhiều nhất ${limit} ký tự.`,
    en: ({ title, limit }) => `Shorten “${title}” to at most ${limit} characters.`,
  },
  minLength: {
    vi: ({ title, limit }) => `Nhập đủ ${lower(title)}, ít nhất ${limit} ký tự.`,
    en: ({ title, limit }) => `Enter “${title}” in full, at least ${limit} characters.`,
  },
  minimum: {
    vi: ({ title, limit }) => `Nhập ${lower(title)} từ ${limit} trở lên.`,
    en: ({ title, limit }) => `Enter “${title}” as ${limit} or more.`,
  },
  maximum: {
    vi: ({ title, limit }) => `Nhập ${lower(title)} nhiều nhất là ${limit}.`,
    en: ({ title, limit }) => `Enter “${title}” as ${limit} or less.`,
  },
  pattern: {
    vi: ({ title }) => `Kiểm tra lại ${lower(title)}: cách ghi chưa đúng.`,
    en: ({ title }) => `Check “${title}”: it is not written in the expected way.`,
  },
  type: {
    vi: ({ title, input }) => (input === 'number' ? `Nhập ${lower(title)} bằng chữ số.` : `Nhập lại ${lower(title)}.`),
    en: ({ title, input }) => (input === 'number' ? `Enter “${title}” in digits.` : `Enter “${title}” again.`),
  },
  additionalProperties: {
    vi: ({ limit }) => `Bỏ mục “${limit}”: biểu mẫu này không hỏi mục đó.`,
    en: ({ limit }) => `Leave out “${limit}”: this form does not ask for it.`,
  },
  date: {
    vi: ({ title, answer }) =>
      because(noSuchDay(answer)?.vi, `Nhập ${lower(title)} đủ ngày, tháng, năm, ví dụ 27 3 2021.`),
    en: ({ title, answer }) =>
      because(noSuchDay(answer)?.en, `Enter “${title}” as day, month and year, for example 27 3 2021.`),
  },
  'partial-date': {
    vi: ({ title, answer }) =>
      because(noSuchDay(answer)?.vi, `Nhập ${lower(title)}; nếu không rõ ngày, tháng thì chỉ nhập năm.`),
    en: ({ title, answer }) =>
      because(noSuchDay(answer)?.en, `Enter “${title}”; give the year alone when day or month is not known.`),
  },
  'not-yet': {
    vi: ({ title }) => `Kiểm tra lại ${lower(title)}: ngày này chưa tới.`,
    en: ({ title }) => `Check “${title}”: this day has not come yet.`,
  },
  'vn-identity': {
    vi: ({ title, answer }) =>
      because(wrongLength(answer)?.vi, `Nhập đúng 12 chữ số của ${lower(title)} như in trên thẻ căn cước.`),
    en: ({ title, answer }) =>
      because(wrongLength(answer)?.en, `Enter the 12 digits of “${title}” as printed on the identity card.`),
  },
  'vn-phone': {
    vi: ({ title }) => `Nhập ${lower(title)} đủ 10 chữ số, ví dụ 0905 123 456.`,
    en: ({ title }) => `Enter “${title}” with all 10 digits, for example 0905 123 456.`,
  },
  email: {
    vi: ({ title }) => `Nhập ${lower(title)} theo dạng ten@vidu.vn.`,
    en: ({ title }) => `Enter “${title}” in the form name@example.vn.`,
  },
  'odd-characters': {
    vi: ({ title }) =>
      `Ô “${title}” có ký tự không in được trên giấy tờ; hãy chỉ dùng chữ cái Latinh, chữ số và dấu câu.`,
    en: ({ title }) =>
      `“${title}” holds characters that papers cannot show; use Latin letters, digits and punctuation only.`,
  },
} as const satisfies Readonly<Record<string, Sentence>>

/** What was found wrong, then what to do about it, in one sentence. */
function because(fault: string | undefined, todo: string): string {
  return fault ? `${fault}; ${todo.charAt(0).toLowerCase()}${todo.slice(1)}` : todo
}

export type Keyword = keyof typeof messages

/** The sentence for a broken keyword or format; an unknown one asks to check the field. */
export function sentence(keyword: string, broken: Broken, language: Language): string {
  const known = Object.hasOwn(messages, keyword) ? messages[keyword as Keyword] : messages.pattern
  return known[language](broken)
}

/** The title inside a sentence: its first letter small, unless the word is an abbreviation or a name. */
function lower(title: string): string {
  const [first = '', second = ''] = title
  return second === second.toUpperCase() && second !== second.toLowerCase()
    ? title
    : first.toLowerCase() + title.slice(first.length)
}
