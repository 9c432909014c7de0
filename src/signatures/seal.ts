import { readFileSync } from 'node:fs'
import { PDFDocument, type PDFPage } from '@cantoo/pdf-lib'
import { drawPiece } from '../documents/index.ts'
import type { Kind } from './report.ts'

/** x and y of the lower left corner, width, height, in points (1/72 inch), as PDF counts. */
export type Rectangle = readonly [x: number, y: number, width: number, height: number]

/** What a reader sees of a signature: the first line is the name, in blue for a person, in red and framed for an organisation. */
export type Seal = {
  /** Page 1 is the first. */
  page: number | 'last'
  rect: Rectangle
  lines: readonly string[]
  tone: Kind
}

/** What the rules for e-documents want to be read beside a signature: who signed, and when, in ISO 8601 at +07:00. */
export function sealLines(name: string, at: Date): [name: string, time: string] {
  return [name, `Thời gian ký: ${isoInVietNam(at)}`]
}

/** `2026-03-02T09:00:00+07:00`. */
export function isoInVietNam(instant: Date): string {
  return `${new Date(instant.getTime() + 7 * 60 * 60_000).toISOString().slice(0, 19)}+07:00`
}

const template = readFileSync(new URL('seal.typ', import.meta.url), 'utf8')

type Drawing = { size: readonly [width: number, height: number]; lines: readonly string[]; tone: Kind }

/** The seal as a page that carries only the letters it uses. */
export const drawSeal = ({ size, lines, tone }: Drawing) => draw(size, { lines, tone })

/** Words for a blank, in the size of the letters around it; squeezed when there are too many. */
export const drawWords = (words: string, size: Drawing['size'], style: 'normal' | 'italic') =>
  draw(size, { lines: [words], tone: 'words', style })

async function draw(
  [width, height]: Drawing['size'],
  drawing: { lines: readonly string[] } & Record<string, unknown>,
): Promise<PDFPage> {
  const lines = drawing.lines.map((line) => line.normalize('NFC'))
  const pdf = await drawPiece(template, { seal: JSON.stringify({ ...drawing, lines, width, height }) })
  return (await PDFDocument.load(pdf, { updateMetadata: false })).getPage(0)
}
