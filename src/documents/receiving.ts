import { Busy, inTurn } from '../ground/gate.ts'
import { networkOf } from '../ground/network.ts'

/** 256 MiB: what all uploads of this machine may hold in memory together. */
const mostTogether = 256 * 1024 * 1024

/** Who sends a form, and from which address. */
export type Sender = { person: string; address: string }

/**
 * Uploads are held in memory until they are sealed. Each person sends one form at a time, so that nobody's hostile files stand in
 * everybody's way; `count` is called with every piece that arrives and turns it away (`Busy`) when all together hold too much, when one address holds
 * half of it, or when little is left (more than half is held) and this person holds an eighth.
 */
export function receiver(most = mostTogether) {
  const oneEach = inTurn(40)
  const places = new Map<string, number>()
  let held = 0
  return function receiving<T>(
    { person, address }: Sender,
    work: (count: (bytes: number) => void) => Promise<T>,
  ): Promise<T> {
    const place = networkOf(address)
    return oneEach(person, async () => {
      let mine = 0
      const take = (bytes: number) => {
        held += bytes
        mine += bytes
        const here = (places.get(place) ?? 0) + bytes
        if (here > 0) places.set(place, here)
        else places.delete(place)
      }
      try {
        return await work((bytes) => {
          const isScarce = held + bytes > most / 2
          const isTooMuch =
            held + bytes > most || (isScarce && mine + bytes > most / 8) || (places.get(place) ?? 0) + bytes > most / 2
          if (isTooMuch) throw new Busy('too much is being sent')
          take(bytes)
        })
      } finally {
        take(-mine)
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
