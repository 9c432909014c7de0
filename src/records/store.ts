import { randomInt } from 'node:crypto'
import { type Actor, sendEntry } from '../audit/index.ts'
import type { Sql } from '../ground/database.ts'
import type { Desk } from '../ground/desk.ts'
import { newId } from '../ground/uuid.ts'
import { layRow, written } from '../ground/written.ts'

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
export async function deliver(
  { sql: tx, actor, now, alongside }: Desk<Actor, never>,
  { account, kind, item }: Delivery,
): Promise<string> {
  const record = await openRecord(tx, account, kind, now)
  const id = newId(now)
  const row = {
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
  }
  alongside(layRow(tx, 'records.item', row))
  const entry = {
    stream: `account:${account}` as const,
    act: 'record-item',
    actor: actor.id,
    subject: id,
    details: { source: item.source },
    occurredAt: now,
  }
  alongside(sendEntry(tx, entry))
  return id
}

/**
 * Codes are drawn here and nowhere else; the database refuses a second record under one code or for one subject. Of two who open the
 * same record at once the second waits for the first and then finds it; a code that is taken is drawn anew.
 */
async function openRecord(tx: Sql, account: string, kind: 'person' | 'organisation', now: Date): Promise<string> {
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const known = await recordOf(tx, account)
    if (known) return known.id
    const code = `${kind === 'person' ? 'CD' : 'TC'}${String(randomInt(10 ** 10)).padStart(10, '0')}`
    await tx
      .insertInto('records.record')
      .values({ id: newId(now), code, account, kind, created_at: now })
      .onConflict((at) => at.doNothing())
      .execute()
  }
  throw new Error('no free code was found for a record')
}

export async function recordOf(db: Sql, account: string): Promise<{ id: string; code: string } | undefined> {
  return recorded.first(db, { account })
}

const recorded = written((db, { account }: { account: string }) =>
  db.selectFrom('records.record').select(['id', 'code']).where('account', '=', account),
)

export async function itemsOf(db: Sql, account: string): Promise<RecordItem[]> {
  return items(db)
    .where('r.account', '=', account)
    .orderBy('i.delivered_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(200)
    .execute()
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
