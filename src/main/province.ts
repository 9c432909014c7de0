import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { system, write } from '../audit/index.ts'
import { insertCalendar, readCalendarCsv } from '../calendar/index.ts'
import type { Sql, Tx } from '../ground/database.ts'
import { day } from '../ground/day.ts'
import type { House } from '../ground/house.ts'
import { newId } from '../ground/uuid.ts'
import { duties, unitKinds, type UnitKind, type UnitLevel, unitLevels } from '../organisations/law/index.ts'
import { choosePolicy, policyOn, readProvincePolicy } from '../policy/index.ts'
import {
  agencyProblems,
  loadProcedure,
  problemLines,
  readProcedureFolder,
  setAgencies,
  type Trial,
} from '../procedures/index.ts'
import { root } from './open.ts'
import { accountsFile, loadAccounts, prepareSecrets, type UnitIds } from './training.ts'

const organisationsFile = z.strictObject({
  units: z.array(
    z.strictObject({
      key: z.string(),
      parent: z.string().optional(),
      kind: z.enum(Object.keys(unitKinds) as UnitKind[]),
      level: z.enum(Object.keys(unitLevels) as UnitLevel[]),
      name: z.string(),
      identifier: z.string(),
      oldIdentifier: z.string().optional(),
      place: z.string(),
      address: z.string().optional(),
      phone: z.string().optional(),
      duty: z.enum(duties).optional(),
      website: z.url().optional(),
      remit: z.string().optional(),
    }),
  ),
  procedures: z.array(
    z.strictObject({ level: z.string(), fields: z.array(z.string()).optional(), units: z.array(z.string()) }),
  ),
})

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
    await loadCatalogue(tx, now, { passed: readTrial(folder) })
    await nameAgencies(tx, folder, units)
    const lacking = await agencyProblems(tx)
    if (lacking.length > 0) throw new Error(lacking.join('\n'))
    await loadAccounts(house, tx, accounts, units, secrets, now)
    await write(tx, { stream: 'system', act: 'load-province', actor: system.id, occurredAt: now })
  })
}

/** A province of its own, empty: only the system's account and the catalogue. */
export async function loadEmpty({ db, clock }: House): Promise<void> {
  await db.transaction().execute(async (tx) => loadSystem(tx, clock.now()))
}

/** The system's own account, without which nothing can be audited. */
export async function loadSystem(tx: Tx, now: Date): Promise<void> {
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
        duty: unit.duty ?? null,
        website: unit.website ?? null,
        remit: unit.remit ?? null,
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
  await insertCalendar(
    tx,
    { name: 'Lịch làm việc của tỉnh', validFrom: from, hours, years, source: folder.split('/').at(-1)! },
    now,
  )
}

const trialFile = z.strictObject({ testedBy: z.string().min(1), testedOn: z.iso.date(), note: z.string().min(1) })

/** The test the province says its first procedures have passed; without one they wait. */
function readTrial(folder: string): Omit<Trial, 'result'> | undefined {
  const file = join(folder, 'trial.json')
  return existsSync(file) ? trialFile.parse(readJson(file)) : undefined
}

type Loading = { folder?: string | undefined; passed?: Omit<Trial, 'result'> | undefined }

/** Every folder of the catalogue as a version; what is already there stays. What comes without the test it has passed waits to be put in force. */
export async function loadCatalogue(
  tx: Tx,
  now: Date,
  { folder = join(root, 'catalogue'), passed }: Loading = {},
): Promise<Record<string, string>> {
  const outcome: Record<string, string> = {}
  for (const code of readdirSync(folder).filter((name) => /^\d\.\d{6}$/.test(name))) {
    const read = await readProcedureFolder(join(folder, code))
    if (!read.ok) throw new Error(`catalogue/${code}:\n${problemLines(read.detail).join('\n')}`)
    outcome[code] = await loadProcedure(tx, read.value, now, passed)
  }
  return outcome
}

/** The commune comes first wherever the level allows it, then the departments. */
async function nameAgencies(tx: Tx, folder: string, units: UnitIds): Promise<void> {
  const { procedures } = organisationsFile.parse(readJson(join(folder, 'organisations.json')))
  const known = await tx.selectFrom('procedures.procedure').select(['code', 'field', 'levels']).execute()
  for (const { code, field, levels } of known) {
    const competent = procedures
      .filter(({ level, fields }) => levels.includes(level) && (fields?.includes(field) ?? true))
      .flatMap((one) => one.units)
    await setAgencies(
      tx,
      code,
      competent.map((key) => units.get(key)!),
    )
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
