import { inflateSync } from 'node:zlib'
import { PDFDict, PDFName, decodePDFRawStream, type PDFRawStream } from '@cantoo/pdf-lib'
import { numberOf } from './pdf.ts'

const most = 64 * 1024 * 1024

/** The plain bytes of a stream. PNG predictors, usual in cross-reference streams, are undone; at most 64 MiB come out. */
export function decoded(stream: PDFRawStream): Uint8Array {
  const parameters = stream.dict.get(PDFName.of('DecodeParms'))
  if (stream.dict.get(PDFName.of('Filter')) !== PDFName.of('FlateDecode')) return decodePDFRawStream(stream).decode()
  const plain = inflateSync(stream.contents, { maxOutputLength: most })
  if (!(parameters instanceof PDFDict)) return plain
  const value = (key: string, otherwise: number) => numberOf(parameters.get(PDFName.of(key))) || otherwise
  return value('Predictor', 1) < 10 ? plain : withoutPrediction(plain, value('Columns', 1), value('Colors', 1))
}

/** Each row says how it was foretold (PNG, filters 0 to 4) from the pixel to the left, above, and above left. */
function withoutPrediction(rows: Uint8Array, columns: number, step: number): Uint8Array {
  const width = columns * step
  const count = Math.floor(rows.length / (width + 1))
  const out = new Uint8Array(count * width)
  for (let row = 0; row < count; row++) {
    const filter = rows[row * (width + 1)]!
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      const left = column >= step ? out[at - step]! : 0
      const above = row > 0 ? out[at - width]! : 0
      const corner = row > 0 && column >= step ? out[at - width - step]! : 0
      const guess = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter] ?? 0
      out[at] = rows[row * (width + 1) + 1 + column]! + guess
    }
  }
  return out
}

function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}
