import { isAbsent, plain, type Unread } from './text.ts'

export type NationalBasis = { readonly number: string; readonly title: string }
export type LegalBasis = { legalBasis: NationalBasis[]; unread: Unread[] }

const heading = 'Tên văn bản pháp lýMã văn bản'
const issuers =
  'BTC|BTP|BCA|BXD|BNNMT|BNNPTNT|BTNMT|BGTVT|NHNN|BCT|BKHĐT|BYT|BNV|BLĐTBXH|BQP|BTTTT|BVHTTDL|BKHCN|BGDĐT|BNG|VPCP|TTCP|BHXH|UBND|HĐND|BCN|BNN(?!MT|PTNT)|BTM|BTS|BVHTT(?!DL)|TANDTC|VKSNDTC|TLĐLĐVN'
const kind = `QH\\d{2}|UBTVQH\\d{2}|PL-UBTVQH\\d{2}|(?:NĐ|NQ)-CP|(?:QĐ|CT)-TTg|TTLT(?:-(?:${issuers}))+|(?:TT|QĐ|NQ|VBHN|CT)-(?:${issuers}|VPQH)|NQ-UBTVQH\\d{2}|NQ-QH\\d{2}`

const printed = `\\d{1,4}(?:\\.\\d{1,2})?/(?:\\d{4}/)?(?:${kind})`
const nextRow = '(?=$|\\s*\\p{Lu}|\\s*\\p{Ll}{2}|\\s*\\d|\\s*[-“"])'
/**
 * The number that ends a row: glued to the title before it, while a number inside a title stands behind a space. Some rows print the
 * kind of document before it (*Luật số 32/2024/QH15*).
 */
const number = new RegExp(
  `(?<!QH|\\d\\.)(?<=^|\\n|[^\\s(/\\d]|QH\\d\\d|\\d{4}(?=\\d{2,3}/\\d{4}/QH))(${printed})${nextRow}` +
    `|(?<=[\\p{Ll}.;)])(?:Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|NĐ|số)(?: số)? (${printed})(?=$|\\p{L}|\\s+\\p{Lu})`,
  'gu',
)
/**
 * Two rows run together: a sentence that ends and another that begins without a space, a number that is cut off (*118/2025/NĐ-C*) or
 * that lacks its space on one side (*…QH14Quy định*, *…Chính phủ167/2025*). A figure that belongs to a word is lost with them.
 */
const seam = new RegExp(
  [
    String.raw`[\p{Ll}.;)]\p{Lu}|\p{Lu}{4}\p{Ll}|CP\p{Lu}`,
    String.raw`\p{Ll}\d{2}|(?<!\d)[.;)]\d{2}|\d(?:\p{Lu}\p{Ll}|\p{Ll}{3})`,
    String.raw`NĐ-C(?!P)|NĐ-CP\d|\d\p{Lu}-\p{Lu}|/\d{4}/\p{Lu}+_`,
  ].join('|'),
  'u',
)

/** Reads the table of legal documents: title and number in one piece, row glued to row. */
export function readLegalBasis(source: string): LegalBasis {
  const text = plain(source)
  if (isAbsent(text)) return { legalBasis: [], unread: [] }
  if (!text.startsWith(heading)) return { legalBasis: [], unread: [{ part: 'legal-basis', text }] }
  const body = text.slice(heading.length)
  const legalBasis: NationalBasis[] = []
  const unread: Unread[] = []
  let from = 0
  let alone: string | undefined
  for (const found of body.matchAll(number)) {
    const title = body.slice(from, found.index).trim()
    const end = found.index + found[0].length
    const text = body.slice(from, end).trim()
    const own = found[1] ?? found[2]!
    from = end
    if (title === '' && alone === undefined) {
      alone = own
      continue
    }
    if (title === '' && alone === own) legalBasis.push({ number: own, title: own })
    else if (alone === own && /^[-–:]/.test(title) && !isSwollen(title, own))
      legalBasis.push({ number: own, title: `${own} ${title}` })
    else {
      if (alone !== undefined) unread.push({ part: 'legal-basis', text: alone })
      if (title === '' || (alone !== undefined && /^[-–:]/.test(title)) || isSwollen(title, own))
        unread.push({ part: 'legal-basis', text })
      else legalBasis.push({ number: own, title })
    }
    alone = undefined
  }
  const rest = `${alone ?? ''}${body.slice(from)}`.trim()
  if (!isAbsent(rest)) unread.push({ part: 'legal-basis', text: rest })
  return { legalBasis, unread }
}

function isSwollen(title: string, own: string): boolean {
  return seam.test(title) || title.length > 900 || holdsAnotherRow(title, own)
}

/** A title that ends in another number than its own, holds one twice, or begins a sentence behind one, has swallowed the row before. */
function holdsAnotherRow(title: string, own: string): boolean {
  const others = [...title.matchAll(new RegExp(printed, 'gu'))].filter(([one]) => one !== own)
  const last = others.at(-1)?.[0]
  return (
    (last !== undefined && title.endsWith(last)) ||
    new Set(others.map(([one]) => one)).size < others.length ||
    others.some(({ 0: one, index }) => /^\s*[.;]?\s*\p{Lu}\p{Ll}/u.test(title.slice(index + one.length)))
  )
}
