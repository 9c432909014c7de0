import type { Sql } from '../../ground/database.ts'
import type { Day } from '../../ground/day.ts'
import type { Vault } from '../../ground/vault/index.ts'
import type { RepresentationKind } from '../law/index.ts'

/** Whom an asking names, before an officer found or opened their account; of an appointment, who is appointed. */
export type Told = {
  kind: 'person' | 'organisation'
  name: string
  identityNumber: string
  birthDate?: string | undefined
  /** Who represents an organisation before the law. */
  representative?: string | undefined
}

/** Who stands for whom; `agent` is known from the beginning, or once the one appointed accepted. */
export type Representation = {
  id: string
  kind: RepresentationKind
  agent: string
  agentName: string
  beneficiary: string | null
  beneficiaryName: string | null
  beneficiaryKind: string | null
  file: string | null
  validFrom: string
  validTo: string | null
  askedAt: Date
  confirmed: boolean | null
  endedAt: Date | null
}
/** As the two sides see it: an appointment that nobody accepted yet has no agent, and the name is the one its giver wrote. */
export type Side = Omit<Representation, 'agent'> & { agent: string | null; endedBy: string | null }
export type Place = { at: Date; id: string }

function rows(db: Sql) {
  return db
    .selectFrom('accounts.representation as r')
    .leftJoin('accounts.account as agent', 'agent.id', 'r.agent')
    .leftJoin('accounts.account as b', 'b.id', 'r.beneficiary')
    .select([
      'r.id',
      'r.kind',
      'r.agent',
      'agent.display_name as agentName',
      'r.beneficiary',
      'b.display_name as beneficiaryName',
      'b.kind as beneficiaryKind',
      'r.file',
      'r.valid_from as validFrom',
      'r.valid_to as validTo',
      'r.asked_at as askedAt',
      'r.confirmed',
      'r.ended_at as endedAt',
      'r.ended_by as endedBy',
    ])
}

type Asked = { side: 'agent' | 'beneficiary'; after?: Place | undefined; limit?: number }

/** One side of what an account has to do with, the latest first: whom it represents or asked to, or who represents it and whom it appointed. */
export async function representationsOf(
  db: Sql,
  vault: Vault,
  account: string,
  { side, after, limit = 20 }: Asked,
): Promise<{ lines: Side[]; next: Place | undefined }> {
  let query = rows(db)
    .select('r.told_sealed as told')
    .where(side === 'agent' ? 'r.agent' : 'r.beneficiary', '=', account)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
  if (side === 'beneficiary') query = query.where('r.confirmed', '=', true)
  if (after) query = query.where((eb) => eb(eb.refTuple('r.asked_at', 'r.id'), '<', eb.tuple(after.at, after.id)))
  const found = await query.execute()
  const lines = found.slice(0, limit).map(({ told, ...row }) => ({
    ...row,
    agentName: row.agentName ?? (vault.openJson(told!, toldContext(row.id)) as Told).name,
  })) as Side[]
  const last = lines.at(-1)
  return { lines, next: found.length > limit && last ? { at: last.askedAt, id: last.id } : undefined }
}

/** Appointments that wait for this person to accept, the latest first; of an account nobody proved theirs none. */
export async function offersTo(db: Sql, account: string): Promise<Omit<Side, 'agentName'>[]> {
  const found = await rows(db)
    .where('r.agent', 'is', null)
    .where('r.ended_at', 'is', null)
    .where('r.agent_fingerprint', 'in', printsOf(db, account))
    .orderBy('r.asked_at', 'desc')
    .limit(50)
    .execute()
  return found as Omit<Side, 'agentName'>[]
}

/** The numbers by which a person is appointed: of their account, and of those that were merged into it. */
export function printsOf(db: Sql, account: string) {
  return db
    .selectFrom('accounts.account')
    .select('identity_fingerprint')
    .where((eb) => eb.or([eb('id', '=', account), eb('merged_into', '=', account)]))
    .where('kind', '=', 'person')
    .where('identity_fingerprint', 'is not', null)
    .where('assurance', '!=', 'none')
    .$castTo<{ identity_fingerprint: Buffer }>()
}

/** For whom this account may file today, the latest first; with `id` that one alone. The same question as the rule `isInForce`. */
export async function representedBy(db: Sql, agent: string, today: Day, id?: string): Promise<Representation[]> {
  let query = rows(db)
    .where('r.agent', '=', agent)
    .where('r.confirmed', '=', true)
    .where('r.ended_at', 'is', null)
    .where('r.valid_from', '<=', today)
    .where((eb) => eb.or([eb('r.valid_to', 'is', null), eb('r.valid_to', '>=', today)]))
    .orderBy('r.asked_at', 'desc')
  if (id) query = query.where('r.id', '=', id)
  return (await query.execute()) as Representation[]
}

/** What waits for an officer, the oldest first; at most so many, from a place on. */
export async function representationsWaiting(db: Sql, after?: Place, limit = 50): Promise<Representation[]> {
  let query = rows(db)
    .where('r.decided_at', 'is', null)
    .where('r.ended_at', 'is', null)
    .orderBy('r.asked_at')
    .orderBy('r.id')
    .limit(limit)
  if (after) query = query.where((eb) => eb(eb.refTuple('r.asked_at', 'r.id'), '>', eb.tuple(after.at, after.id)))
  return (await query.execute()) as Representation[]
}

/** One whose agent is known. */
export async function representationById(db: Sql, id: string): Promise<Representation | undefined> {
  const found = await rows(db).where('r.id', '=', id).where('r.agent', 'is not', null).executeTakeFirst()
  return found as Representation | undefined
}

/** Whom the asking named, or who is appointed. */
export async function toldIn(db: Sql, vault: Vault, id: string): Promise<Told | undefined> {
  const row = await db
    .selectFrom('accounts.representation')
    .select('told_sealed')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.told_sealed ? (vault.openJson(row.told_sealed, toldContext(id)) as Told) : undefined
}

export const toldContext = (id: string) => `accounts.representation:${id}`
