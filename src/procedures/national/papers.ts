import { divideName, type PaperName } from './paper-name.ts'
import { type Count, isAbsent, plain, type Unread } from './text.ts'

/**
 * What the source says a row is: to hand in or only to show, as its group says; a note where its group or its own first words call it one;
 * `unstated` where it says neither. A paper of which no copy is asked for stays a paper: nothing is guessed.
 */
export type PaperKind = 'submit' | 'show' | 'note' | 'unstated'

/** One row of the table of papers; `forms` are the names of template files, `text` the row letter for letter. */
export type NationalPaper = PaperName & {
  readonly group: string | null
  readonly kind: PaperKind
  readonly originals: number
  readonly copies: number
  readonly text: string
}

export type Papers = { papers: NationalPaper[]; count: Count; unread: Unread[] }

const marker = 'Tên giấy tờMẫu đơn, tờ khaiSố lượng'

/**
 * The count that ends a row: *1 bản chính*, *0 bản chính,1 bản sao*. It is glued to the row before and to the next one, while the
 * same words inside a sentence stand between spaces or before a full stop. A count has no leading nought (*01 bản chính* is text).
 * A full stop or comma glued to the capital behind it is the next row's.
 */
const count =
  /(?<digits>\d+) bản chính(?:,(?<copies>\d+) bản sao|(?![\s.;,)])|(?<=[\p{L})"”.;]\d+ bản chính)(?=[.,;]\p{Lu})|(?=\s*$)|(?<=[\p{L})"”.;]\d+ bản chính)(?=\s))/gu

/** Reads the papers of a procedure, grouped by case and kind as the source groups them. */
export function readPapers(source: string): Papers {
  const text = plain(source)
  const sections = text.split(marker)
  const unread: Unread[] = []
  if (sections.length === 1) {
    if (!isAbsent(text)) unread.push({ part: 'papers', text })
    return { papers: [], count: { printed: isAbsent(text) ? 0 : 1, structured: 0 }, unread }
  }
  const papers: NationalPaper[] = []
  let group = sections[0]!
  let printed = 0
  for (const [at, section] of sections.slice(1).entries()) {
    const isLast = at === sections.length - 2
    const { rows, rest } = rowsOf(section)
    for (const row of rows) {
      printed += 1
      const paper = paperOf(row, groupName(group))
      if (paper) papers.push(paper)
      else unread.push({ part: 'papers', text: row.text })
    }
    if (isLast && rest.trim() !== '' && !isAbsent(rest.trim())) {
      printed += 1
      unread.push({ part: 'papers', text: rest.trim() })
    }
    group = rest
  }
  return { papers, count: { printed, structured: papers.length }, unread }
}

type Row = { name: string; digits: string; copies: string | undefined; text: string }

function rowsOf(section: string): { rows: Row[]; rest: string } {
  const rows: Row[] = []
  let from = 0
  for (const match of section.matchAll(count)) {
    const { digits = '', copies } = match.groups as Record<string, string | undefined>
    if (/^0\d$/.test(digits)) continue
    const end = match.index + match[0].length
    rows.push({
      name: section.slice(from, match.index),
      digits,
      copies,
      text: section.slice(from, end).trim(),
    })
    from = end
  }
  return { rows, rest: section.slice(from) }
}

/**
 * More than one digit may be the end of the name run into the count (*…theo Mẫu số 18* and *1*): such a row is not read, unless the
 * name ends in a date, whose year has four digits.
 */
function paperOf(row: Row, group: string | null): NationalPaper | undefined {
  const year = /(?:\d\/\d{1,2}\/|năm )$/.test(row.name) && /^((?:19|20)\d\d)(\d)$/.exec(row.digits)
  const name = year ? row.name + year[1] : row.name
  const digits = year ? year[2]! : row.digits
  const { copies, text } = row
  if (digits.length > 1 || (copies !== undefined && !/^(?:0|[1-9]\d?)$/.test(copies))) return undefined
  const divided = divideName(name.trim().replace(/^[.,;]\s*/, ''))
  if (!divided || divided.forms.some((form) => /bản (?:chính|sao)/i.test(form))) return undefined
  const originals = Number(digits)
  const asked = Number(copies ?? 0)
  return {
    ...divided,
    group,
    kind: kindOf(group, divided, originals + asked),
    originals,
    copies: asked,
    text,
  }
}

/** A row that begins with *Lưu ý* or only announces the rows after it, and of which nothing is to hand in. */
const saysNote = /^[\s*+\-–.()\d]*(?:lưu ý|ghi chú|số lượng hồ sơ)(?!\p{L})|:$/iu

function kindOf(group: string | null, { name, forms }: PaperName, counted: number): PaperKind {
  if (group && /^[\s*\-+\d.()a-z]*lưu ý[\s:;.]*$/i.test(group)) return 'note'
  if (counted === 0 && forms.length === 0) return saysNote.test(name) ? 'note' : 'unstated'
  if (group && /^[\s*\-+\d.()a-z]*giấy tờ phải nộp[\s:;.]*$/i.test(group)) return 'submit'
  if (group && /^[\s*\-+\d.()a-z]*giấy tờ phải xuất trình[\s:;.]*$/i.test(group)) return 'show'
  return 'unstated'
}

function groupName(heading: string): string | null {
  const name = heading.replace(/^\s*--+/, '').trim()
  return isAbsent(name) ? null : name
}
