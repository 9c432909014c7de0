import { z } from 'zod'

/**
 * Characters nobody can see or that turn text around: controls, zero-width and direction marks, private use, lone surrogates.
 */
const odd =
  /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u

/** Whether a text carries such characters; a new line may stand in a text area. */
export function hasOddCharacters(text: string, mayBreakLines: boolean): boolean {
  return odd.test(mayBreakLines ? text.replaceAll('\n', '') : text)
}

/** Text that people write in lines and others read: in one normal form, lines ended one way, without signs nobody can see. */
export const textBody = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, '\n').replaceAll('\t', ' '))
    .trim()
    .normalize('NFC')
    .max(max)
    .refine((text) => !hasOddCharacters(text, true))
