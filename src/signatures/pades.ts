import { type PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { signDetached } from './cms.ts'
import { Draft } from './draft.ts'
import { fieldsOf, pagesOf } from './fields.ts'
import { openRevision } from './revision.ts'
import { drawSeal, drawWords, type Rectangle, type Seal } from './seal.ts'
import type { Signer } from './signer.ts'

/**
 * A place left open for what is known only later, such as the number; the signature covers that it was open. It is as high as a
 * line: 1.15 times the size of the words around it.
 */
export type Blank = { name: string; page: number | 'last'; rect: Rectangle }

/** Words for a blank that an earlier signature left open. */
export type Filling = { blank: string; words: string; style?: 'normal' | 'italic' }

export type Signing = {
  signer: Signer
  /** The name of the signature field; each signature of a document has its own. */
  field: string
  /** Who signs, as the signature dictionary tells it. */
  name: string
  at: Date
  reason?: string
  location?: string
  /** Without it the signature is there but nothing of it is seen. */
  seal?: Seal
  /** Left open for a later signer, whose filling them does not break this signature. */
  blanks?: readonly Blank[]
  fillings?: readonly Filling[]
}

/** Room for the CMS in bytes: certificates and, one day, a time stamp fit well. In the file it takes twice as much. */
const room = 12 * 1024
const widest = 9_999_999_999

/**
 * Signs a PDF (PAdES B-B) and answers the new bytes. The earlier bytes stay bit for bit, so earlier signatures hold. Throws when the
 * PDF is not sound, the field's name is taken, a page does not exist, or a blank is not there or not open.
 */
export async function signPdf(pdf: Uint8Array, signing: Signing): Promise<Buffer> {
  const draft = new Draft(openRevision(pdf))
  for (const filling of signing.fillings ?? []) await fill(draft, filling)
  if (signing.blanks?.length && fieldsOf(draft.revision).some(({ type, value }) => type === 'Sig' && value)) {
    throw new RangeError('blanks must be there before the first signature')
  }
  for (const { name, page, rect } of signing.blanks ?? []) {
    const widget = addWidget(draft, { name, type: 'Tx', flags: 4, page, rect })
    widget.set(PDFName.of('Ff'), draft.revision.context.obj(1)) // nobody types into it
    draft.showNothing(widget)
  }

  const signature = draft.add(signatureDictionary(draft, signing))
  const { seal } = signing
  const widget = addWidget(draft, {
    name: signing.field,
    type: 'Sig',
    flags: 132, // printed, locked
    page: seal?.page ?? 1,
    rect: seal?.rect ?? [0, 0, 0, 0],
  })
  widget.set(PDFName.of('V'), signature)
  if (seal) await draft.show(widget, await drawSeal({ ...seal, size: [seal.rect[2], seal.rect[3]] }))
  else draft.showNothing(widget)

  const { bytes, offsets } = draft.append()
  const gap = fixByteRange(bytes, offsets.get(signature.objectNumber)!)
  const cms = await signDetached(signing.signer, bytes.subarray(0, gap.from), bytes.subarray(gap.to))
  if (cms.length > room) throw new RangeError(`the signature takes ${cms.length} bytes, ${room} are kept for it`)
  bytes.write(Buffer.from(cms).toString('hex'), gap.from + 1, 'latin1')
  return bytes
}

function signatureDictionary({ revision: { context } }: Draft, { name, at, reason, location }: Signing): PDFDict {
  const dictionary = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, widest, widest, widest],
    Contents: PDFHexString.of('0'.repeat(room * 2)),
    M: PDFString.of(pdfTime(at)),
    Name: PDFHexString.fromText(name),
  })
  if (reason) dictionary.set(PDFName.of('Reason'), PDFHexString.fromText(reason))
  if (location) dictionary.set(PDFName.of('Location'), PDFHexString.fromText(location))
  return dictionary
}

/** Writes the true ranges over the placeholder, padded to its width, and says where `<…>` of /Contents lies. */
function fixByteRange(bytes: Buffer, start: number) {
  const from = bytes.indexOf('/Contents <', start) + '/Contents '.length
  const to = from + room * 2 + 2
  const placeholder = bytes.indexOf('/ByteRange [', start)
  const end = bytes.indexOf(']', placeholder) + 1
  const range = `/ByteRange [ 0 ${from} ${to} ${bytes.length - to} ]`
  if (placeholder === -1 || from < start || bytes[to - 1] !== 0x3e || range.length > end - placeholder) {
    throw new Error('the signature dictionary is not where it was written')
  }
  bytes.write(range.padEnd(end - placeholder), placeholder, 'latin1')
  return { from, to }
}

type Widget = { name: string; type: 'Sig' | 'Tx'; flags: number; page: number | 'last'; rect: Rectangle }

function addWidget(draft: Draft, { name, type, flags, page: wanted, rect: [x, y, width, height] }: Widget): PDFDict {
  const pages = pagesOf(draft.revision)
  const page = wanted === 'last' ? pages.at(-1) : pages[wanted - 1]
  if (!page) throw new RangeError(`there is no page ${wanted}`)
  if (fieldsOf(draft.revision).some((field) => field.name === name)) throw new RangeError(`the field ${name} is taken`)

  const widget = draft.revision.context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: type,
    T: PDFHexString.fromText(name),
    F: flags,
    P: page.ref,
    Rect: [x, y, x + width, y + height],
  })
  draft.addField(widget, page)
  return widget
}

async function fill(draft: Draft, { blank, words, style = 'normal' }: Filling): Promise<void> {
  const found = fieldsOf(draft.revision).find(({ name, type }) => name === blank && type === 'Tx')
  if (!found?.ref || found.value) throw new RangeError(`the blank ${blank} is not open`)
  const [left, bottom, right, top] = draft.numbers(found.dictionary, 'Rect') as [number, number, number, number]
  const widget = found.dictionary.clone()
  widget.set(PDFName.of('V'), PDFHexString.fromText(words.normalize('NFC')))
  await draft.show(widget, await drawWords(words, [right - left, top - bottom], style))
  draft.replace(found.ref, widget)
}

/** `D:20260302090000+07'00'`. */
function pdfTime(at: Date): string {
  const digits = new Date(at.getTime() + 7 * 60 * 60_000).toISOString().replace(/\D/g, '')
  return `D:${digits.slice(0, 14)}+07'00'`
}
