import {
  agencyOf,
  appendClock,
  calendarFor,
  ledgerOf,
  mayExtend,
  roomToExtend,
  type TimeLimit,
} from '../calendar/index.ts'
import { exactDurationText, limitText } from '../calendar/index.ts'
import type { Sql, Tx } from '../ground/database.ts'
import { done, refused } from '../ground/result.ts'
import { newId } from '../ground/uuid.ts'
import type { Vault } from '../ground/vault/index.ts'
import type { DossierDesk } from './acts/take.ts'
import type { Dossier } from './dossier.ts'
import { policyOf } from './policy.ts'

const article = '88/2017/QĐ-UBND Điều 14.4'
const context = (id: string) => `dossiers.extension:${id}`

/** How much longer a dossier shall take, said as time limits are. */
export type Length = { readonly value: number; readonly unit: 'working-hours' | 'working-days' | 'calendar-days' }

/** An extension somebody asked for and nobody has decided: how much, why, who asked, who agreed. */
export type WaitingExtension = {
  id: string
  length: Length
  reason: string
  was: Date
  madeAt: Date
  madeBy: string
  agreedAt: Date | null
  agreedBy: string | null
}

async function groundsOf(db: Sql, dossier: Dossier, now: Date) {
  const { value: share, source } = (await policyOf(db, dossier)).stated('extension.ratio')
  const ledger = await ledgerOf(db, dossier.id, 'settlement')
  const calendar = await calendarFor(db, now, agencyOf(ledger))
  return { share, law: share ? source : article, ledger, calendar }
}

/**
 * Whether this dossier may take so much longer, and when it would then be due; a ground is needed. Every refusal names the article it rests on:
 * `clock-wrong-state`, `extension-other-unit`, `extension-too-long` (with what is left), `clock-needs-ground`, `promised-date-gone-by`.
 */
export async function extensionPermit(
  db: Sql,
  dossier: Dossier,
  { length, ground, now }: { length: TimeLimit; ground: string; now: Date },
) {
  const { share, law, ledger, calendar } = await groundsOf(db, dossier, now)
  const permitted = mayExtend(calendar, ledger, length, share)
  if (!permitted.ok) {
    if (permitted.refusal !== 'extension-too-long') return refused(permitted.refusal, { ...permitted.detail, law })
    const room = roomToExtend(calendar, ledger, share)
    return refused('extension-too-long', {
      law,
      ...(room.ok ? { atMost: roomText(room.value, calendar.dayMinutes) } : {}),
    })
  }
  const line = appendClock(calendar, ledger, { kind: 'extended', at: now, limit: length, ground, law })
  if (!line.ok)
    return refused(line.refusal === 'promised-date-gone-by' ? 'extension-gone-by' : line.refusal, { law: article })
  return done({ due: line.value.due!, law })
}

/** What is left to extend, for the form that asks: in words and by how it is counted; nothing where no more can be given. */
export async function roomOf(db: Sql, dossier: Dossier, now: Date) {
  const { share, law, ledger, calendar } = await groundsOf(db, dossier, now)
  const room = roomToExtend(calendar, ledger, share)
  if (!room.ok || (room.value.left !== null && room.value.left <= 0)) return undefined
  const { measure, left } = room.value
  return { measure, law, left, dayMinutes: calendar.dayMinutes, text: roomText(room.value, calendar.dayMinutes) }
}

/** As much as is left in whole days, or hours where less than a day is left: what a form may propose. */
export async function exampleLength(db: Sql, dossier: Dossier, now: Date): Promise<Length | undefined> {
  const room = await roomOf(db, dossier, now)
  if (!room) return undefined
  const { measure, left, dayMinutes } = room
  if (measure === 'days') return { value: left ?? 1, unit: 'calendar-days' }
  const days = left === null ? 1 : Math.floor(left / dayMinutes)
  if (days > 0) return { value: days, unit: 'working-days' }
  return { value: left! / 60, unit: 'working-hours' }
}

function roomText({ measure, left }: { measure: 'minutes' | 'days'; left: number | null }, dayMinutes: number) {
  if (left === null) return null
  if (measure === 'minutes') return exactDurationText(Math.max(0, left), dayMinutes)
  return limitText({ value: Math.max(0, left), unit: 'calendar-days' })
}

/** Writes down what is asked for; the date stays as it was promised until the centre confirms. */
export async function keepExtension(
  { sql, vault, actor, now }: DossierDesk,
  dossier: Dossier,
  { length, reason }: { length: Length; reason: string },
): Promise<void> {
  const id = newId(now)
  await sql
    .insertInto('dossiers.extension')
    .values({
      id,
      dossier: dossier.id,
      value: String(length.value),
      unit: length.unit,
      reason_sealed: vault.seal(reason, context(id)),
      was: dossier.due!,
      made_at: now,
      made_by: actor.id,
    })
    .execute()
}

export async function agreeToExtension({ sql, actor, now }: DossierDesk, id: string): Promise<void> {
  await sql
    .updateTable('dossiers.extension')
    .set({ agreed_at: now, agreed_by: actor.id })
    .where('id', '=', id)
    .execute()
}

/** It is granted with its new date, or declined and the date stays. */
export async function endExtension({ sql, actor, now }: DossierDesk, id: string, due: Date | null): Promise<void> {
  await sql
    .updateTable('dossiers.extension')
    .set({ outcome: due ? 'extended' : 'declined', due, ended_at: now, ended_by: actor.id })
    .where('id', '=', id)
    .execute()
}

const columns = ['id', 'value', 'unit', 'reason_sealed', 'was', 'made_at', 'made_by', 'agreed_at', 'agreed_by'] as const

/** The extension that waits to be decided: the last one asked for, when nobody has. */
export async function waitingExtension(
  db: Sql | Tx,
  vault: Vault,
  dossier: string,
): Promise<WaitingExtension | undefined> {
  const row = await db
    .selectFrom('dossiers.extension')
    .select([...columns, 'ended_at'])
    .where('dossier', '=', dossier)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || row.ended_at) return undefined
  return {
    id: row.id,
    length: { value: Number(row.value), unit: row.unit as Length['unit'] },
    reason: vault.open(row.reason_sealed, context(row.id)).toString('utf8'),
    was: row.was,
    madeAt: row.made_at,
    madeBy: row.made_by,
    agreedAt: row.agreed_at,
    agreedBy: row.agreed_by,
  }
}

/** Why each granted extension was asked for, the first one first: as the letter told the applicant. */
export async function grantedReasons(db: Sql, vault: Vault, dossier: string): Promise<string[]> {
  const rows = await db
    .selectFrom('dossiers.extension')
    .select(['id', 'reason_sealed'])
    .where('dossier', '=', dossier)
    .where('outcome', '=', 'extended')
    .orderBy('ended_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, reason_sealed: sealed }) => vault.open(sealed, context(id)).toString('utf8'))
}
