import { checkPhone, isIdentityNumber } from '../accounts/law/index.ts'
import { isDay } from '../ground/day.ts'
import { lastDayOf } from './law/index.ts'

/** The formats a form may name; each is a promise that the text has passed this question. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDay,
  'partial-date': (text) => lastDayOf(text) !== null,
  email: (text) => /^[^\s@"<>()]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text),
  'vn-identity': isIdentityNumber,
  'vn-phone': (text) => checkPhone(text).ok,
}

export { hasOddCharacters } from '../ground/text.ts'
