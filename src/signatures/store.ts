import type { Sql } from '../ground/database.ts'
import { newId } from '../ground/uuid.ts'
import { written } from '../ground/written.ts'

export type DeviceInHand = {
  id: string
  state: string
  lockedKey: Buffer
  certificateId: string
  certificate: Buffer
  subject: string
  serial: string
  /** How many PINs in a row were wrong. */
  wrongPins: number
}

/** After this many wrong PINs in a row the device locks itself. The number is a setting: the regulation names none. */
export const maxWrongPins = 5

/** The device this person may sign with in this capacity now: their own key, or the organisation's key in their custody. */
export async function deviceFor(
  db: Sql,
  asked: { actor: string; as: 'person' | 'organisation'; unit: string; now: Date },
): Promise<DeviceInHand | undefined> {
  const row = await inHand.first(db, asked, asked.as, asked.as)
  return row?.lockedKey ? { ...row, lockedKey: row.lockedKey } : undefined
}

type Asked = { actor: string; unit: string; now: Date }
const inHand = written((db, { actor, unit, now }: Asked, as: 'person' | 'organisation') => {
  const query = db
    .selectFrom('signatures.device as d')
    .innerJoin('signatures.certificate as c', 'c.id', 'd.certificate')
    .select([
      'd.id',
      'd.state',
      'd.locked_key as lockedKey',
      'c.id as certificateId',
      'c.certificate',
      'c.subject',
      'c.serial',
      'd.wrong_pins as wrongPins',
    ])
    .where('d.custodian', '=', actor)
    .where('c.kind', '=', as)
    .where('c.revoked_at', 'is', null)
    .where('c.valid_from', '<=', now)
    .where('c.valid_to', '>', now)
    .where('d.state', 'in', ['in-use', 'locked'])
  const own = as === 'person' ? query.where('c.account', '=', actor) : query.where('c.unit', '=', unit)
  return own.orderBy('c.valid_from', 'desc').limit(1)
})

/** Counts one more try at the PIN before it is judged and answers how many that makes; none when no more are judged. */
export async function countTry(db: Sql, device: string): Promise<number | undefined> {
  const row = await db
    .updateTable('signatures.device')
    .set((eb) => ({ wrong_pins: eb('wrong_pins', '+', 1) }))
    .where('id', '=', device)
    .where('state', '=', 'in-use')
    .where('wrong_pins', '<', maxWrongPins)
    .returning('wrong_pins as tries')
    .executeTakeFirst()
  return row?.tries
}

/** The last try was wrong too. */
export async function lockDevice(db: Sql, device: string): Promise<void> {
  await db
    .updateTable('signatures.device')
    .set({ state: 'locked' })
    .where('id', '=', device)
    .where('wrong_pins', '>=', maxWrongPins)
    .execute()
}

/** The devices of somebody, locked by wrong PINs, are open again; answers how many were. */
export async function unlockDevices(db: Sql, custodian: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('signatures.device')
    .set({ state: 'in-use', wrong_pins: 0 })
    .where('custodian', '=', custodian)
    .where('state', 'in', ['in-use', 'locked'])
    .where('wrong_pins', '>', 0)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** The right PIN: the count of wrong ones in a row begins anew. */
export async function forgetWrongPins(db: Sql, device: string): Promise<void> {
  await db
    .updateTable('signatures.device')
    .set({ wrong_pins: 0 })
    .where('id', '=', device)
    .where('wrong_pins', '>', 0)
    .execute()
}

/** Answers of a certificate we know whether it was revoked by then, as it stands when it is asked; of others it can say nothing. */
export function revoked(db: Sql): (serial: string, at: Date) => Promise<boolean | undefined> {
  return async (serial, at) => {
    const row = await numbered.first(db, { serial: serial.toUpperCase() })
    return row && row.revoked_at !== null && row.revoked_at <= at
  }
}

const numbered = written((db, { serial }: { serial: string }) =>
  db.selectFrom('signatures.certificate').select('revoked_at').where('serial', '=', serial),
)

export async function issuersOf(db: Sql): Promise<Buffer[]> {
  return (await issuers.all(db, {})).map(({ certificate }) => certificate)
}

const issuers = written((db, _: object) =>
  db.selectFrom('signatures.certificate').select('certificate').where('kind', '=', 'authority'),
)

type NewCertificate = {
  serial: string
  kind: 'person' | 'organisation' | 'authority'
  subject: string
  issuer: string
  account?: string
  unit?: string
  certificate: Uint8Array
  validFrom: Date
  validTo: Date
}

export async function insertCertificate(db: Sql, one: NewCertificate, now: Date): Promise<string> {
  const id = newId(now)
  await db
    .insertInto('signatures.certificate')
    .values({
      id,
      serial: one.serial,
      kind: one.kind,
      subject: one.subject,
      issuer: one.issuer,
      account: one.account ?? null,
      unit: one.unit ?? null,
      certificate: Buffer.from(one.certificate),
      valid_from: one.validFrom,
      valid_to: one.validTo,
      created_at: now,
    })
    .execute()
  return id
}

export async function insertDevice(
  db: Sql,
  { certificate, custodian, lockedKey }: { certificate: string; custodian: string; lockedKey: Uint8Array },
  now: Date,
): Promise<void> {
  await db
    .insertInto('signatures.device')
    .values({
      id: newId(now),
      certificate,
      custodian,
      kind: 'soft',
      locked_key: Buffer.from(lockedKey),
      created_at: now,
    })
    .execute()
}

/** Who signed a file, first signature first. */
export async function signersOf(db: Sql, files: readonly string[]) {
  if (files.length === 0) return []
  return db
    .selectFrom('signatures.signature as s')
    .innerJoin('signatures.certificate as c', 'c.id', 's.certificate')
    .select(['s.file', 's.speaks_as as as', 'c.subject', 's.signed_at as at'])
    .where('s.file', 'in', files)
    .orderBy('s.position')
    .execute()
}
