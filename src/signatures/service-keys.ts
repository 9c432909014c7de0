import { sql } from 'kysely'
import type { Sql, Tx } from '../ground/database.ts'
import { newId } from '../ground/uuid.ts'
import type { Vault } from '../ground/vault/index.ts'
import { createAuthority, generateKey, issueCertificate, issueStampCertificate } from './authority.ts'

export type ServicePurpose = 'audit-seal' | 'time-stamp'
export type ServiceKey = { certificate: Uint8Array; root: Uint8Array; privateKey: Uint8Array }

const years = 365.25 * 24 * 60 * 60 * 1000
const names: Record<ServicePurpose, string> = {
  'audit-seal': 'Một Cửa – Niêm nhật ký',
  'time-stamp': 'Một Cửa – Dấu thời gian huấn luyện',
}

/**
 * The key the house signs with by itself, good now. Where there is none both are made, under a root whose own key is forgotten as
 * soon as it has issued them: nobody can issue a third.
 */
export async function serviceKey(db: Sql, vault: Vault, purpose: ServicePurpose, now: Date): Promise<ServiceKey> {
  const known = await keyInForce(db, vault, purpose, now)
  if (known) return known
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('signatures.service-keys'))`.execute(tx)
    if (!(await keyInForce(tx, vault, purpose, now))) await makeKeys(tx, vault, now)
  })
  return (await keyInForce(db, vault, purpose, now))!
}

async function keyInForce(db: Sql, vault: Vault, purpose: string, now: Date): Promise<ServiceKey | undefined> {
  const row = await db
    .selectFrom('signatures.service_key')
    .select(['id', 'certificate', 'root', 'key_sealed as sealed'])
    .where('purpose', '=', purpose)
    .where('valid_from', '<=', now)
    .where('valid_to', '>', now)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { certificate: row.certificate, root: row.root, privateKey: vault.open(row.sealed, keyContext(row.id)) }
}

/** The roots under which the house ever signed: what its seals are judged by. */
export async function serviceRoots(db: Sql): Promise<Buffer[]> {
  const rows = await db.selectFrom('signatures.service_key').select('root').distinct().execute()
  return rows.map(({ root }) => root)
}

async function makeKeys(tx: Tx, vault: Vault, now: Date): Promise<void> {
  const from = new Date(now.getTime() - 60_000)
  const to = new Date(now.getTime() + 10 * years)
  const authority = await createAuthority({ name: 'Một Cửa – Gốc của hệ thống', now: from })
  for (const purpose of ['audit-seal', 'time-stamp'] as const) {
    const { privateKey, publicKey } = await generateKey()
    const asked = { authority, subject: { commonName: names[purpose], country: 'VN' as const }, publicKey, from, to }
    const certificate =
      purpose === 'time-stamp' ? issueStampCertificate(asked) : issueCertificate({ ...asked, kind: 'organisation' })
    const id = newId(now)
    await tx
      .insertInto('signatures.service_key')
      .values({
        id,
        purpose,
        certificate: Buffer.from(certificate),
        root: Buffer.from(authority.certificate),
        key_sealed: vault.seal(privateKey, keyContext(id)),
        valid_from: from,
        valid_to: to,
        created_at: now,
      })
      .execute()
  }
}

const keyContext = (id: string) => `signatures.service-key:${id}`
