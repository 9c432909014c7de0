import type { SealCheck, Sealer } from '../audit/index.ts'
import type { House } from '../ground/house.ts'
import { readStamp, serviceRoots, signForHouse, stampBytes, stampRoots, verifyText } from '../signatures/index.ts'

type Inside = Pick<House, 'db' | 'vault' | 'config'>

/** Signs the audit's closed days with the house's own key and has the time stamped on each. */
export function sealerOf(house: Inside, now: Date): Sealer {
  return {
    sign: (text) => signForHouse(house, Buffer.from(text), now),
    stamp: (signature) => stampBytes(house, signature, now),
  }
}

/** What `audit verify` asks of a seal: the house's signature over the day, and a time stamp over that signature. */
export async function sealCheckOf(house: Inside): Promise<SealCheck> {
  const [own, roots] = [await serviceRoots(house.db), await stampRoots(house)]
  return async ({ text, signature, stamp }) => {
    const { at: stampedAt, wrong } = readStamp(stamp, signature, roots)
    if (wrong) return { wrong, stampedAt }
    if (!verifyText(signature, Buffer.from(text), own, stampedAt)) return { wrong: 'signature-wrong', stampedAt }
    return { stampedAt }
  }
}
