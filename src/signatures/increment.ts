import { deflateSync } from 'node:zlib'
import { PDFName, PDFRawStream, type PDFRef, type PDFObject } from '@cantoo/pdf-lib'
import type { Revision } from './revision.ts'

/** Objects to be written after a revision: new ones, and earlier ones as they are from now on. */
export type Change = readonly [PDFRef, PDFObject]

/**
 * The revision's bytes, untouched, followed by these objects and the cross-references to them, in the style (table or
 * stream) that the revision itself has. `offsets` says where each object landed.
 */
export function appendIncrement(revision: Revision, changes: readonly Change[]) {
  const parts: Uint8Array[] = [revision.bytes]
  let length = revision.bytes.length
  const put = (bytes: Uint8Array) => {
    parts.push(bytes)
    length += bytes.length
  }
  const offsets = new Map<number, number>()
  const putObject = ([ref, object]: Change) => {
    offsets.set(ref.objectNumber, length)
    put(Buffer.from(`${ref.objectNumber} ${ref.generationNumber} obj\n`))
    put(written(object))
    put(Buffer.from('\nendobj\n'))
  }

  put(Buffer.from('\n'))
  for (const change of changes.toSorted(([a], [b]) => a.objectNumber - b.objectNumber)) putObject(change)

  const startxref = length
  if (revision.style === 'table') {
    put(Buffer.from(table(changes, offsets)))
    put(
      Buffer.concat([Buffer.from('trailer\n'), written(trailerOf(revision, revision.context.largestObjectNumber + 1))]),
    )
  } else {
    const ref = revision.context.nextRef()
    putObject([ref, stream(revision, [...changes.map(([changed]) => changed), ref], offsets, startxref)])
  }
  put(Buffer.from(`\nstartxref\n${startxref}\n%%EOF\n`))
  return { bytes: Buffer.concat(parts), offsets }
}

/** An object as it stands in a file. */
export function written(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}

function trailerOf(revision: Revision, size: number) {
  const kept = (key: string) => revision.trailer.get(PDFName.of(key))
  return revision.context.obj({
    Size: size,
    Root: kept('Root'),
    Info: kept('Info'),
    ID: kept('ID'),
    Prev: revision.startxref,
  })
}

function table(changes: readonly Change[], offsets: Map<number, number>): string {
  const lines = changes
    .map(([{ objectNumber, generationNumber }]) => ({ objectNumber, generationNumber }))
    .toSorted((a, b) => a.objectNumber - b.objectNumber)
    .map(({ objectNumber, generationNumber }) => {
      const offset = String(offsets.get(objectNumber)!).padStart(10, '0')
      return `${objectNumber} 1\n${offset} ${String(generationNumber).padStart(5, '0')} n \n`
    })
  return `xref\n${lines.join('')}`
}

function stream(revision: Revision, refs: readonly PDFRef[], offsets: Map<number, number>, startxref: number) {
  const sorted = refs.toSorted((a, b) => a.objectNumber - b.objectNumber)
  const rows = sorted.map(({ objectNumber, generationNumber }) => {
    const row = Buffer.alloc(7)
    row[0] = 1
    row.writeUInt32BE(offsets.get(objectNumber) ?? startxref, 1)
    row.writeUInt16BE(generationNumber, 5)
    return row
  })
  const contents = deflateSync(Buffer.concat(rows))
  const dictionary = trailerOf(revision, revision.context.largestObjectNumber + 1)
  dictionary.set(PDFName.of('Type'), PDFName.of('XRef'))
  dictionary.set(PDFName.of('W'), revision.context.obj([1, 4, 2]))
  dictionary.set(PDFName.of('Index'), revision.context.obj(sorted.flatMap((ref) => [ref.objectNumber, 1])))
  dictionary.set(PDFName.of('Filter'), PDFName.of('FlateDecode'))
  dictionary.set(PDFName.of('Length'), revision.context.obj(contents.length))
  return PDFRawStream.of(dictionary, contents)
}
