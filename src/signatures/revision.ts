import { PDFContext, PDFDict, PDFName, PDFObjectParser, PDFRawStream, PDFRef, type PDFObject } from '@cantoo/pdf-lib'
import { readCrossReferences, type Place } from './cross-reference.ts'
import { latin1, numberOf, objectAt } from './pdf.ts'
import { decoded } from './stream.ts'

/** A PDF as its cross-references tell it, which is how a viewer sees it; later bytes may hold another revision. */
export type Revision = {
  readonly bytes: Uint8Array
  readonly context: PDFContext
  readonly trailer: PDFDict
  readonly root: PDFRef
  readonly startxref: number
  readonly style: 'table' | 'stream'
  readonly places: ReadonlyMap<number, Place>
  /** The object with this number, or nothing when the cross-references do not know it. */
  object(number: number): PDFObject | undefined
  /** The value itself, after following a reference. */
  resolve(value: PDFObject | undefined): PDFObject | undefined
  /** The value under this key, after following a reference. */
  get(dictionary: PDFDict, key: string): PDFObject | undefined
}

/** Opens a PDF by its last cross-references; throws a `SyntaxError` when it is not a sound, unencrypted PDF. */
export function openRevision(bytes: Uint8Array): Revision {
  if (latin1(bytes, 0, 5) !== '%PDF-') throw new SyntaxError('not a PDF: it does not begin with its header')
  const context = PDFContext.create()
  const { trailer, startxref, style, places } = readCrossReferences(bytes, context)
  const root = trailer.get(PDFName.of('Root'))
  if (!(root instanceof PDFRef)) throw new SyntaxError('a PDF without a catalog')
  if (trailer.has(PDFName.of('Encrypt'))) throw new SyntaxError('an encrypted PDF')
  context.largestObjectNumber = Math.max(...places.keys(), numberOf(trailer.get(PDFName.of('Size'))) - 1)

  const known = new Map<number, PDFObject | undefined>()
  const containers = new Map<number, Map<number, PDFObject>>()

  function object(number: number): PDFObject | undefined {
    if (!known.has(number)) {
      known.set(number, undefined) // a reference to itself finds nothing
      known.set(number, load(number))
    }
    return known.get(number)
  }

  function load(number: number): PDFObject | undefined {
    const place = places.get(number)
    if (!place || place.kind === 'free') return undefined
    if (place.kind === 'plain') return objectAt(bytes, place.offset, context, number).object
    if (!containers.has(place.container)) containers.set(place.container, unpack(object(place.container), context))
    return containers.get(place.container)!.get(number)
  }

  const resolve = (value: PDFObject | undefined): PDFObject | undefined => {
    for (let hops = 0; value instanceof PDFRef && hops < 32; hops++) value = object(value.objectNumber)
    return value instanceof PDFRef ? undefined : value
  }
  const get = (dictionary: PDFDict, key: string) => resolve(dictionary.get(PDFName.of(key)))

  if (!(resolve(root) instanceof PDFDict)) throw new SyntaxError('a PDF without a catalog')
  return { bytes, context, trailer, root, startxref, style, places, object, resolve, get }
}

function unpack(container: PDFObject | undefined, context: PDFContext): Map<number, PDFObject> {
  if (!(container instanceof PDFRawStream)) throw new SyntaxError('an object stream is missing')
  const content = decoded(container)
  const first = numberOf(container.dict.get(PDFName.of('First')))
  const numbers = latin1(content, 0, first).trim().split(/\s+/).map(Number)
  const objects = new Map<number, PDFObject>()
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const body = content.subarray(first + numbers[at + 1]!)
    objects.set(numbers[at]!, PDFObjectParser.forBytes(body, context).parseObject())
  }
  return objects
}
