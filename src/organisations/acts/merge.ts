import { sql } from 'kysely'
import { z } from 'zod'
import { write } from '../../audit/index.ts'
import { addDays, dayOf } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { newId } from '../../ground/uuid.ts'
import { earlierIdentifier, holds, type Officer } from '../law/index.ts'

const newUnit = z.strictObject({
  name: z.string().trim().min(3).max(200),
  identifier: z
    .string()
    .trim()
    .regex(/^[A-Y]\d{2}(\.[A-Z0-9]+)*$/)
    .max(35),
  place: z.string().trim().min(1).max(100),
})
export const mergeBody = z.strictObject({
  /** The units that end. */
  units: z.array(z.uuid()).min(1).max(50),
  /** The unit that goes on in their place: one there is, or a new one beside the first of them. */
  into: z.union([z.uuid(), newUnit]),
  decision: z.string().trim().min(3).max(200),
  reason: z.string().trim().min(3).max(500),
})

/**
 * Units become one, today: what stood below them stands below it, their posts are held in it from today on, loans of posts go with them. The old units
 * stay as they were, with their last day and their successor. Refusals: `not-permitted`, `not-found`, `unit-not-in-force`,
 * `units-of-different-kind`, `identifier-taken`.
 */
export async function mergeUnits(desk: Desk<Officer, never>, body: z.infer<typeof mergeBody>) {
  const { sql: db, actor, now } = desk
  if (!holds(actor, 'administrator')) return refused('not-permitted')
  const old = await db
    .selectFrom('organisations.unit')
    .selectAll()
    .where('id', 'in', body.units)
    .orderBy('identifier')
    .forUpdate()
    .execute()
  if (old.length !== new Set(body.units).size) return refused('not-found')
  if (old.some((unit) => unit.valid_to !== null)) return refused('unit-not-in-force')
  const target =
    typeof body.into === 'string' ? await unitInForce(desk, body.into) : await open(desk, old[0]!, body.into)
  if (target === 'taken') return refused('identifier-taken')
  if (!target || body.units.includes(target.id)) return refused('unit-not-in-force')
  if (old.some(({ kind }) => kind !== target.kind)) return refused('units-of-different-kind')

  const today = dayOf(now)
  const yesterday = addDays(today, -1)
  for (const unit of old) {
    await movePosts(desk, unit.id, target.id, body.decision)
    await db
      .updateTable('organisations.unit')
      .set({ parent: target.id })
      .where('parent', '=', unit.id)
      .where('id', '<>', target.id)
      .execute()
    await db
      .updateTable('organisations.unit')
      .set({ valid_to: yesterday, successor: target.id })
      .where('id', '=', unit.id)
      .execute()
    const { decision, reason } = body
    await db
      .insertInto('organisations.change')
      .values({
        id: newId(now),
        kind: 'merge',
        unit: unit.id,
        into_unit: target.id,
        decision,
        reason,
        effective: today,
        before: JSON.stringify(unit),
        made_by: actor.id,
        made_at: now,
      })
      .execute()
    const details = { into: target.id, decision }
    await write(db, {
      stream: `agency:${unit.id}`,
      act: 'merge-unit',
      actor: actor.id,
      subject: target.id,
      details,
      occurredAt: now,
    })
  }
  return done({ into: target.id, units: old.map(({ id }) => id) })
}

async function unitInForce({ sql: db }: Desk<Officer, never>, id: string) {
  return db
    .selectFrom('organisations.unit')
    .select(['id', 'kind'])
    .where('id', '=', id)
    .where('valid_to', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** A new unit of the same kind, level and place in the tree as one that ends. */
async function open(
  { sql: db, now }: Desk<Officer, never>,
  like: { parent: string | null; kind: string; level: string },
  unit: z.infer<typeof newUnit>,
) {
  const id = newId(now)
  const { parent, kind, level } = like
  const made = await db
    .insertInto('organisations.unit')
    .values({
      id,
      parent,
      kind,
      level,
      ...unit,
      old_identifier: earlierIdentifier(unit.identifier) ?? null,
      valid_from: dayOf(now),
    })
    .onConflict((at) => at.column('identifier').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n ? { id, kind } : ('taken' as const)
}

/** Posts end with yesterday and are held in the other unit from today; one that has not begun begins there; loans follow their post. */
async function movePosts(
  { sql: db, now }: Desk<Officer, never>,
  from: string,
  to: string,
  decision: string,
): Promise<void> {
  const today = dayOf(now)
  await db
    .updateTable('organisations.post')
    .set({ unit: to })
    .where('unit', '=', from)
    .where('valid_from', '>=', today)
    .execute()
  const { rows } = await sql<{ id: string; account: string; role: string; title: string; until: string | null }>`
    update organisations.post set valid_to = ${addDays(today, -1)}
    from (select id, valid_to from organisations.post where unit = ${from} and (valid_to is null or valid_to >= ${today})) as old
    where post.id = old.id
    returning post.id, post.account, post.role, post.title, old.valid_to as until`.execute(db)
  for (const { id, account, role, title, until } of rows) {
    const next = newId(now)
    const made = await db
      .insertInto('organisations.post')
      .values({ id: next, account, unit: to, role, title, decision, valid_from: today, valid_to: until })
      .onConflict((at) => at.doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows === 0n) continue
    await db
      .updateTable('organisations.delegation')
      .set({ post: next })
      .where('post', '=', id)
      .where('valid_to', '>=', today)
      .execute()
  }
}
