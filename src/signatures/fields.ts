import { type PDFDict, PDFHexString, PDFName, PDFRef, PDFString, type PDFObject } from '@cantoo/pdf-lib'
import { dictionaryOf, elements, nameOf } from './pdf.ts'
import type { Revision } from './revision.ts'

/** A field of the document's form; `name` is the full one, `value` what it holds. */
export type Field = { name: string; type?: string; ref?: PDFRef; dictionary: PDFDict; value?: PDFObject }

export const catalogOf = (revision: Revision): PDFDict => dictionaryOf(revision.resolve(revision.root))!

/** The fields at the ends of the form's tree, with what they inherit. */
export function fieldsOf(revision: Revision): Field[] {
  const { get, resolve } = revision
  const form = dictionaryOf(get(catalogOf(revision), 'AcroForm'))
  const found: Field[] = []
  const seen = new Set<PDFObject>()

  const visit = (entry: PDFObject, above: { name: string; type?: string; value?: PDFObject }) => {
    const dictionary = dictionaryOf(resolve(entry))
    if (!dictionary || seen.has(dictionary)) return
    seen.add(dictionary)
    const own = textOf(get(dictionary, 'T'))
    const name = [above.name, own].filter(Boolean).join('.')
    const type = nameOf(get(dictionary, 'FT')) ?? above.type
    const value = dictionary.get(PDFName.of('V')) ?? above.value
    const kids = elements(get(dictionary, 'Kids')).filter((kid) => dictionaryOf(resolve(kid))?.has(PDFName.of('T')))
    if (kids.length > 0) for (const kid of kids) visit(kid, { name, type, value })
    else found.push({ name, type, value, dictionary, ref: entry instanceof PDFRef ? entry : undefined })
  }
  for (const entry of form ? elements(get(form, 'Fields')) : []) visit(entry, { name: '' })
  return found
}

export type Page = { ref: PDFRef; dictionary: PDFDict }

/** The pages in their order. */
export function pagesOf(revision: Revision): Page[] {
  const pages: Page[] = []
  const seen = new Set<PDFObject>()
  const visit = (entry: PDFObject | undefined) => {
    const dictionary = dictionaryOf(revision.resolve(entry))
    if (!dictionary || seen.has(dictionary)) return
    seen.add(dictionary)
    const kids = revision.get(dictionary, 'Kids')
    if (kids) elements(kids).forEach(visit)
    else if (entry instanceof PDFRef) pages.push({ ref: entry, dictionary })
  }
  visit(catalogOf(revision).get(PDFName.of('Pages')))
  return pages
}

export function textOf(value: PDFObject | undefined): string | undefined {
  return value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : undefined
}
