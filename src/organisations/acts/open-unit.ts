import { z } from 'zod'
import { write } from '../../audit/index.ts'
import { dayOf } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { newId } from '../../ground/uuid.ts'
import {
  duties,
  earlierIdentifier,
  mayDo,
  type Officer,
  type UnitKind,
  unitKinds,
  type UnitLevel,
  unitLevels,
} from '../law/index.ts'

const text = (max: number) => z.string().trim().normalize('NFC').min(2).max(max)
const maybe = (max: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .max(max)
    .transform((said) => said || null)

/** What may be said of a unit at any time. */
const particulars = {
  name: text(200),
  place: text(100),
  address: maybe(300),
  phone: maybe(30),
  /** Its own site; null says it has none. */
  website: z.union([z.literal('').transform(() => null), z.url({ protocol: /^https?$/ }).max(200)]).nullable(),
  /** What it is charged with, as the paper says it. */
  remit: maybe(2000),
  /** Settles procedures in its own name although its kind does not say so. */
  settles: z.boolean(),
  decision: text(200),
  reason: text(500),
}

export const openUnitBody = z.strictObject({
  parent: z.uuid(),
  kind: z.enum(Object.keys(unitKinds) as UnitKind[]),
  level: z.enum(Object.keys(unitLevels) as UnitLevel[]),
  identifier: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Y]\d{2}(\.[A-Z0-9]+)*$/)
    .max(35),
  duty: z.enum(duties).nullable(),
  ...particulars,
})
export const changeUnitBody = z.strictObject(particulars)

type Administering = Desk<Officer, never>

/** Opens a unit in the tree, of any kind, from today. Refusals: `not-permitted`, `unit-not-in-force` (the one above it), `identifier-taken`. */
export async function openUnit(desk: Administering, body: z.infer<typeof openUnitBody>) {
  const { sql, actor, now } = desk
  if (!mayDo(actor, 'manage-organisations')) return refused('not-permitted')
  if (!(await inForce(desk, body.parent))) return refused('unit-not-in-force')
  const { decision, reason, ...unit } = body
  const id = newId(now)
  const made = await sql
    .insertInto('organisations.unit')
    .values({ id, ...unit, old_identifier: earlierIdentifier(unit.identifier) ?? null, valid_from: dayOf(now) })
    .onConflict((at) => at.column('identifier').doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return refused('identifier-taken')
  await keep(desk, id, 'open', { decision, reason }, {})
  return done({ id })
}

/** Says anew what a unit is called, where it is reached, what it is charged with. Refusals: `not-permitted`, `unit-not-in-force`. */
export async function changeUnit(desk: Administering, id: string, body: z.infer<typeof changeUnitBody>) {
  const { sql, actor } = desk
  if (!mayDo(actor, 'manage-organisations')) return refused('not-permitted')
  const before = await inForce(desk, id)
  if (!before) return refused('unit-not-in-force')
  const { decision, reason, ...said } = body
  await sql.updateTable('organisations.unit').set(said).where('id', '=', id).execute()
  await keep(desk, id, said.name === before.name ? 'change' : 'rename', { decision, reason }, before)
  return done({ id })
}

async function inForce({ sql }: Administering, id: string) {
  return sql
    .selectFrom('organisations.unit')
    .selectAll()
    .where('id', '=', id)
    .where('valid_to', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

async function keep(
  { sql, actor, now }: Administering,
  unit: string,
  kind: 'open' | 'change' | 'rename',
  why: { decision: string; reason: string },
  before: object,
) {
  const change = { id: newId(now), kind, unit, ...why, effective: dayOf(now), before: JSON.stringify(before) }
  await sql
    .insertInto('organisations.change')
    .values({ ...change, made_by: actor.id, made_at: now })
    .execute()
  const details = { decision: why.decision }
  await write(sql, {
    stream: `agency:${unit}`,
    act: `${kind}-unit`,
    actor: actor.id,
    subject: unit,
    details,
    occurredAt: now,
  })
}
