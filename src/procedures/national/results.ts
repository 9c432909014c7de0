import { isAbsent, plain, type Unread } from './text.ts'

/** A result by its national code, as printed. */
export type NationalResult = { readonly name: string; readonly code: string | null }

export type Results = { results: NationalResult[]; keywords: string | null; unread: Unread[] }

/** The shapes of result codes that the source prints, ended where the next name begins. */
const code = /^ ?(KQ[.-][A-Z]\d{2}\.\d{5,7}|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-KQ\d{4,6})(?![\d.,)])/

/** Names that have a capital inside a word. */
const apps = /VNeID|eKYC/g

/** Reads *name, Mã: code* again and again; what follows *Từ khóa* is keywords and then the page around the entry. */
export function readResults(source: string): Results {
  const text = plain(source)
  const [table = '', after = ''] = split(text, 'Từ khóa')
  const words = split(after, 'Mô tả')[0]!.trim()
  const unread: Unread[] = []
  const results: NationalResult[] = []
  const pieces = table.split('Mã:')
  let name = pieces[0]!.trim()
  for (const piece of pieces.slice(1)) {
    const found = code.exec(piece)
    const named = isName(name)
    if (named) results.push({ name, code: found?.[1] ?? null })
    if (!named || !found) unread.push({ part: 'results', text: `${name} Mã:${piece}`.trim() })
    name = found ? piece.slice(found[0].length).trim() : ''
  }
  if (!isAbsent(name)) unread.push({ part: 'results', text: name })
  return { results, keywords: isAbsent(words) ? null : words, unread }
}

/** One name: neither nothing but full stops, nor two names run together. */
function isName(text: string): boolean {
  return /[\p{L}\d]/u.test(text) && !/\p{Ll}\p{Lu}\p{Ll}|\.\p{Lu}-/u.test(text.replaceAll(apps, ''))
}

function split(text: string, at: string): [string, string] {
  const place = text.indexOf(at)
  return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + at.length)]
}
