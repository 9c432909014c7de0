import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, write } from '../audit/index.ts'
import type { Sql } from '../ground/database.ts'
import type { Desk } from '../ground/desk.ts'
import { newId } from '../ground/uuid.ts'

/** One thing in the lasting store of a citizen or business, with where it came from and what it is worth. */
export type RecordItem = {
  id: string
  kind: string
  title: string
  number: string | null
  issuer: string | null
  issuerName: string | null
  issuedOn: string | null
  validTo: string | null
  source: string
  legalStatus: string
  file: string | null
  origin: string | null
  deliveredAt: Date
}

type Delivery = {
  account: string
  kind: 'person' | 'organisation'
  item: {
    kind: string
    title: string
    number: string | null
    issuer: string
    issuedOn: string
    source: 'result' | 'component'
    origin: string
    file: string
    authenticatedBy: string
  }
}

/**
 * Lays an item into the subject's record, in the transaction that returns it: the two happen at the same moment. The record
 * is opened with its one code when the subject has none yet.
 */
export async function deliver({ sql: tx, actor, now }: Desk<Actor, never>, { account, kind, item }: Delivery): Promise<string> {
  const record = await openRecord(tx, account, kind, now)
  const id = newId(now)
  await tx
    .insertInto('records.item')
    .values({
      id,
      record,
      kind: item.kind,
      title: item.title,
      number: item.number,
      issuer: item.issuer,
      issued_on: item.issuedOn,
      source: item.source,
      origin: item.origin,
      file: item.file,
      legal_status: 'authenticated',
      authenticated_by: item.authenticatedBy,
      authenticated_at: now,
      delivered_at: now,
    })
    .execute()
  await write(tx, {
    stream: `account:${account}`,
    act: 'record-item',
    actor: actor.id,
    subject: id,
    details: { source: item.source },
    occurredAt: now,
  })
  return id
}

/** Codes are drawn here and nowhere else; the database refuses a second record under one code or for one subject. */
async function openRecord(tx: Sql, account: string, kind: 'person' | 'organisation', now: Date): Promise<string> {
  const code = `${kind === 'person' ? 'CD' : 'TC'}${String(randomInt(10 ** 10)).padStart(10, '0')}`
  const { rows } = await sql<{ id: string }>`
    with opened as (
      insert into records.record (id, code, account, kind, created_at)
      values (${newId(now)}, ${code}, ${account}, ${kind}, ${now})
      on conflict (account) do nothing
      returning id
    )
    select id from opened union all select id from records.record where account = ${account}
    limit 1`.execute(tx)
  return rows[0]!.id
}

export async function recordOf(db: Sql, account: string): Promise<{ id: string; code: string } | undefined> {
  return db.selectFrom('records.record').select(['id', 'code']).where('account', '=', account).executeTakeFirst()
}

export async function itemsOf(db: Sql, account: string): Promise<RecordItem[]> {
  return items(db).where('r.account', '=', account).orderBy('i.delivered_at', 'desc').orderBy('i.id', 'desc').limit(200).execute()
}

export async function itemsById(db: Sql, account: string, ids: readonly string[]): Promise<RecordItem[]> {
  if (ids.length === 0) return []
  return items(db).where('r.account', '=', account).where('i.id', 'in', ids).execute()
}

function items(db: Sql) {
  return db
    .selectFrom('records.item as i')
    .innerJoin('records.record as r', 'r.id', 'i.record')
    .leftJoin('organisations.unit as u', 'u.id', 'i.issuer')
    .select([
      'i.id',
      'i.kind',
      'i.title',
      'i.number',
      'i.issuer',
      'u.name as issuerName',
      'i.issued_on as issuedOn',
      'i.valid_to as validTo',
      'i.source',
      'i.legal_status as legalStatus',
      'i.file',
      'i.origin',
      'i.delivered_at as deliveredAt',
    ])
    .where('i.replaced_by', 'is', null)
}
