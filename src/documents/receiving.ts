import { Busy, inTurn } from '../ground/gate.ts'

/** 256 MiB: what all uploads of this machine may hold in memory together. */
const mostTogether = 256 * 1024 * 1024

/**
 * Uploads are held in memory until they are sealed. Each person sends one form at a time, so that nobody's hostile files stand in
 * everybody's way; `count` is called with every piece that arrives and turns it away (`Busy`) when all together hold too much.
 */
export function receiver(most = mostTogether) {
  const oneEach = inTurn(40)
  let held = 0
  return function receiving<T>(person: string, work: (count: (bytes: number) => void) => Promise<T>): Promise<T> {
    return oneEach(person, async () => {
      let mine = 0
      try {
        return await work((bytes) => {
          if (held + bytes > most) throw new Busy('too much is being sent')
          held += bytes
          mine += bytes
        })
      } finally {
        held -= mine
      }
    })
  }
}

export const receiving = receiver()

/** The bytes of one file as they arrive, each piece counted before it is kept. */
export async function bytesOf(file: AsyncIterable<Buffer>, count: (bytes: number) => void): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of file) {
    count(piece.length)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
