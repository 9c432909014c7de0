import { PDFDict, PDFName, PDFObjectParser, PDFRawStream, type PDFContext } from '@cantoo/pdf-lib'
import { elements, latin1, numberOf, objectAt } from './pdf.ts'
import { decoded } from './stream.ts'

/** Where an object lies: at a byte, inside an object stream, or nowhere any more. */
export type Place =
  | { kind: 'plain'; offset: number; generation: number }
  | { kind: 'packed'; container: number; index: number }
  | { kind: 'free' }

export type CrossReferences = {
  trailer: PDFDict
  startxref: number
  style: 'table' | 'stream'
  places: Map<number, Place>
}

type Section = { places: Map<number, Place>; trailer: PDFDict; style: 'table' | 'stream' }

/** Follows the cross-references from the last `startxref` back to the first; the newest word about an object holds. */
export function readCrossReferences(bytes: Uint8Array, context: PDFContext): CrossReferences {
  const tail = latin1(bytes, bytes.length - 2048, bytes.length)
  const found = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1)
  if (!found) throw new SyntaxError('a PDF without cross-references')
  const startxref = Number(found[1])

  const places = new Map<number, Place>()
  const seen = new Set<number>()
  const waiting = [startxref]
  let newest: Section | undefined
  while (waiting.length > 0) {
    const offset = waiting.pop()!
    if (seen.has(offset)) continue
    seen.add(offset)
    const section = readSection(bytes, offset, context)
    newest ??= section
    for (const [number, place] of section.places) if (!places.has(number)) places.set(number, place)
    const before = section.trailer.get(PDFName.of('Prev'))
    if (before) waiting.push(numberOf(before))
  }
  return { trailer: newest!.trailer, style: newest!.style, startxref, places }
}

function readSection(bytes: Uint8Array, offset: number, context: PDFContext): Section {
  return /^\s*xref\b/.test(latin1(bytes, offset, offset + 16))
    ? readTable(bytes, offset, context)
    : readStream(bytes, offset, context)
}

function readTable(bytes: Uint8Array, offset: number, context: PDFContext): Section {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('trailer', offset)
  if (end === -1) throw new SyntaxError('cross-references without a trailer')
  const words = latin1(bytes, offset, end).trim().split(/\s+/).slice(1)
  const places = new Map<number, Place>()
  for (let at = 0; at < words.length;) {
    const [first, count] = [Number(words[at++]), Number(words[at++])]
    for (let number = first; number < first + count; number++, at += 3) {
      const [where, generation, kind] = words.slice(at, at + 3)
      if (kind !== 'n' && kind !== 'f') throw new SyntaxError('broken cross-references')
      places.set(
        number,
        kind === 'f' ? { kind: 'free' } : { kind: 'plain', offset: Number(where), generation: Number(generation) },
      )
    }
  }
  const trailer = PDFObjectParser.forBytes(bytes.subarray(end + 'trailer'.length), context).parseObject()
  if (!(trailer instanceof PDFDict)) throw new SyntaxError('cross-references without a trailer')
  addHidden(places, trailer, bytes, context)
  return { places, trailer, style: 'table' }
}

/** A table may call objects free that an extra stream knows, for old readers' sake; the stream is right then. */
function addHidden(places: Map<number, Place>, trailer: PDFDict, bytes: Uint8Array, context: PDFContext) {
  const extra = trailer.get(PDFName.of('XRefStm'))
  if (!extra) return
  for (const [number, place] of readStream(bytes, numberOf(extra), context).places) {
    if ((places.get(number)?.kind ?? 'free') === 'free') places.set(number, place)
  }
}

function readStream(bytes: Uint8Array, offset: number, context: PDFContext): Section {
  const { object } = objectAt(bytes, offset, context)
  if (!(object instanceof PDFRawStream)) throw new SyntaxError('broken cross-references')
  const value = (key: string) => object.dict.get(PDFName.of(key))
  const widths = elements(value('W')).map(numberOf)
  const index = value('Index') ? elements(value('Index')).map(numberOf) : [0, numberOf(value('Size'))]
  const [w0 = 0, w1 = 0, w2 = 0] = widths
  const content = Buffer.from(decoded(object))
  if (w0 + w1 + w2 === 0 || [w0, w1, w2].some((width) => width > 6)) throw new SyntaxError('broken cross-references')

  const places = new Map<number, Place>()
  let at = 0
  const take = (width: number, otherwise: number) => {
    const word = width === 0 ? otherwise : content.readUIntBE(at, width)
    at += width
    return word
  }
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    for (let number = index[pair]!; number < index[pair]! + index[pair + 1]!; number++) {
      const [kind, second, third] = [take(w0, 1), take(w1, 0), take(w2, 0)]
      if (kind === 0) places.set(number, { kind: 'free' })
      else if (kind === 1) places.set(number, { kind: 'plain', offset: second, generation: third })
      else if (kind === 2) places.set(number, { kind: 'packed', container: second, index: third })
    }
  }
  return { places, trailer: object.dict, style: 'stream' }
}
