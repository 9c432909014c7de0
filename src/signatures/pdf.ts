import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFStream,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'

/** Reads `12 0 obj …` at this offset; throws when another object, or none, stands there. */
export function objectAt(bytes: Uint8Array, offset: number, context: PDFContext, expected?: number) {
  const header = /^\s*(\d+)\s+(\d+)\s+obj/.exec(latin1(bytes, offset, offset + 64))
  if (!header || (expected !== undefined && Number(header[1]) !== expected)) {
    throw new SyntaxError(`no object ${expected ?? ''} at byte ${offset}`)
  }
  const object = PDFObjectParser.forBytes(bytes.subarray(offset + header[0].length), context).parseObject()
  return { number: Number(header[1]), object }
}

export const latin1 = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    Math.max(from, 0),
    Math.min(to, bytes.length),
  )

export const numberOf = (value: PDFObject | undefined) => (value instanceof PDFNumber ? value.asNumber() : 0)
export const nameOf = (value: PDFObject | undefined) => (value instanceof PDFName ? value.decodeText() : undefined)
export const elements = (value: PDFObject | undefined) => (value instanceof PDFArray ? value.asArray() : [])

/** The dictionary of a dictionary or of a stream. */
export function dictionaryOf(value: PDFObject | undefined): PDFDict | undefined {
  if (value instanceof PDFStream) return value.dict
  return value instanceof PDFDict ? value : undefined
}
