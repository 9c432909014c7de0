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

/**
 * Characters nobody can see or that turn text around: controls, zero-width and direction marks, private use, lone surrogates.
 * A new line may stand in a text area.
 */
const odd =
  /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u

export function hasOddCharacters(text: string, mayBreakLines: boolean): boolean {
  return odd.test(mayBreakLines ? text.replaceAll('\n', '') : text)
}
