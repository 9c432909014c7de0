import { type PDFDict, PDFHexString, PDFName, PDFRef } from '@cantoo/pdf-lib'
import type { Field } from './fields.ts'
import { elements, latin1, numberOf } from './pdf.ts'
import { bad, good, type Check } from './report.ts'
import { openRevision, type Revision } from './revision.ts'

/** What a signature covers: everything of its revision but its own value. */
export type Covered = {
  check: Check<'covers'>
  content: readonly Uint8Array[]
  cms: Uint8Array
  /** The document as it was when signed. */
  revision?: Revision
}

const ending = /startxref\s+\d+\s+%%EOF\s*$/

/**
 * Does this signature cover the whole document as it then was? Two ranges from byte 0, between them exactly the value of
 * /Contents and nothing else, and together a complete PDF in which this signature already stands.
 */
export function coveredBy(field: Field, signature: PDFDict, whole: Revision): Covered {
  const { bytes } = whole
  const range = elements(whole.get(signature, 'ByteRange')).map(numberOf)
  const [start, first, second, rest] = range as [number, number, number, number]
  const end = second + rest
  const wrong = (why: NonNullable<Check<'covers'>['why']>): Covered => ({
    check: bad(why),
    content: [],
    cms: new Uint8Array(),
  })
  const sound = range.length === 4 && range.every((value) => Number.isSafeInteger(value) && value >= 0)
  if (!sound || start !== 0 || first === 0 || rest === 0 || second <= first || end > bytes.length)
    return wrong('byte-range-broken')

  const cms = valueInGap(field, signature, whole, first, second)
  if (!cms) return wrong('gap-is-not-the-signature')

  const content = [bytes.subarray(0, first), bytes.subarray(second, end)]
  const revision = revisionUpTo(end, field, whole)
  if (!revision) return { ...wrong('revision-broken'), content, cms }
  const appended = bytes.subarray(end)
  if (
    !/^\s*$/.test(latin1(appended, 0, appended.length)) &&
    !ending.test(latin1(bytes, bytes.length - 64, bytes.length))
  ) {
    return { ...wrong('bytes-appended'), content, cms, revision }
  }
  return { check: good, content, cms, revision }
}

/** The bytes of /Contents, if the gap holds them and the dictionary names /Contents and /ByteRange once each. */
function valueInGap(field: Field, signature: PDFDict, { bytes, places }: Revision, from: number, to: number) {
  const contents = signature.get(PDFName.of('Contents'))
  const place = field.value instanceof PDFRef ? places.get(field.value.objectNumber) : undefined
  if (!(contents instanceof PDFHexString) || place?.kind !== 'plain' || place.offset >= from) return undefined

  const gap = latin1(bytes, from, to)
  if (!/^<(?:[0-9a-fA-F]{2})+>$/.test(gap) || gap.slice(1, -1) !== contents.asString()) return undefined
  const close = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('endobj', to)
  const around = latin1(bytes, place.offset, from) + latin1(bytes, to, close)
  const plain = around.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  if (plain.split('/Contents').length !== 2 || plain.split('/ByteRange').length !== 2) return undefined
  return Buffer.from(gap.slice(1, -1), 'hex')
}

function revisionUpTo(end: number, field: Field, whole: Revision): Revision | undefined {
  if (!ending.test(latin1(whole.bytes, end - 64, end))) return undefined
  try {
    const revision = openRevision(whole.bytes.subarray(0, end))
    const number = (field.value as PDFRef).objectNumber
    const [then, now] = [revision.places.get(number), whole.places.get(number)]
    return then?.kind === 'plain' && now?.kind === 'plain' && then.offset === now.offset ? revision : undefined
  } catch {
    return undefined
  }
}
