import { dayOf, type Day } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'
import { type Override, type Policy, policyOn, type PresetId, type ProvincePolicy } from './law/index.ts'

/** The choices change seldom and are asked for by every act; half a minute old is new enough for everyone. */
const fresh = 30_000
const known = new WeakMap<object, { at: number; day: Day; policy: Policy }>()

/** The policy of the province on the day of this instant: its preset of that day and its own values over it. */
export async function policyFor(db: Sql, now: Date): Promise<Policy> {
  const day = dayOf(now)
  const { adapter } = db.getExecutor()
  const before = db.isTransaction ? undefined : known.get(adapter)
  if (before && before.day === day && performance.now() - before.at < fresh) return before.policy
  const policy = policyOn(day, await chosenBy(db, day))
  if (!db.isTransaction) known.set(adapter, { at: performance.now(), day, policy })
  return policy
}

async function chosenBy(db: Sql, today: Day): Promise<ProvincePolicy> {
  const presets = db
    .selectFrom('policy.preset')
    .select('name')
    .where('valid_from', '<=', today)
    .orderBy('valid_from', 'desc')
    .limit(1)
  const values = db
    .selectFrom('policy.override')
    .select(['setting', 'valid_from', 'value', 'legal_basis'])
    .where('valid_from', '<=', today)
  const [preset, rows] = await Promise.all([presets.executeTakeFirst(), values.execute()])
  const overrides = rows.map(({ setting, valid_from, value, legal_basis }) => ({
    key: setting,
    value,
    source: legal_basis,
    confidence: 'read',
    from: valid_from,
  })) as unknown as Override[]
  return { preset: (preset?.name ?? 'national-2026') as PresetId, overrides }
}

/** Writes what the province chose from this day on. */
export async function choosePolicy(
  db: Sql,
  { preset, overrides }: ProvincePolicy,
  from: Day,
  basis: string,
  now: Date,
): Promise<void> {
  await db
    .insertInto('policy.preset')
    .values({ valid_from: from, name: preset, legal_basis: basis, chosen_at: now })
    .onConflict((at) => at.column('valid_from').doUpdateSet({ name: preset, legal_basis: basis, chosen_at: now }))
    .execute()
  for (const { key, value, source, from: since } of overrides) {
    await db
      .insertInto('policy.override')
      .values({ setting: key, valid_from: since, value: JSON.stringify(value), legal_basis: source, chosen_at: now })
      .execute()
  }
}
