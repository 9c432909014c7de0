import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { hashPassword, insertAccount, keepAcceptance } from '../accounts/index.ts'
import { system } from '../audit/index.ts'
import type { Tx } from '../ground/database.ts'
import type { House } from '../ground/house.ts'
import { newId } from '../ground/uuid.ts'
import { mayHoldTogether, roles, type Role } from '../organisations/law/index.ts'
import {
  type Authority,
  createAuthority,
  generateKey,
  insertCertificate,
  insertDevice,
  issueCertificate,
  lockKey,
  readCertificate,
  toPem,
} from '../signatures/index.ts'

/** The training province's own secrets; they stand in the printout of the first start and open nothing else. */
export const training = { password: 'Demo@12345', pin: '246810' }

const roleName = z.enum(Object.keys(roles) as [Role, ...Role[]])
export const accountsFile = z.strictObject({
  officers: z.array(
    z.strictObject({
      username: z.string(),
      name: z.string(),
      identity: z.string().optional(),
      certificate: z.enum(['person', 'organisation']).optional(),
      posts: z.array(z.strictObject({ unit: z.string(), role: roleName, title: z.string() })),
    }),
  ),
  citizens: z.array(
    z.strictObject({
      username: z.string(),
      kind: z.enum(['person', 'organisation']),
      name: z.string(),
      identity: z.string(),
      profile: z.record(z.string(), z.string()),
    }),
  ),
})

export type Accounts = z.infer<typeof accountsFile>
/** The units of a province by the keys of its own file. */
export type UnitIds = ReadonlyMap<string, string>

export const rootName = 'Một Cửa – Gốc chứng thực huấn luyện'

export type Secrets = Map<
  string,
  { password: string; key?: { privateKey: Uint8Array; publicKey: Uint8Array; locked: Uint8Array } }
>

/** Hashes and keys take their time on several threads, before the transaction opens. */
export async function prepareSecrets({ officers, citizens }: Accounts): Promise<Secrets> {
  const people = [...officers, ...citizens.map((one) => ({ ...one, certificate: undefined }))]
  const made = await Promise.all(
    people.map(async ({ username, certificate }) => {
      const password = await hashPassword(training.password)
      if (!certificate) return [username, { password }] as const
      const pair = await generateKey()
      return [username, { password, key: { ...pair, locked: await lockKey(pair.privateKey, training.pin) } }] as const
    }),
  )
  return new Map(made)
}

export async function loadAccounts(
  house: House,
  tx: Tx,
  { officers, citizens }: Accounts,
  units: UnitIds,
  secrets: Secrets,
  now: Date,
) {
  const authority = await loadAuthority(house, tx, now)
  const base = { mustChangePassword: false, state: 'active' as const, createdBy: system.id, route: 'training' as const }
  for (const { username, name, identity, posts, certificate } of officers) {
    if (!mayHoldTogether(posts.map(({ role }) => role)))
      throw new Error(`${username} may not hold these roles together`)
    const id = newId()
    const { password, key } = secrets.get(username)!
    const profile = identity ? { name, identityNumber: identity } : { name }
    await insertAccount(
      tx,
      house.vault,
      {
        ...base,
        id,
        kind: 'officer',
        username,
        displayName: name,
        password,
        identity: identity ?? null,
        profile,
        assurance: 'officer',
      },
      now,
    )
    for (const { unit, role, title } of posts) {
      await tx
        .insertInto('organisations.post')
        .values({ id: newId(), account: id, unit: units.get(unit)!, role, title, valid_from: '2025-07-01' })
        .execute()
    }
    if (certificate && key)
      await issueDevice(tx, authority, { id, name, kind: certificate, unit: units.get(posts[0]!.unit)!, key }, now)
  }
  for (const { username, kind, name, identity, profile } of citizens) {
    const account = {
      ...base,
      id: newId(),
      kind,
      username,
      displayName: name,
      identity,
      assurance: 'national' as const,
    }
    const person = { ...profile, name, identityNumber: identity }
    await insertAccount(
      tx,
      house.vault,
      { ...account, password: secrets.get(username)!.password, profile: person },
      now,
    )
    await keepAcceptance(tx, { account: account.id, how: 'training', by: system.id }, now)
  }
}

/** The training root: its certificate lies open in the data folder, so that anyone can check what it signed. */
async function loadAuthority({ config, vault }: House, tx: Tx, now: Date): Promise<Authority> {
  const authority = await createAuthority({ name: rootName, now })
  const folder = join(config.data, 'demo-ca')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'root.crt'), toPem(authority.certificate))
  writeFileSync(join(folder, 'root.key.sealed'), vault.seal(authority.privateKey, 'demo-ca'), { mode: 0o600 })
  const validTo = new Date(now.getTime() + 10 * 365 * 24 * 3_600_000)
  const serial = readCertificate(authority.certificate).serial
  await insertCertificate(
    tx,
    {
      serial,
      kind: 'authority',
      subject: rootName,
      issuer: rootName,
      certificate: authority.certificate,
      validFrom: now,
      validTo,
    },
    now,
  )
  return authority
}

type Holder = {
  id: string
  name: string
  kind: 'person' | 'organisation'
  unit: string
  key: { publicKey: Uint8Array; locked: Uint8Array }
}

async function issueDevice(
  tx: Tx,
  authority: Authority,
  { id, name, kind, unit, key }: Holder,
  now: Date,
): Promise<void> {
  const { name: organisation } = await tx
    .selectFrom('organisations.unit')
    .select('name')
    .where('id', '=', unit)
    .executeTakeFirstOrThrow()
  const commonName = kind === 'person' ? name : organisation
  const to = new Date(now.getTime() + 3 * 365 * 24 * 3_600_000)
  const from = new Date(now.getTime() - 60_000)
  const certificate = await issueCertificate({
    authority,
    subject: { commonName, organisation, country: 'VN' },
    publicKey: key.publicKey,
    kind,
    from,
    to,
  })
  const row = await insertCertificate(
    tx,
    {
      serial: readCertificate(certificate).serial,
      kind,
      subject: commonName,
      issuer: rootName,
      ...(kind === 'person' ? { account: id } : { unit }),
      certificate,
      validFrom: from,
      validTo: to,
    },
    now,
  )
  await insertDevice(tx, { certificate: row, custodian: id, lockedKey: key.locked }, now)
}
