import { sql } from 'kysely'
import type { z } from 'zod'
import type { Desk } from '../../ground/desk.ts'
import { done } from '../../ground/result.ts'
import { type Handover, stepBody, stepRequest } from '../../organisations/index.ts'
import type { Officer } from '../../organisations/law/index.ts'

export const settleRequestBody = stepBody

/**
 * A request of an agency goes its next step. When a change of staff is granted the work goes with the post, in the same transaction: every open dossier and task of the
 * one is the other’s, with a line in its history and in the audit. Refusals: those of `stepRequest`.
 */
export async function settleRequest(desk: Desk<Officer, never>, id: string, body: z.infer<typeof settleRequestBody>) {
  const settled = await stepRequest(desk, id, body)
  if (!settled.ok) return settled
  const { handover } = settled.value
  return done({ id, moved: handover ? await moveWork(desk, handover) : 0 })
}

async function moveWork(
  { sql: db, actor, now }: Desk<Officer, never>,
  { from, to, agency, unit, role, decision }: Handover,
): Promise<number> {
  await sql`
    update dossiers.task set holder = ${to}::uuid
    where holder = ${from}::uuid and role = ${role} and unit in (${unit}::uuid, ${agency}::uuid) and ended_at is null`.execute(
    db,
  )
  if (role !== 'processing-officer') return 0
  const { rows } = await sql<{ id: string }>`
    with moved as (
      update dossiers.dossier
      set officer = ${to}::uuid, version = version + 1, changed_at = ${now}
      where officer = ${from}::uuid and agency = ${agency}::uuid and state <> 'archived'
      returning id, version, state
    ), told as (
      insert into dossiers.event (dossier, version, event, from_state, to_state, at, recorded_at, by, unit, details)
      select id, version, 'handed-over', state, state, ${now}, ${now}, ${actor.id}::uuid, ${unit}::uuid, ${JSON.stringify({ decision, officer: to })}::jsonb
      from moved
    )
    select id, audit.append('dossier:' || id, ${now}, ${now}, ${actor.id}::uuid, 'handed-over', ${to}::text,
      jsonb_build_object('version', version, 'decision', ${decision}::text)) as entry
    from moved order by id`.execute(db)
  return rows.length
}
