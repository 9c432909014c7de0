import { z } from 'zod'
import { write } from '../../audit/index.ts'
import { dayOf } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { newId } from '../../ground/uuid.ts'
import { administers, type DeviceKind, deviceKinds, mayDo, type Officer, settingsOfDevice } from '../law/index.ts'
import { unitWithParents } from '../store.ts'

const text = (max: number) => z.string().trim().normalize('NFC').min(2).max(max)

export const deviceBody = z.strictObject({
  kind: z.enum(Object.keys(deviceKinds) as DeviceKind[]),
  /** Maker and model, as it stands on the device. */
  model: text(120),
  /** Where it stands. */
  place: text(120),
  /** How it is set, each by its name; see `deviceKinds`. */
  settings: z.record(z.string(), z.string().max(60)),
})

type Administering = Desk<Officer, never>

/**
 * Enters a device of a unit or sets it anew: by whoever administers the system, or the unit. Refusals: `not-permitted`, `not-found`, `device-setting-wrong` (with the
 * name of the setting).
 */
export async function changeDevice(
  desk: Administering,
  { unit, device }: { unit: string; device: string | null },
  body: z.infer<typeof deviceBody>,
) {
  const { sql, actor, now } = desk
  const permitted = await inScope(desk, unit)
  if (!permitted.ok) return permitted
  const read = settingsOfDevice(body.kind, body.settings)
  if (!read.ok) return read
  const row = { ...body, settings: JSON.stringify(read.value), changed_by: actor.id, changed_at: now }
  const id = device ?? newId(now)
  if (device === null)
    await sql
      .insertInto('organisations.device')
      .values({ id, unit, ...row })
      .execute()
  else {
    const { kind, ...rest } = row
    const changed = await sql
      .updateTable('organisations.device')
      .set(rest)
      .where('id', '=', device)
      .where('unit', '=', unit)
      .where('kind', '=', kind)
      .where('retired_on', 'is', null)
      .executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) return refused('not-found')
  }
  await trace(desk, unit, 'change-device', id, read.value)
  return done({ id })
}

export const deviceTestBody = z.strictObject({ works: z.boolean(), note: z.string().trim().normalize('NFC').max(300) })

/** What whoever sits at a device found when trying it out. Refusals: `not-permitted`, `not-found`. */
export async function keepDeviceTest(desk: Administering, device: string, body: z.infer<typeof deviceTestBody>) {
  const { sql, actor, now } = desk
  if (!mayDo(actor, 'see-devices')) return refused('not-permitted')
  const row = await sql
    .selectFrom('organisations.device')
    .select('unit')
    .where('id', '=', device)
    .where('retired_on', 'is', null)
    .executeTakeFirst()
  if (!row) return refused('not-found')
  const above = (await unitWithParents(sql, row.unit)).map(({ id }) => id)
  const sitsThere = actor.posts.some(({ unit, agency }) => above.includes(unit) || above.includes(agency))
  if (!sitsThere && !administers(actor, above)) return refused('not-found')
  await sql
    .updateTable('organisations.device')
    .set({ tested_at: now, tested_by: actor.id, works: body.works, note: body.note || null })
    .where('id', '=', device)
    .execute()
  await trace(desk, row.unit, 'test-device', device, { works: body.works })
  return done({ id: device })
}

/** A device that is used no more stays in the list of what was tested. Refusals: `not-permitted`, `not-found`. */
export async function retireDevice(desk: Administering, { unit, device }: { unit: string; device: string }) {
  const permitted = await inScope(desk, unit)
  if (!permitted.ok) return permitted
  const retired = await desk.sql
    .updateTable('organisations.device')
    .set({ retired_on: dayOf(desk.now), changed_by: desk.actor.id, changed_at: desk.now })
    .where('id', '=', device)
    .where('unit', '=', unit)
    .where('retired_on', 'is', null)
    .executeTakeFirst()
  if (retired.numUpdatedRows !== 1n) return refused('not-found')
  await trace(desk, unit, 'retire-device', device, {})
  return done({ id: device })
}

/** Outside one's own scope nothing is changed. */
async function inScope({ sql, actor }: Administering, unit: string) {
  if (!mayDo(actor, 'keep-devices')) return refused('not-permitted')
  const above = (await unitWithParents(sql, unit)).map(({ id }) => id)
  if (above.length === 0) return refused('not-found')
  return administers(actor, above) ? done() : refused('not-permitted')
}

async function trace(
  { sql, actor, now }: Administering,
  unit: string,
  act: string,
  subject: string,
  details: Record<string, unknown>,
) {
  await write(sql, { stream: `agency:${unit}`, act, actor: actor.id, subject, details, occurredAt: now })
}
