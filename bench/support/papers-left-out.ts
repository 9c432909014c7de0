import { randomUUID } from 'node:crypto'
import type { Rendered } from '../../src/documents/typst.ts'

/** The twins of `papers-left-out.mjs`: a paper of one empty page, a key that is always open, a signature that adds a line. */
const page = Buffer.from('%PDF-1.7\n% left out\n'.padEnd(40_000, ' '))

export async function renderPdf(): Promise<Rendered> {
  // No two papers are the same: what is asked by the hash of a draft would find those of all other lives.
  return { bytes: Buffer.concat([page, Buffer.from(randomUUID())]), pages: 1, spots: [] }
}

export async function drawPiece(): Promise<Uint8Array> {
  return page
}

export async function openSigner(): Promise<unknown> {
  return {}
}

export function signerAtHand(): unknown {
  return {}
}

export function closeSigner(): void {}

export async function signPdf(pdf: Uint8Array): Promise<Buffer> {
  return Buffer.concat([pdf, Buffer.from('% signed\n')])
}

export async function validatePdf(): Promise<unknown> {
  const verdict = 'valid'
  return {
    verdict,
    signatures: [
      { as: 'person', verdict },
      { as: 'organisation', verdict },
    ],
  }
}
