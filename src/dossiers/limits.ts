import { calendarFor, dueAt, type TimeLimit } from '../calendar/index.ts'
import type { Sql } from '../ground/database.ts'
import { policyFor } from '../policy/index.ts'
import type { Dossier } from './dossier.ts'
import { policyOf } from './policy.ts'

const settings = {
  online: 'intake.respond.online',
  counter: 'intake.respond.counter',
  post: 'intake.respond.post',
} as const

/** How long the counter has to answer a filing, as the province chose when it came in: eight working hours online, at once over the counter. */
export async function intakeLimit(db: Sql, dossier: Dossier, now: Date): Promise<{ limit: TimeLimit; law: string }> {
  const { value, source } = (await policyFor(db, dossier.submittedAt ? dossier.policyAt : now)).stated(
    settings[dossier.channel],
  )
  return { limit: value, law: source }
}

/** Until when a result waits at the counter before it may be marked as not collected. */
export async function waitedFor(db: Sql, dossier: Dossier): Promise<Date> {
  const { at } = await db
    .selectFrom('dossiers.event')
    .select('at')
    .where('dossier', '=', dossier.id)
    .where('event', '=', 'handed-to-counter')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return dueAt(await calendarFor(db, at), at, (await policyOf(db, dossier)).get('return.wait'))
}
