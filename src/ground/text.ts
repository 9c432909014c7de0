import { z } from 'zod'

/**
 * Characters nobody can see or that turn text around: controls, zero-width and direction marks, private use, lone surrogates, and the sign that
 * stands for letters lost in a wrong encoding.
 */
const odd =
  /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd\u{e0000}-\u{e007f}]/u

/** What our papers can show: Latin with every mark, Greek, Cyrillic, punctuation, currency, common signs. Papers carry no other fonts. */
const printable =
  /^[\n\u0020-\u052f\u1e00-\u1fff\u2010-\u205e\u2070-\u20c0\u2100-\u2185\u2190-\u22ff\u25a0-\u25ff\u2600-\u269c\u270c-\u2727]*$/u

function isHidden(text: string, mayBreakLines: boolean): boolean {
  return odd.test(mayBreakLines ? text.replaceAll('\n', '') : text)
}

/** Whether a text carries characters that nobody sees or no paper shows; a new line may stand in a text area. */
export function hasOddCharacters(text: string, mayBreakLines: boolean): boolean {
  return isHidden(text, mayBreakLines) || !printable.test(text)
}

/** In one normal form, lines ended one way. */
const lines = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, '\n').replaceAll('\t', ' '))
    .trim()
    .normalize('NFC')
    .max(max)

/** Text that people write in lines and that may come onto a paper: without characters that nobody sees or no paper shows. */
export const textBody = (max: number) => lines(max).refine((text) => !hasOddCharacters(text, true))

/** Text that stays on screens: as people write to each other, in any script, with pictures; without characters that nobody sees. */
export const commentBody = (max: number) => lines(max).refine((text) => !isHidden(text, true))
