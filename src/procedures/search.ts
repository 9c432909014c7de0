/** Text as people search for it: small letters without Vietnamese marks, đ as d, one space between words. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim()
}

/** The first letters of the words: *đăng ký khai sinh* is `dkks`. */
export function initials(text: string): string {
  return fold(text)
    .split(' ')
    .map((word) => [...word][0] ?? '')
    .join('')
}

type Named = {
  readonly code: string
  readonly name: string
  readonly shortName?: string | undefined
  readonly keywords?: readonly string[]
  readonly field: string
}

/** Everything a procedure can be found by, folded, for one search column. */
export function searchText({ code, name, shortName, keywords = [], field }: Named): string {
  const names = [name, ...(shortName ? [shortName] : []), ...keywords]
  return [...new Set([code, ...names.map(fold), initials(shortName ?? name), fold(field)])].join(' | ')
}

/**
 * How well a query fits a procedure, 0 not at all. The code and the whole name come first, then names that begin with the
 * query, names that contain it, the abbreviation, all its words, the beginnings of all its words; of equals the shorter name wins.
 */
export function fit(query: string, procedure: Named): number {
  const asked = fold(query)
  if (asked === '') return 0
  const names = [procedure.name, procedure.shortName ?? '', ...(procedure.keywords ?? [])].filter(Boolean).map(fold)
  const brevity = 1 / (1 + fold(procedure.shortName ?? procedure.name).length)
  if (asked === procedure.code) return 100
  if (names.includes(asked)) return 90 + brevity
  if (names.some((name) => name.startsWith(asked))) return 80 + brevity
  if (names.some((name) => ` ${name} `.includes(` ${asked} `))) return 70 + brevity
  if (initials(procedure.shortName ?? procedure.name) === asked) return 60 + brevity
  const all = `${names.join(' ')} ${fold(procedure.field)} ${procedure.code}`
  const words = asked.split(' ')
  if (words.every((word) => ` ${all} `.includes(` ${word} `))) return 50 + brevity
  if (words.every((word) => ` ${all}`.includes(` ${word}`))) return 45 + brevity
  return all.includes(asked) ? 40 + brevity : 0
}
