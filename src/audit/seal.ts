import { createHash } from 'node:crypto'
import type { Day } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'

/** What the house signs of a closed day: its root, and the seal before it, so that no sealed day can be taken out. */
export async function sealText(db: Sql, day: Day): Promise<string | undefined> {
  const digest = await db
    .selectFrom('audit.digest')
    .select(['first_id', 'last_id', 'entries', 'root'])
    .where('day', '=', day)
    .executeTakeFirst()
  if (!digest) return undefined
  const before = await db
    .selectFrom('audit.seal')
    .select(['day', 'signature'])
    .where('day', '<', day)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst()
  return [
    'motcua audit day 1',
    `day ${day}`,
    `entries ${digest.entries}`,
    `ids ${digest.first_id ?? '-'} ${digest.last_id ?? '-'}`,
    `root ${digest.root.toString('hex')}`,
    `before ${before ? `${before.day} ${createHash('sha256').update(before.signature).digest('hex')}` : '-'}`,
    '',
  ].join('\n')
}

export type Seal = { day: Day; text: string; signature: Buffer; stamp: Buffer; sealedAt: Date }

/** Says what is wrong with the signature or the stamp of a seal, or nothing when both hold; and when it was stamped. */
export type SealCheck = (seal: Seal) => Promise<{ wrong?: string; stampedAt?: Date }>

export async function sealOf(db: Sql, day: Day): Promise<Seal | undefined> {
  const row = await db
    .selectFrom('audit.seal')
    .select(['day', 'text', 'signature', 'stamp', 'sealed_at as sealedAt'])
    .where('day', '=', day)
    .executeTakeFirst()
  return row && { ...row, day: row.day as Day }
}

/** Why the seal of a closed day does not hold, or nothing. A day from before sealing began needs none. */
export async function sealFault(db: Sql, day: Day, check: SealCheck): Promise<string | undefined> {
  const seal = await sealOf(db, day)
  if (!seal) {
    const earlier = await db.selectFrom('audit.seal').select('day').where('day', '<', day).limit(1).executeTakeFirst()
    const later = await db.selectFrom('audit.seal').select('day').where('day', '>', day).limit(1).executeTakeFirst()
    return earlier && later ? 'not-sealed' : undefined
  }
  if (seal.text !== (await sealText(db, day))) return 'seal-of-other-entries'
  return (await check(seal)).wrong
}
