import { addDays, at, type Day, dayOf } from '../ground/day.ts'
import type { Sql, Tx } from '../ground/database.ts'
import { keptByEdition, newEdition } from '../ground/editions.ts'
import { keepsNotes } from '../ground/notes.ts'
import { newId } from '../ground/uuid.ts'
import { isId } from '../ground/uuid.ts'
import { choicesAt, type Decision, type Policy, policyOn, type ProvincePolicy } from './law/index.ts'

/** Decisions change seldom and are asked for by every page; half a minute old is new enough for a page, and an act asks for their edition. */
const fresh = 30_000
const known = new WeakMap<object, { at: number; age: number; decisions: readonly Decision[] }>()
let age = 0

/** The policy of the province as it was known at this instant, for its day: its preset and its own values over it. */
export async function policyFor(db: Sql, now: Date): Promise<Policy> {
  const decisions = await recentDecisions(db)
  const last = lately.get(decisions)
  if (last && last.from <= now.getTime() && now.getTime() < last.until) return last.policy
  const day = dayOf(now)
  const worked = policies.get(decisions) ?? new Map<string, Policy>()
  policies.set(decisions, worked)
  // What is known at an instant is what was decided up to it: their number says which they are.
  const known = `${day} ${decisions.filter(({ decidedAt }) => decidedAt && decidedAt <= now).length}`
  const policy = worked.get(known) ?? policyOn(day, choicesAt(decisions, now, day))
  if (worked.size >= most) worked.clear()
  worked.set(known, policy)
  lately.set(decisions, { ...spanOf(decisions, day, now.getTime()), policy })
  return policy
}

/** The instants around this one, in ms, between which neither the day changes nor anything is decided. */
function spanOf(decisions: readonly Decision[], day: Day, now: number): { from: number; until: number } {
  const turns = [at(day, 0), at(addDays(day, 1), 0), ...decisions.map(({ decidedAt }) => decidedAt)]
  const instants = turns.flatMap((turn) => turn?.getTime() ?? [])
  return {
    from: Math.max(...instants.filter((one) => one <= now)),
    until: Math.min(...instants.filter((one) => one > now)),
  }
}

/** Policies worked out of the same decisions, by day and by what was known then; so many are kept. */
const policies = new WeakMap<readonly Decision[], Map<string, Policy>>()
const most = 500
/** The one asked for last, and when it holds. */
const lately = new WeakMap<readonly Decision[], { from: number; until: number; policy: Policy }>()

const decided = keptByEdition('policy', decisionsIn)

async function recentDecisions(db: Sql): Promise<readonly Decision[]> {
  if (keepsNotes(db)) return decided(db)
  const { adapter } = db.getExecutor()
  const before = db.isTransaction ? undefined : known.get(adapter)
  if (before && before.age === age && performance.now() - before.at < fresh) return before.decisions
  const decisions = await decisionsIn(db)
  if (!db.isTransaction) known.set(adapter, { at: performance.now(), age, decisions })
  return decisions
}

/** After a change this process asks the database anew; others do within half a minute. */
export function forgetPolicy(db?: Sql): void {
  age += 1
  if (db) newEdition(db)
}

/** Everything ever proposed and decided, in the order in which it was proposed. */
export async function decisionsIn(db: Sql): Promise<Decision[]> {
  const rows = await db.selectFrom('policy.decision').selectAll().orderBy('number').execute()
  return rows.map((row) => ({
    id: row.id,
    subject: (row.setting ?? 'preset') as Decision['subject'],
    value: row.value,
    isCleared: row.is_cleared,
    from: row.valid_from as Day,
    until: row.valid_until as Day | null,
    source: row.legal_basis,
    confidence: row.confidence as Decision['confidence'],
    reason: row.reason,
    demands: row.demands as Decision['demands'],
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    isApproved: row.is_approved,
    reference: row.reference,
  }))
}

export type Proposed = Pick<Decision, 'subject' | 'value' | 'from' | 'source'> & Partial<Decision>

/** Writes one proposal; with `decidedAt` it is in force at once. */
export async function insertDecision(db: Sql, one: Proposed & { proposedAt: Date }): Promise<string> {
  const id = newId(one.proposedAt)
  await db
    .insertInto('policy.decision')
    .values({
      id,
      setting: one.subject === 'preset' ? null : one.subject,
      is_cleared: one.isCleared ?? false,
      value: JSON.stringify(one.value ?? null),
      valid_from: one.from,
      valid_until: one.until ?? null,
      legal_basis: one.source,
      confidence: one.confidence ?? 'read',
      reason: one.reason ?? null,
      demands: one.demands ?? null,
      proposed_by: one.proposedBy ?? null,
      proposed_at: one.proposedAt,
      decided_by: one.decidedBy ?? null,
      decided_at: one.decidedAt ?? null,
      is_approved: one.decidedAt ? true : null,
    })
    .execute()
  forgetPolicy(db)
  return id
}

/** The proposal, locked until the transaction ends. */
export async function takeDecision(tx: Tx, id: string): Promise<Decision | undefined> {
  if (!isId(id)) return undefined
  const row = await tx.selectFrom('policy.decision').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return row && (await decisionsIn(tx)).find((one) => one.id === row.id)
}

export async function settleDecision(
  tx: Tx,
  id: string,
  verdict: { isApproved: boolean; by: string; at: Date; reference: string | null },
): Promise<void> {
  const { isApproved, by, at, reference } = verdict
  await tx
    .updateTable('policy.decision')
    .set({ is_approved: isApproved, decided_by: by, decided_at: at, reference })
    .where('id', '=', id)
    .execute()
  forgetPolicy(tx)
}

/** Writes what the province chose from this day on, as a folder or a first start says it: in force at once. */
export async function choosePolicy(
  db: Sql,
  { preset, overrides }: ProvincePolicy,
  from: Day,
  basis: string,
  now: Date,
): Promise<void> {
  const decided = { proposedAt: now, decidedAt: now }
  await insertDecision(db, { subject: 'preset', value: preset, from, source: basis, ...decided })
  for (const choice of overrides) {
    if ('isCleared' in choice) continue
    const { key, value, source, confidence, from: since, until } = choice
    const rest = { value, source, confidence, from: since, until: until ?? null }
    await insertDecision(db, { subject: key, ...rest, ...decided })
  }
}
