import { z } from 'zod'
import { write } from '../../audit/index.ts'
import { type Day, dayOf } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { isId } from '../../ground/uuid.ts'
import { mayDo, type Officer } from '../../organisations/law/index.ts'
import { mayPutInForce, trialResults } from '../law/index.ts'
import { putVersionInForce } from '../store.ts'
import { trialsOf, writeTrial } from '../trials.ts'

export const trialBody = z.strictObject({
  version: z.uuid(),
  /** The agencies and people who tested it. */
  testedBy: textBody(500).min(1),
  testedOn: z.iso.date(),
  result: z.enum(trialResults),
  note: textBody(2000).min(1),
})

type ProcedureDesk = Desk<Officer, never>

/** Writes down that a version was tested, by whom, when and with what result. Refusals: `not-permitted`, `not-found`, `already-in-force`, `trial-ahead`. */
export async function recordTrial(desk: ProcedureDesk, { version: id, ...trial }: z.infer<typeof trialBody>) {
  const { sql, actor, now } = desk
  const taken = await takeWaiting(desk, id)
  if (!taken.ok) return taken
  if (trial.testedOn > dayOf(now)) return refused('trial-ahead')
  const made = await writeTrial(sql, id, trial, actor.id, now)
  const { code, number } = taken.value
  const details = { reference: code, version: number, result: trial.result, day: trial.testedOn }
  await write(sql, {
    stream: 'system',
    act: 'test-procedure',
    actor: actor.id,
    subject: made,
    details,
    occurredAt: now,
  })
  return done({ id: made })
}

/**
 * Puts a tested version in force: from its day on it is read, and what is filed is filed under it. Refusals: `not-permitted`, `not-found`, `already-in-force`,
 * `trial-needed`.
 */
export async function putInForce(desk: ProcedureDesk, id: string) {
  const { sql, actor, now } = desk
  const taken = await takeWaiting(desk, id)
  if (!taken.ok) return taken
  const permitted = mayPutInForce((await trialsOf(sql, [id])).get(id) ?? [])
  if (!permitted.ok) return permitted
  await putVersionInForce(sql, id, { now, by: actor.id, today: dayOf(now) as Day })
  const { code, number } = taken.value
  const details = { reference: code, version: number }
  await write(sql, { stream: 'system', act: 'put-in-force', actor: actor.id, subject: id, details, occurredAt: now })
  return done({ id })
}

/** A version that waits to be put in force, locked. */
async function takeWaiting({ sql, actor }: ProcedureDesk, id: string) {
  if (!mayDo(actor, 'put-in-force')) return refused('not-permitted')
  if (!isId(id)) return refused('not-found')
  const row = await sql
    .selectFrom('procedures.version')
    .select(['code', 'number', 'released_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return refused('not-found')
  return row.released_at ? refused('already-in-force') : done(row)
}
