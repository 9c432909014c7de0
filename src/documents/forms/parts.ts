import { z } from 'zod'
import { isDay } from '../../ground/day.ts'
import type { Day } from '../../ground/day.ts'
import { dayInFull, dayInShort, momentInFull, momentInShort, money } from '../wording.ts'

/**
 * The pieces of which forms are made. A schema reads plain data (days as `YYYY-MM-DD`, instants as `Date` or ISO 8601,
 * money as whole đồng) and gives the words that are printed; what was not given is said to be so.
 */
export const blank = 'Không cung cấp'

export const text = (max = 1000) => z.string().trim().min(1).max(max)
/** Printed as "Không cung cấp" when empty: the reader sees that nothing was given, not that something was lost. */
export const maybe = (max = 1000) => optional(z.string().trim().max(max)).transform((said) => said || blank)
/** Printed as a dash when empty, on a result: its form keeps the line, and nobody writes into it later. */
export const dashed = (max = 1000) => optional(z.string().trim().max(max)).transform((said) => said || '–')
/** The whole line is left out when empty. */
export const omittable = (max = 1000) => optional(z.string().trim().max(max)).transform((said) => said || undefined)

const dayText = z.iso.date().refine(isDay)
export const inFull = dayText.transform((when) => dayInFull(when as Day))
export const inShort = dayText.transform((when) => dayInShort(when))
/** As much of a date as is known: `1990`, `1990-04` or `1990-04-01`. */
const someDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
export const partial = someDate.transform((when) => dayInShort(when))
export const maybePartial = optional(z.union([z.literal(''), someDate])).transform((when) =>
  when ? dayInShort(when) : blank,
)
export const dashedPartial = optional(z.union([z.literal(''), someDate])).transform((when) =>
  when ? dayInShort(when) : '–',
)
export const day = dayText

const instant = z.union([z.date(), z.iso.datetime({ offset: true }).transform((said) => new Date(said))])
export const moment = instant.transform(momentInFull)
export const shortMoment = instant.transform(momentInShort)
export const amount = z.union([z.bigint().nonnegative(), z.int().nonnegative()]).transform(money)

/** Head of every paper. Without number or day their places are kept free for whoever issues it. */
export const letterhead = z.object({
  /** The agency above, for instance "Ủy ban nhân dân tỉnh …". */
  parent: omittable(),
  agency: text(),
  number: omittable(),
  place: text(),
  day: optional(inFull).transform((said) => said || undefined),
})

export const procedure = z.object({ code: text(), name: text() })

/** Whoever is to be written to: the owner of the dossier. */
export const person = {
  owner: text(),
  address: maybe(),
  phone: maybe(),
  email: maybe(),
}

/** "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn An". */
export const signer = z.object({ authority: omittable(), title: text(), name: omittable() })

export const contact = z.object({ name: text(), phone: maybe() })

export const lookup = z.url({ protocol: /^https?$/ })

/** What every slip has. */
export const slip = { letterhead, code: text(), lookup, procedure }

/** Leaves the key out for whoever writes, and null is as good as nothing. */
function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish()
}
