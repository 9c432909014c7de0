import {
  PDFDict,
  PDFName,
  PDFObjectCopier,
  PDFPageEmbedder,
  PDFRef,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib'
import { catalogOf, type Page } from './fields.ts'
import { appendIncrement } from './increment.ts'
import { dictionaryOf, elements, numberOf } from './pdf.ts'
import type { Revision } from './revision.ts'

/** The revision to come: the earlier one, and what is added to it or stands differently in it. */
export class Draft {
  readonly revision: Revision
  readonly #changes = new Map<PDFRef, PDFObject>()

  constructor(revision: Revision) {
    this.revision = revision
  }

  append() {
    return appendIncrement(this.revision, [...this.#changes])
  }

  add(object: PDFObject): PDFRef {
    const ref = this.revision.context.nextRef()
    this.#changes.set(ref, object)
    return ref
  }

  replace(ref: PDFRef, object: PDFObject): void {
    this.#changes.set(ref, object)
  }

  numbers(dictionary: PDFDict, key: string): number[] {
    return elements(this.revision.get(dictionary, key)).map(numberOf)
  }

  /** Puts a new field into the document's form and onto its page. */
  addField(widget: PDFDict, page: Page): void {
    const field = this.add(widget)
    const form = this.#form()
    form.set(PDFName.of('Fields'), this.#list(form, 'Fields', field))
    form.set(PDFName.of('SigFlags'), this.revision.context.obj(numberOf(this.revision.get(form, 'SigFlags')) | 3))
    const changed = this.#own(page.ref, page.dictionary)
    changed.set(PDFName.of('Annots'), this.#list(changed, 'Annots', field))
  }

  /** Gives a widget this page's drawing; its fonts come along, cut to the letters used. */
  async show(widget: PDFDict, drawing: PDFPage): Promise<void> {
    const { context } = this.revision
    const before = context.largestObjectNumber
    const page = PDFObjectCopier.for(drawing.node.context, context).copy(drawing.node)
    const form = await (await PDFPageEmbedder.for(page)).embedIntoContext(context)
    for (const [ref, object] of context.enumerateIndirectObjects())
      if (ref.objectNumber > before) this.#changes.set(ref, object)
    widget.set(PDFName.of('AP'), context.obj({ N: form }))
  }

  /** An annotation of an archival PDF has an appearance even where there is nothing to see. */
  showNothing(widget: PDFDict): void {
    const { context } = this.revision
    const [left = 0, bottom = 0, right = 0, top = 0] = this.numbers(widget, 'Rect')
    const form = this.add(
      context.stream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, right - left, top - bottom] }),
    )
    widget.set(PDFName.of('AP'), context.obj({ N: form }))
  }

  #form(): PDFDict {
    const { revision } = this
    const catalog = this.#changes.get(revision.root) ?? catalogOf(revision)
    const entry = (catalog as PDFDict).get(PDFName.of('AcroForm'))
    if (entry instanceof PDFRef)
      return this.#own(entry, dictionaryOf(revision.resolve(entry)) ?? revision.context.obj({}))
    const form = dictionaryOf(entry)?.clone() ?? revision.context.obj({})
    this.#own(revision.root, catalog as PDFDict).set(PDFName.of('AcroForm'), this.add(form))
    return form
  }

  /** The copy of an object that this draft may change. */
  #own(ref: PDFRef, dictionary: PDFDict): PDFDict {
    const found = this.#changes.get(ref)
    if (found instanceof PDFDict) return found
    const copy = dictionary.clone()
    this.#changes.set(ref, copy)
    return copy
  }

  #list(dictionary: PDFDict, key: string, more: PDFRef) {
    return this.revision.context.obj([...elements(this.revision.get(dictionary, key)), more])
  }
}
