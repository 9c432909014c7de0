import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { done } from '../../ground/result.ts'
import { mergeBody, mergeUnits } from '../../organisations/index.ts'
import type { Officer } from '../../organisations/law/index.ts'

export const reorganiseBody = mergeBody

/**
 * Units are merged and everything that waits follows: procedures name the new unit, and each dossier that is not archived goes on at its agency, counter and
 * desk, with a line in its history and in the audit. What was issued keeps its issuer. Refusals: those of `mergeUnits`.
 */
export async function reorganise(desk: Desk<Officer, never>, body: z.infer<typeof reorganiseBody>) {
  const merged = await mergeUnits(desk, body)
  if (!merged.ok) return merged
  const { into, units } = merged.value
  await nameSuccessor(desk.sql, into, units)
  const followed = await follow(desk, into, units, body.decision)
  return done({ into, units, followed })
}

/** A procedure that several of the old units were competent for names the new one once, in the first of their places. */
async function nameSuccessor(
  tx: Tx | Desk<Officer, never>['sql'],
  into: string,
  units: readonly string[],
): Promise<void> {
  await sql`
    insert into procedures.agency (code, unit, position)
    select code, ${into}::uuid, min(position) from procedures.agency where unit = any(${[...units]}::uuid[]) group by code
    on conflict (code, unit) do nothing`.execute(tx)
  await sql`delete from procedures.agency where unit = any(${[...units]}::uuid[])`.execute(tx)
}

async function follow(
  { sql: db, actor, now }: Desk<Officer, never>,
  into: string,
  units: readonly string[],
  decision: string,
): Promise<number> {
  const old = sql`any(${[...units]}::uuid[])`
  const next = (column: string) =>
    sql`case when ${sql.ref(column)} = ${old} then ${into}::uuid else ${sql.ref(column)} end`
  await sql`update dossiers.task set unit = ${into}::uuid where unit = ${old} and ended_at is null`.execute(db)
  await followLegs({ sql: db, actor, now }, into, units, decision)
  const { rows } = await sql<{ id: string }>`
    with moved as (
      update dossiers.dossier
      set agency = ${next('agency')}, reception = ${next('reception')}, desk = ${next('desk')}, version = version + 1, changed_at = ${now}
      where (agency = ${old} or reception = ${old} or desk = ${old}) and state <> 'archived'
      returning id, version, state
    ), told as (
      insert into dossiers.event (dossier, version, event, from_state, to_state, at, recorded_at, by, unit, details)
      select id, version, 'reorganised', state, state, ${now}, ${now}, ${actor.id}::uuid, ${into}::uuid, ${JSON.stringify({ decision })}::jsonb
      from moved
    )
    select id, audit.append('dossier:' || id, ${now}, ${now}, ${actor.id}::uuid, 'reorganised', ${into}::text,
      jsonb_build_object('version', version, 'decision', ${decision}::text)) as entry
    from moved order by id`.execute(db)
  return rows.length
}

/** What another agency was asked and has not answered goes to its successor, also where the dossier itself lies elsewhere; what it answered stays its own. */
async function followLegs(
  { sql: db, actor, now }: Pick<Desk<Officer, never>, 'sql' | 'actor' | 'now'>,
  into: string,
  units: readonly string[],
  decision: string,
): Promise<void> {
  await sql`
    with moved as (
      update dossiers.leg l set agency = ${into}::uuid
      from dossiers.dossier d
      where d.id = l.dossier and d.state <> 'archived' and l.agency = any(${[...units]}::uuid[])
        and (l.outcome is null or l.outcome = 'unanswered')
      returning l.id, l.dossier
    )
    select audit.append('dossier:' || dossier, ${now}, ${now}, ${actor.id}::uuid, 'reorganised', ${into}::text,
      jsonb_build_object('leg', id, 'decision', ${decision}::text)) as entry
    from moved order by dossier, id`.execute(db)
}
