import type { Sql } from '../../ground/database.ts'
import type { Day } from '../../ground/day.ts'
import type { Vault } from '../../ground/vault/index.ts'
import { isInForce, type RepresentationKind } from '../law/index.ts'

/** Whom an asking names, before an officer found or opened their account. */
export type Told = {
  kind: 'person' | 'organisation'
  name: string
  identityNumber: string
  birthDate?: string | undefined
}

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

function rows(db: Sql) {
  return db
    .selectFrom('accounts.representation as r')
    .innerJoin('accounts.account as agent', 'agent.id', 'r.agent')
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
    ])
    .orderBy('r.asked_at', 'desc')
    .limit(100)
}

/** What an account has to do with: whom it represents or asked to, and who represents it. */
export async function representationsOf(db: Sql, account: string): Promise<Representation[]> {
  const found = await rows(db)
    .where((eb) =>
      eb.or([eb('r.agent', '=', account), eb.and([eb('r.beneficiary', '=', account), eb('r.confirmed', '=', true)])]),
    )
    .execute()
  return found as Representation[]
}

/** For whom this account may file today. */
export async function representedBy(db: Sql, agent: string, today: Day): Promise<Representation[]> {
  const found = (await rows(db).where('r.agent', '=', agent).execute()) as Representation[]
  return found.filter((one) => isInForce(one, today))
}

/** What waits for an officer, the oldest first. */
export async function representationsWaiting(db: Sql): Promise<Representation[]> {
  const found = await rows(db)
    .where('r.decided_at', 'is', null)
    .where('r.ended_at', 'is', null)
    .clearOrderBy()
    .orderBy('r.asked_at')
    .execute()
  return found as Representation[]
}

export async function representationById(db: Sql, id: string): Promise<Representation | undefined> {
  return (await rows(db).where('r.id', '=', id).executeTakeFirst()) as Representation | undefined
}

/** Whom the asking named; nothing where the represented appointed the agent themselves. */
export async function toldIn(db: Sql, vault: Vault, id: string): Promise<Told | undefined> {
  const row = await db
    .selectFrom('accounts.representation')
    .select('told_sealed')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.told_sealed ? (vault.openJson(row.told_sealed, toldContext(id)) as Told) : undefined
}

export const toldContext = (id: string) => `accounts.representation:${id}`
