import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { hashPassword, insertAccount } from '../accounts/index.ts'
import { system, write } from '../audit/index.ts'
import { insertCalendar, readCalendarCsv } from '../calendar/index.ts'
import type { Sql, Tx } from '../ground/database.ts'
import { day } from '../ground/day.ts'
import type { House } from '../ground/house.ts'
import { newId } from '../ground/uuid.ts'
import { mayHoldTogether, roles, type Role } from '../organisations/law/index.ts'
import { choosePolicy, policyOn, readProvincePolicy } from '../policy/index.ts'
import { loadProcedure, problemLines, readProcedureFolder, setAgencies } from '../procedures/index.ts'
import {
  type Authority,
  createAuthority,
  generateKey,
  insertCertificate,
  insertDevice,
  issueCertificate,
  lockKey,
  toPem,
} from '../signatures/index.ts'
import { root } from './open.ts'

/** The training province's own secrets; they stand in the printout of the first start and open nothing else. */
export const training = { password: 'Demo@12345', pin: '246810' }

const unitKinds = ['province', 'department', 'commune', 'centre', 'division', 'branch', 'point', 'notary', 'central-agency', 'postal'] as const

const organisationsFile = z.strictObject({
  units: z.array(
    z.strictObject({
      key: z.string(),
      parent: z.string().optional(),
      kind: z.enum(unitKinds),
      level: z.enum(['ministry', 'province', 'commune', 'other']),
      name: z.string(),
      identifier: z.string(),
      oldIdentifier: z.string().optional(),
      place: z.string(),
      address: z.string().optional(),
      phone: z.string().optional(),
    }),
  ),
  procedures: z.array(z.strictObject({ level: z.string(), units: z.array(z.string()) })),
})

