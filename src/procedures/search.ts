import { everydayNames } from './everyday.ts'

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

/** Everything a procedure can be found by, folded, for one search column; its field is told from its names, which it often repeats. */
export function searchText({ code, name, shortName, keywords = [], field }: Named): string {
  const names = [name, ...(shortName ? [shortName] : []), ...keywords]
  return [...new Set([code, ...names.map(fold), initials(shortName ?? name), `linh vuc ${fold(field)}`])].join(' | ')
}

/** The name as people mean it: folded, without *thủ tục* before it and without what stands in brackets. */
export function titleOf(name: string): string {
  const bare = fold(name.replaceAll(/\([^()]*\)/g, ' ')).replace(/^thu tuc (?=.)/, '')
  return bare === '' ? fold(name) : bare
}

/** As it sounds: letters that people write for each other (*s* and *x*, *tr* and *ch*, *d*, *gi* and *r*, *i* and *y*) made one. */
export function soundOf(text: string): string {
  return fold(text)
    .replaceAll(/\b(?:tr|ch)/g, 'c')
    .replaceAll(/\b(?:gi|r)(?=[aeiouy])/g, 'd')
    .replaceAll('x', 's')
    .replaceAll('y', 'i')
    .replaceAll(/\b(?:k|q)/g, 'c')
    .replaceAll(/n[gh]*\b/g, 'n')
}

/** The columns by which a procedure is found, every name and word of `search` between its own signs; `more` is what else it may be found by, last. */
export function listedNames(named: Named, more = '') {
  const title = titleOf(named.shortName ?? named.name)
  const sound = soundOf(title)
  const search = [searchText(named), sound, fold(more).slice(0, 400)].filter((one) => one !== '').join(' | ')
  return { search: `| ${search} |`, title, initials: initials(title), sound }
}

/** Abbreviations and everyday words beside what procedures are called; all folded. */
const meant: Readonly<Record<string, string>> = {
  atgt: 'an toan giao thong',
  attp: 'an toan thuc pham',
  atvsld: 'an toan ve sinh lao dong',
  bhtn: 'bao hiem that nghiep',
  bhxh: 'bao hiem xa hoi',
  bhyt: 'bao hiem y te',
  cccd: 'can cuoc',
  cmnd: 'can cuoc',
  dk: 'dang ky',
  dkdn: 'dang ky doanh nghiep',
  dkhkd: 'dang ky thanh lap ho kinh doanh',
  dkkd: 'dang ky kinh doanh',
  dkkh: 'dang ky ket hon',
  dkks: 'dang ky khai sinh',
  dkkt: 'dang ky khai tu',
  dn: 'doanh nghiep',
  dtm: 'danh gia tac dong moi truong',
  gcn: 'giay chung nhan',
  gp: 'giay phep',
  gplx: 'giay phep lai xe',
  gpmt: 'giay phep moi truong',
  gpxd: 'giay phep xay dung',
  hkd: 'ho kinh doanh',
  htx: 'hop tac xa',
  khcn: 'khoa hoc cong nghe',
  lltp: 'ly lich tu phap',
  mst: 'ma so thue',
  noxh: 'nha o xa hoi',
  pccc: 'phong chay chua chay',
  qsdd: 'quyen su dung dat',
  sdd: 'su dung dat',
  tncn: 'thu nhap ca nhan',
  tndn: 'thu nhap doanh nghiep',
  tthn: 'tinh trang hon nhan',
  vpdd: 'van phong dai dien',
  xnc: 'xuat nhap canh',
  'dang ky ho kinh doanh': 'dang ky thanh lap ho kinh doanh',
  'bao tu': 'khai tu',
  'doc than': 'tinh trang hon nhan',
  'nhap ho khau': 'dang ky thuong tru',
  'ho khau': 'thuong tru',
  'ly lich': 'ly lich tu phap',
  'sao y': 'chung thuc ban sao tu ban chinh',
  'sao y ban chinh': 'chung thuc ban sao tu ban chinh',
}
const phrases = Object.keys(meant)
  .toSorted((a, b) => b.length - a.length)
  .map((one) => one.replaceAll('.', '\\.'))
const abbreviation = new RegExp(`(?<![^ ])(?:${phrases.join('|')})(?![^ ])`, 'g')
/** What people put before the thing they want; *căn cước*, *di chúc*, *hội chợ*, *vệ sinh* begin with such a syllable and keep it. */
const polite =
  /^(?:(?:toi|minh|em|muon|can(?! cuoc)|xin|lam|hoi(?! (?:cho|dong|nghi|thao|vien))|di(?! (?:chuc|chuyen|dan|san|tich))|thu tuc|ve(?! (?:sinh|tinh))|cach|o dau|nhu the nao|the nao) )+/
const trailing =
  /(?: (?:cho (?:con|be|tre|tre em|toi|minh|em|chau|ong|ba|bo|me|cha|vo|chong|nguoi nha)|o dau|nhu the nao|the nao|can gi|mat bao lau))+$/

/** Syllables that people write with i for y. */
const withY = /(?<![^ ])([kltm])i(?![^ ])/g

/**
 * The query as folded, as it is meant when abbreviations are spelled out, and under the names that the catalogue has for it; at most five
 * ways to ask.
 */
export function waysToAsk(query: string): readonly string[] {
  const asked = fold(query)
  const bare = asked.replace(polite, '').replace(trailing, '')
  const plain = bare.includes(' ') || meant[bare] || everydayNames(bare).length > 0 ? bare : asked
  const spelled = plain.replaceAll(withY, '$1y').replace(abbreviation, (word) => meant[word] ?? word)
  const names = [plain.replaceAll(withY, '$1y'), spelled].flatMap((one) => everydayNames(one))
  const own = [...new Set([asked, plain, spelled])].filter((one) => one !== '').slice(-2)
  return [...new Set([...own, ...names])].slice(0, 5)
}

/** From so many letters on the last word may be unfinished; a shorter one begins too many others. */
const unfinished = 4

/** The words in any order, between two of them at most two others, of two words one. */
export function closeTogether(words: readonly string[]): string {
  const last = words.length - 1
  const plain = words.map(
    (word, at) => `${word.replaceAll('.', '\\.')}${at === last && word.length >= unfinished ? '[^ ]*' : ''}`,
  )
  const orders = ordersOf(plain).map((order) => order.join(` ([^ |]+ ){0,${words.length - 1}}`))
  return ` (${orders.join('|')}) `
}

function ordersOf(words: readonly string[]): string[][] {
  if (words.length <= 1) return [[...words]]
  return words.flatMap((word, at) => ordersOf(words.toSpliced(at, 1)).map((rest) => [word, ...rest]))
}
