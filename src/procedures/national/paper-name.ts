/** The name of a paper and the template files that the source glues to its end. */
export type PaperName = { readonly name: string; readonly forms: readonly string[] }

const endings = 'docx?|pdf|xlsx?|rtf|odt|rar|zip|jpe?g|png|pptx?'
/** A file of which the ending stands twice (*.docx.docx*, *.docx (1).doc*) is one file. */
const ending = new RegExp(`\\.(?:${endings})(?: ?(?:\\(\\d+\\))?\\.(?:${endings}))*`, 'i')
const fileWord =
  '(?:Mẫu|Mau|MẪU|MAU|Phụ lục|Phu luc|Phụ Lục|PHỤ LỤC|PHU LUC|Phuluc|PhuLuc|Biểu mẫu|Bieu mau|BM|Tờ khai|To khai|Đơn|Don|ĐƠN|DON)'

/** Where words run into each other as no sentence does: *…khoáng sảnMau 35*, *…NĐ-CPMẫu số 20*. */
const words = new RegExp(
  `(?<=\\p{Ll})(?=\\p{Lu})|(?<=[\\p{Lu}.]|[\\s/]\\d{1,4})(?=${fileWord})|(?<=NĐ-CP|QĐ-TTg)(?=\\p{L})`,
  'gu',
)
/** A mark without the space that should follow it. */
const marks = /(?<=[;:)”"])(?=[\p{L}\d~_])/gu
const stop = /(?<=[\p{Ll})”"]\.+|\p{Lu}{2}\.+)(?=[\p{Lu}\d~_])/gu
const figures = /(?<=\s\p{Ll}{2,})(?=\d)/gu
const names = /VNeID|eID|eKYC|iOS|mPDF/g

const longest = 160

/**
 * Divides a row's text into the name and its files. `undefined` when files are glued to the name and the seam cannot be told.
 */
export function divideName(text: string): PaperName | undefined {
  const { files, rest } = piecesOf(text)
  if (files.length === 0) return rest === '' ? undefined : { name: rest, forms: [] }
  const [first = '', ...others] = files
  const at = seamOf(first)
  if (at === undefined || first.length - at > longest || rest !== '') return undefined
  const name = first.slice(0, at).trim()
  const forms = [first.slice(at).trim(), ...others.map((one) => one.trim())]
  const isFile = forms[0]!.split('(').length === forms[0]!.split(')').length
  return name !== '' && isFile && endsAsAName(name) ? { name, forms } : undefined
}

/** The last word of a name holds no piece of a file: nothing behind a bracket or full stop inside it, no capitals running into small letters. */
function endsAsAName(name: string): boolean {
  const last = name.split(/\s/).at(-1) ?? ''
  return !/[)”";]\.?[\p{L}\d]|\p{L}\.[\p{L}\d]|\p{Lu}{3}\p{Ll}{2}|\/\p{Ll}{3}|[a-z]{15}/u.test(last)
}

/** Where the first file begins: words run together, else the one mark, full stop or figure that lacks its space. */
function seamOf(text: string): number | undefined {
  const quiet = text.replaceAll(names, (word) => '_'.repeat(word.length).replace(/_/g, 'x'))
  const [run] = placesOf(words, quiet)
  const marked = placesOf(marks, quiet)
  if (run !== undefined) {
    const before = marked.filter((at) => at < run)
    if (before.length === 0) return run
    const [only] = before
    return before.length === 1 && new RegExp(`^${fileWord}`).test(quiet.slice(only)) ? only : undefined
  }
  for (const places of [marked, placesOf(stop, quiet), placesOf(figures, quiet)])
    if (places.length > 0) return places.length === 1 ? places[0] : undefined
  return undefined
}

function placesOf(seam: RegExp, text: string): number[] {
  return [...text.matchAll(seam)].map(({ index }) => index)
}

/** Splits behind every file ending; the first piece still holds the name of the paper. */
function piecesOf(text: string): { files: string[]; rest: string } {
  const files: string[] = []
  let rest = text
  for (;;) {
    const found = ending.exec(rest)
    if (!found) return { files, rest: rest.trim() }
    const end = found.index + found[0].length
    files.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
}
