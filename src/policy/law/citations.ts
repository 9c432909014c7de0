import type { Day } from '../../ground/day.ts'
import type { Value } from './settings.ts'

type Replacement = Value<'law.replaced'>[number]

const articles = String.raw`(?:,? (?:điểm|khoản|Điều) [\p{L}\d.]+)*`
const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

/**
 * A legal basis as it is cited on this day: what was replaced by then is cited by what replaced it, through as many replacements as there were. Where only the document is
 * known to be replaced, the article of the old one is named beside the new document, because articles are numbered anew.
 * @law unconfirmed (văn bản dẫn chiếu được sửa đổi, thay thế)
 * @req S2-25a
 */
export function citedOn(text: string, replaced: readonly Replacement[], day: Day): string {
  const holding = replaced.filter(({ fromDay }) => fromDay <= day)
  if (holding.length === 0) return text
  const known = holding.map(({ cites }) => literal(cites)).toSorted((one, other) => other.length - one.length)
  const pattern = new RegExp(String.raw`(?<![\p{L}\d])(${known.join('|')})(?![\p{L}\d]|\.\d)(${articles})`, 'gu')
  return text.replaceAll(pattern, (_all, cites: string, rest: string) => {
    const now = latest(cites, holding)
    return rest === '' ? now : `${now} (thay thế ${cites}${rest})`
  })
}

/** What was replaced may be replaced again; a round of replacements ends where it began. */
function latest(cites: string, holding: readonly Replacement[]): string {
  const seen = new Set([cites])
  let now = cites
  for (;;) {
    const next = holding
      .filter((one) => one.cites === now)
      .toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1))
      .at(-1)?.becomes
    if (next === undefined || seen.has(next)) return now
    seen.add(next)
    now = next
  }
}
