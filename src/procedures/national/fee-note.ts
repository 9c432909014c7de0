/** One sum that a note names, in whole đồng or whole units of its currency, and for what it is due: *lần*, *giấy*, *01 cơ sở/lần*. */
export type NamedSum = { readonly amount: number; readonly currency: 'VND' | 'USD'; readonly per?: string }

/** Who sets the charge, as the note says: the province's people's council or committee. */
export type FeeSetter = 'provincial-council' | 'provincial-committee'

/** What is surely told by a note about a charge; each part is empty where the note does not tell it, or not surely. */
export type ToldFee = {
  readonly sums: readonly NamedSum[]
  readonly setBy: FeeSetter | null
  readonly acts: readonly string[]
}

const act = /(?<![\d/])\d{1,4}\/\d{4}\/(?:NĐ-CP|QĐ-TTg|[A-ZĐ]{2,5}-[A-ZĐ]{2,8}|QH\d{2})(?![\p{L}\d])/gu
const sum =
  /(?<![\d.,/])(?:(?<whole>\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,9}) ?(?<unit>đồng|đ|vnđ|vnd|usd)|0?(?<millions>\d{1,3}) triệu đồng)(?!\p{L})(?: ?\/ ?(?<per>[^.;,:()→>\n+]{1,60}?)(?= *(?:[.;,:()→>\n+]|- |$)))?/giu
/** Whatever looks like money: a figure with a currency or a share, or one grouped by threes. */
const moneyLike = /\d[\d.,]* ?(?:đồng|đ(?!\p{L})|vnđ|vnd|usd|triệu|nghìn|%)|\d{1,3}(?:[.,]\d{3})+/giu
/** Words that make a sum part of a reckoning, a bound or a passing rule. */
const reckoned =
  /(?<!\p{L})(?:x|nhân|cộng|tối đa|tối thiểu|không quá|giảm|áp dụng|hoặc theo|kể từ|từ ngày|đến hết|bằng)(?!\p{L})|(?<!\p{L})từ [\d.,]+ ?(?:đồng|đ|vnđ)|%/iu

const council = /(?:hội đồng nhân dân|hđnd)(?: các| cấp)? tỉnh/i
const committee = /(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)(?: các| cấp)? tỉnh/i
const sets =
  /^[\s(–\-+*]*(?:(?:mức )?(?:thu )?(?:phí|lệ phí|lệ phí cụ thể)?(?: cụ thể)?(?: \(nếu có\))?\s*)?(?:(?:thực hiện )?theo |do )/i

/** Reads a note about a charge; what it cannot be sure of it leaves out, because the note itself is kept. */
export function readFeeNote(note: string): ToldFee {
  return { sums: sumsIn(note), setBy: setterIn(note), acts: [...new Set(note.match(act) ?? [])] }
}

/** All sums of the note, or none when one of them is no plain sum. */
function sumsIn(note: string): NamedSum[] {
  const text = note.replaceAll(act, ' ').replaceAll(/\d{1,2}\/ ?\d{1,2}\/ ?\d{4}/g, ' ')
  if (reckoned.test(text)) return []
  const found = [...text.matchAll(sum)]
  if (found.length !== [...text.matchAll(moneyLike)].length) return []
  return found.map(({ groups }) => {
    const { whole, unit, millions, per } = groups as Record<string, string | undefined>
    const amount = millions ? Number(millions) * 1_000_000 : Number(whole!.replaceAll(/[.,]/g, ''))
    const due = per?.trim()
    return { amount, currency: unit?.toLowerCase() === 'usd' ? 'USD' : 'VND', ...(due ? { per: due } : {}) }
  })
}

/** Only a note that begins by saying who sets the charge. */
function setterIn(note: string): FeeSetter | null {
  const [first = ''] = note.split(/[.;\n]/)
  if (!sets.test(first)) return null
  if (council.test(first)) return committee.test(first) ? null : 'provincial-council'
  return committee.test(first) ? 'provincial-committee' : null
}
