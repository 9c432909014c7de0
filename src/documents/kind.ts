import { done, refused } from '../ground/result.ts'
import type { Result } from '../ground/result.ts'
import { readJpeg, readPng } from './image.ts'
import { readPdf } from './pdf.ts'

export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png'

/** What a file is by its content, whatever its name says. */
export type FileKind = {
  readonly mediaType: MediaType
  /** PDF only. */
  readonly pages?: number
  /** PDF only: it carries a script, a link or another action that leaves the document, or another file. It is kept as it is and never run. */
  readonly active?: boolean
  /** Images only. */
  readonly pixels?: { readonly width: number; readonly height: number }
}

export type FileRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'file-kind-refused'
  | 'file-not-what-it-says'
  | 'file-locked'
  | 'file-too-many-pages'
  | 'image-too-large'
  | 'file-infected'
  | 'scanner-away'

/** 20 MiB a file; a component of a procedure may ask for less. */
export const maxFileBytes = 20 * 1024 * 1024
/** 40 megapixels: an A3 page at 400 dpi has 30. */
export const maxPixels = 40_000_000
/** More pages than the thickest dossier has papers; a small file can claim millions. */
export const maxPages = 2_000

type Said = { name?: string; mediaType?: string; maxBytes?: number }

/**
 * Recognises a PDF, JPEG or PNG by its content and refuses everything else; a file that calls itself one of the three
 * and is not whole, is another, or is an archive besides, is not what it says. A PDF that needs a password is locked.
 */
export async function recognise(bytes: Uint8Array, said: Said = {}): Promise<Result<FileKind, FileRefusal>> {
  const maxBytes = Math.min(said.maxBytes ?? maxFileBytes, maxFileBytes)
  if (bytes.length === 0) return refused('file-empty')
  if (bytes.length > maxBytes) return refused('file-too-large', { maxBytes, size: bytes.length })

  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mediaType = startsLike(file)
  const claims = claimed(said)
  if (!mediaType) return refused(claims.length > 0 ? 'file-not-what-it-says' : 'file-kind-refused')
  if (claims.some((claim) => claim !== mediaType)) return refused('file-not-what-it-says', { mediaType })
  if (isArchiveToo(file)) return refused('file-not-what-it-says', { mediaType })
  return mediaType === 'application/pdf' ? pdf(file) : image(file, mediaType)
}

async function pdf(file: Buffer): Promise<Result<FileKind, FileRefusal>> {
  const found = await readPdf(file)
  if (found === 'locked') return refused('file-locked')
  if (found === 'broken') return refused('file-not-what-it-says')
  if (found.pages > maxPages) return refused('file-too-many-pages', { pages: found.pages, maxPages })
  return done({ mediaType: 'application/pdf', pages: found.pages, active: found.active })
}

function image(file: Buffer, mediaType: 'image/jpeg' | 'image/png'): Result<FileKind, FileRefusal> {
  const pixels = mediaType === 'image/jpeg' ? readJpeg(file) : readPng(file)
  if (!pixels) return refused('file-not-what-it-says')
  if (pixels.width * pixels.height > maxPixels) return refused('image-too-large', { ...pixels, maxPixels })
  return done({ mediaType, pixels })
}

function startsLike(file: Buffer): MediaType | undefined {
  if (file.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff))) return 'image/jpeg'
  if (file.subarray(0, 8).equals(Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))) return 'image/png'
  // Readers accept a PDF whose header comes a little late; so do scanners that put their own line first.
  if (/%PDF-[12]\.\d/.test(file.subarray(0, 1024).toString('latin1'))) return 'application/pdf'
  return undefined
}

/** Whether a program for archives would open it as well: it looks for the list of contents from the end, as here. */
function isArchiveToo(file: Buffer): boolean {
  const endRecord = Buffer.from('504b0506', 'hex')
  const least = Math.max(0, file.length - 65_557)
  for (let at = file.lastIndexOf(endRecord); at >= least; at = file.lastIndexOf(endRecord, at - 1)) {
    const start = at + 22 <= file.length ? at - file.readUInt32LE(at + 12) : -1
    if (start >= 0 && file.subarray(start, start + 4).equals(Buffer.from('504b0102', 'hex'))) return true
    if (at === 0) break
  }
  return false
}

const byName: Record<string, MediaType> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpe: 'image/jpeg',
  png: 'image/png',
}

/** The name a file goes by: it ends as what the file is, so that no program takes it for something else. */
export function namedAs(name: string, mediaType: string): string {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (Object.hasOwn(byName, ending) && byName[ending] === mediaType) return name
  const own = Object.keys(byName).find((one) => byName[one] === mediaType)
  return own ? `${name}.${own}` : name
}

function claimed({ name, mediaType }: Said): MediaType[] {
  const ending = name?.toLowerCase().match(/\.([a-z0-9]+)$/)?.[1]
  const said = mediaType?.toLowerCase().split(';')[0]!.trim()
  const claims = [ending && byName[ending], Object.values(byName).find((known) => known === said)]
  return claims.filter((claim) => claim !== undefined && claim !== '') as MediaType[]
}
