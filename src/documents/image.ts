import { crc32 } from 'node:zlib'

export type Pixels = { readonly width: number; readonly height: number }

/** The size of a JPEG that has a frame, image data and its end marker; undefined when it is not whole. */
export function readJpeg(file: Buffer): Pixels | undefined {
  let at = 2
  let pixels: Pixels | undefined
  while (at + 4 <= file.length) {
    if (file[at] !== 0xff) return undefined
    const marker = file[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = file.readUInt16BE(at + 2)
    if (length < 2 || at + 2 + length > file.length) return undefined
    if (isFrame(marker)) {
      if (length < 8) return undefined
      const frame = { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
      if (frame.width === 0 || frame.height === 0) return undefined
      // Two frames are no picture: one reader would take the first, another the last.
      if (pixels) return undefined
      pixels = frame
    }
    at += 2 + length
    if (marker === 0xda) return pixels && file.indexOf(Buffer.of(0xff, 0xd9), at) !== -1 ? pixels : undefined
  }
  return undefined
}

/** SOF0 … SOF15, without the tables DHT, JPG and DAC that share their range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** The size of a PNG whose chunks are whole, from its header to its end chunk; undefined when they are not. */
export function readPng(file: Buffer): Pixels | undefined {
  let at = 8
  let pixels: Pixels | undefined
  let hasData = false
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at)
    const end = at + 12 + length
    if (end > file.length) return undefined
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return undefined

    const type = file.toString('latin1', at + 4, at + 8)
    if (!pixels) {
      if (type !== 'IHDR' || length !== 13) return undefined
      pixels = { width: file.readUInt32BE(at + 8), height: file.readUInt32BE(at + 12) }
      if (pixels.width === 0 || pixels.height === 0) return undefined
    }
    if (type === 'IDAT') hasData = true
    if (type === 'IEND') return hasData ? pixels : undefined
    at = end
  }
  return undefined
}