const roleName = z.enum(Object.keys(roles) as [Role, ...Role[]])
const accountsFile = z.strictObject({
  officers: z.array(
    z.strictObject({
      username: z.string(),
      name: z.string(),
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

type Accounts = z.infer<typeof accountsFile>
type UnitIds = ReadonlyMap<string, string>

export async function isProvinceLoaded(db: Sql): Promise<boolean> {
  return (await db.selectFrom('organisations.unit').select('id').limit(1).executeTakeFirst()) !== undefined
}

/**
 * Lays a province's folder into an empty database: units, calendar, policy, procedures and, for the training province, its
 * accounts with certificates under a root of its own. One transaction: a province is loaded whole or not at all.
 */
export async function loadProvince(house: House, folder: string): Promise<void> {
  const { db, clock } = house
  const now = clock.now()
  const accounts = accountsFile.parse(readJson(join(folder, 'accounts.json')))
  const secrets = await prepareSecrets(accounts)
  await db.transaction().execute(async (tx) => {
    await loadSystem(tx, now)
    const units = await loadUnits(tx, folder)
    await loadCalendar(tx, folder, now)
    await loadCatalogue(tx, now)
    await nameAgencies(tx, folder, units)
    await loadAccounts(house, tx, accounts, units, secrets, now)
    await write(tx, { stream: 'system', act: 'load-province', actor: system.id, occurredAt: now })
  })
}

/** A province of its own, empty: only the system's account and the catalogue. */
export async function loadEmpty({ db, clock }: House): Promise<void> {
  await db.transaction().execute(async (tx) => loadSystem(tx, clock.now()))
}

async function loadSystem(tx: Tx, now: Date): Promise<void> {
  await tx
    .insertInto('accounts.account')
    .values({ id: system.id, kind: 'system', username: 'he-thong', display_name: system.name, created_at: now })
    .onConflict((at) => at.doNothing())
    .execute()
}

async function loadUnits(tx: Tx, folder: string): Promise<UnitIds> {
  const { units } = organisationsFile.parse(readJson(join(folder, 'organisations.json')))
  const ids = new Map<string, string>()
  for (const unit of units) {
    const id = newId()
    ids.set(unit.key, id)
    await tx
      .insertInto('organisations.unit')
      .values({
        id,
        parent: unit.parent ? ids.get(unit.parent)! : null,
        kind: unit.kind,
        level: unit.level,
        name: unit.name,
        identifier: unit.identifier,
        old_identifier: unit.oldIdentifier ?? null,
        place: unit.place,
        address: unit.address ?? null,
        phone: unit.phone ?? null,
        valid_from: '2025-07-01',
      })
      .execute()
  }
  return ids
}

async function loadCalendar(tx: Tx, folder: string, now: Date): Promise<void> {
  const policy = readProvincePolicy(readJson(join(folder, 'policy.json')))
  if (!policy.ok) throw new Error(`policy.json: ${JSON.stringify(policy.detail)}`)
  const from = day('2025-07-01')
  await choosePolicy(tx, policy.value, from, 'Lựa chọn của tỉnh huấn luyện', now)
  const hours = policyOn(from, policy.value).get('calendar.office-hours')
  if (!hours) throw new Error('the province must set calendar.office-hours')
  const years = readdirSync(folder)
    .filter((name) => /^calendar-\d{4}\.csv$/.test(name))
    .map((name) => {
      const year = readCalendarCsv(readFileSync(join(folder, name), 'utf8'))
      if (!year.ok) throw new Error(`${name}: ${JSON.stringify(year.detail)}`)
      return year.value
    })
  await insertCalendar(tx, { name: 'Lịch làm việc của tỉnh', validFrom: from, hours, years, source: folder.split('/').at(-1)! }, now)
}

/** Every folder of the catalogue as a version; what is already there stays. */
export async function loadCatalogue(tx: Tx, now: Date, folder = join(root, 'catalogue')): Promise<Record<string, string>> {
  const outcome: Record<string, string> = {}
  for (const code of readdirSync(folder).filter((name) => /^\d\.\d{6}$/.test(name))) {
    const read = await readProcedureFolder(join(folder, code))
    if (!read.ok) throw new Error(`catalogue/${code}:\n${problemLines(read.detail).join('\n')}`)
    outcome[code] = await loadProcedure(tx, read.value, now)
  }
  return outcome
}

/** The commune comes first wherever the level allows it, then the departments. */
async function nameAgencies(tx: Tx, folder: string, units: UnitIds): Promise<void> {
  const { procedures } = organisationsFile.parse(readJson(join(folder, 'organisations.json')))
  const known = await tx.selectFrom('procedures.procedure').select(['code', 'levels']).execute()
  for (const { code, levels } of known) {
    const competent = procedures.filter(({ level }) => levels.includes(level)).flatMap((one) => one.units)
    await setAgencies(tx, code, competent.map((key) => units.get(key)!))
  }
}

type Secrets = Map<string, { password: string; key?: { privateKey: Uint8Array; publicKey: Uint8Array; locked: Uint8Array } }>

/** Hashes and keys take their time on several threads, before the transaction opens. */
async function prepareSecrets({ officers, citizens }: Accounts): Promise<Secrets> {
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

async function loadAccounts(house: House, tx: Tx, { officers, citizens }: Accounts, units: UnitIds, secrets: Secrets, now: Date) {
  const authority = await loadAuthority(house, tx, now)
  const base = { mustChangePassword: false, state: 'active' as const, createdBy: system.id }
  for (const { username, name, posts, certificate } of officers) {
    if (!mayHoldTogether(posts.map(({ role }) => role))) throw new Error(`${username} may not hold these roles together`)
    const id = newId()
    const { password, key } = secrets.get(username)!
    const profile = { name }
    await insertAccount(tx, house.vault, { ...base, id, kind: 'officer', username, displayName: name, password, identity: null, profile, assurance: 'officer' }, now)
    for (const { unit, role, title } of posts) {
      await tx
        .insertInto('organisations.post')
        .values({ id: newId(), account: id, unit: units.get(unit)!, role, title, valid_from: '2025-07-01' })
        .execute()
    }
    if (certificate && key) await issueDevice(tx, authority, { id, name, kind: certificate, unit: units.get(posts[0]!.unit)!, key }, now)
  }
  for (const { username, kind, name, identity, profile } of citizens) {
    const account = { ...base, id: newId(), kind, username, displayName: name, identity, assurance: 'national' as const }
    const person = { ...profile, name, identityNumber: identity }
    await insertAccount(tx, house.vault, { ...account, password: secrets.get(username)!.password, profile: person }, now)
  }
}

/** The training root: its certificate lies open in the data folder, so that anyone can check what it signed. */
async function loadAuthority({ config, vault }: House, tx: Tx, now: Date): Promise<Authority> {
  const authority = await createAuthority({ name: 'Một Cửa – Gốc chứng thực huấn luyện', now })
  const folder = join(config.data, 'demo-ca')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'root.crt'), toPem(authority.certificate))
  writeFileSync(join(folder, 'root.key.sealed'), vault.seal(authority.privateKey, 'demo-ca'), { mode: 0o600 })
  const validTo = new Date(now.getTime() + 10 * 365 * 24 * 3_600_000)
  const name = 'Một Cửa – Gốc chứng thực huấn luyện'
  const serial = createHash('sha256').update(authority.certificate).digest('hex').slice(0, 32)
  await insertCertificate(tx, { serial, kind: 'authority', subject: name, issuer: name, certificate: authority.certificate, validFrom: now, validTo }, now)
  return authority
}

type Holder = {
  id: string
  name: string
  kind: 'person' | 'organisation'
  unit: string
  key: { publicKey: Uint8Array; locked: Uint8Array }
}

async function issueDevice(tx: Tx, authority: Authority, { id, name, kind, unit, key }: Holder, now: Date): Promise<void> {
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
      serial: createHash('sha256').update(certificate).digest('hex').slice(0, 32),
      kind,
      subject: commonName,
      issuer: 'Một Cửa – Gốc chứng thực huấn luyện',
      ...(kind === 'person' ? { account: id } : { unit }),
      certificate,
      validFrom: from,
      validTo: to,
    },
    now,
  )
  await insertDevice(tx, { certificate: row, custodian: id, lockedKey: key.locked }, now)
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
