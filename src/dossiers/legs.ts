import { type RawBuilder, sql } from 'kysely'
import { clockOf, calendarFor, ledgerOf, type TimeLimit, tellClock } from '../calendar/index.ts'
import type { Sql } from '../ground/database.ts'
import { askedOnce } from '../ground/notes.ts'
import { newId } from '../ground/uuid.ts'
import type { Vault } from '../ground/vault/index.ts'
import type { DossierDesk } from './acts/take.ts'
import type { Dossier } from './dossier.ts'
import type { LegKind, LegOutcome, LegStanding, Presented } from './law/index.ts'

/** What is asked of whoever has a leg: the work in words; of a verification also where, who takes part and what is looked at. */
export type LegAsked = {
  work: string
  place?: string
  participants?: string
  content?: string
  /** Papers to be presented, with why one is that the record holds already. */
  papers?: { component: string; name: string; special?: string }[]
}

/** What came back: in words, and for an opinion whether they agree. */
export type LegAnswer = {
  text: string
  stance?: 'agree' | 'disagree' | 'other'
  matches?: boolean
  presented?: readonly Presented[]
}

/** One leg as it is stored; what is asked and answered stays sealed. */
export type LegRow = LegStanding & {
  readonly dossier: string
  readonly position: number
  readonly agency: string | null
  readonly components: string[] | null
  readonly askedAt: Date
  readonly askedBy: string
  readonly closedAt: Date | null
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  readonly askedSealed: Buffer
  readonly answerSealed: Buffer | null
}

const columns = [
  'id',
  'dossier',
  'position',
  'kind',
  'step',
  'agency',
  'needs',
  'components',
  'asked_sealed as askedSealed',
  'asked_at as askedAt',
  'asked_by as askedBy',
  'due',
  'silence',
  'outcome',
  'closed_at as closedAt',
  'answered_at as answeredAt',
  'answered_by as answeredBy',
  'answer_sealed as answerSealed',
] as const

const askedContext = (id: string) => `dossiers.leg.asked:${id}`
const answerContext = (id: string) => `dossiers.leg.answer:${id}`

export const askedOf = (vault: Vault, { id, askedSealed }: LegRow) =>
  vault.openJson<LegAsked>(askedSealed, askedContext(id))
export const answerOf = (vault: Vault, { id, answerSealed }: LegRow) =>
  answerSealed ? vault.openJson<LegAnswer>(answerSealed, answerContext(id)) : undefined

/** The legs of a dossier in the order in which they were asked. */
export const legsOf = (db: Sql, dossier: string): Promise<readonly LegRow[]> => legs.of(db, dossier)

async function readLegs(db: Sql, dossier: string): Promise<readonly LegRow[]> {
  const rows = await db
    .selectFrom('dossiers.leg')
    .select(columns)
    .where('dossier', '=', dossier)
    .orderBy('position')
    .execute()
  return rows as LegRow[]
}

const legs = askedOnce(readLegs)

/** Whether a dossier has legs, as a part of another question. */
export function legsIn(dossier: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (select from dossiers.leg where dossier = ${dossier})`
}

/** Another question told that this dossier has legs, or none. */
export const noteLegs = (db: Sql, dossier: string, hasLegs: Promise<boolean>): void =>
  legs.note(
    db,
    dossier,
    hasLegs.then((any) => (any ? readLegs(db, dossier) : [])),
  )

export async function legById(db: Sql, id: string): Promise<LegRow | undefined> {
  const row = await db.selectFrom('dossiers.leg').select(columns).where('id', '=', id).executeTakeFirst()
  return row as LegRow | undefined
}

export type NewLeg = {
  kind: LegKind
  agency: string | null
  asked: LegAsked
  step?: string
  needs?: readonly string[]
  components?: readonly string[]
  silence?: 'agreed' | 'unanswered'
  /** The time allowed and the rule that says so; it counts by the calendar of whoever is asked. */
  time?: { limit: TimeLimit; law: string }
  /** A certain hour instead of a time allowed, such as an appointment. */
  at?: Date
}

/** Asks: the leg with its place in the dossier, and its clock that begins now. */
export async function openLeg(
  desk: DossierDesk,
  dossier: string,
  leg: NewLeg,
): Promise<{ id: string; due: Date | null }> {
  const { sql: tx, vault, actor, now } = desk
  const id = newId(now)
  const { time, agency } = leg
  const started = time && { kind: 'started' as const, at: now, ...time, ...(agency ? { agency } : {}) }
  const due = (started ? await tellClock(desk, id, 'leg', started) : leg.at) ?? null
  const { position } = await tx
    .selectFrom('dossiers.leg')
    .select((eb) => eb(eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)), '+', 1).as('position'))
    .where('dossier', '=', dossier)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('dossiers.leg')
    .values({
      id,
      dossier,
      position,
      kind: leg.kind,
      step: leg.step ?? null,
      agency,
      needs: [...(leg.needs ?? [])],
      components: leg.components ? [...leg.components] : null,
      asked_sealed: vault.sealJson(leg.asked, askedContext(id)),
      asked_at: now,
      asked_by: actor.id,
      due,
      silence: leg.silence ?? null,
    })
    .execute()
  legs.changed(tx, dossier)
  return { id, due }
}

/** Asks another agency for its part; whoever answers for it is to hear. */
export async function askAgency(
  desk: DossierDesk,
  { id: dossier, procedure, reference, code }: Dossier,
  leg: NewLeg & { kind: 'opinion' | 'joint'; agency: string },
): Promise<void> {
  const { due } = await openLeg(desk, dossier, leg)
  const { kind, agency } = leg
  await desk.announce({
    type: 'leg.asked',
    dossier,
    kind,
    agency,
    procedure,
    reference: reference!,
    code,
    due: due?.toISOString() ?? null,
    at: desk.now.toISOString(),
  })
}

type Closing = { outcome: LegOutcome; answer?: LegAnswer; files?: readonly string[] }

/** Ends a leg: its clock stops, what came back is sealed and its files are kept. What is late was closed before; its answer is added. */
export async function closeLeg(
  desk: DossierDesk,
  leg: LegRow,
  { outcome, answer, files = [] }: Closing,
): Promise<void> {
  const { sql: tx, vault, actor, now } = desk
  const isAnswered = outcome === 'answered' || outcome === 'late' || outcome === 'disputed'
  await tx
    .updateTable('dossiers.leg')
    .set({
      outcome,
      closed_at: leg.closedAt ?? now,
      ...(isAnswered ? { answered_at: now, answered_by: actor.id } : {}),
      ...(answer ? { answer_sealed: vault.sealJson(answer, answerContext(leg.id)) } : {}),
    })
    .where('id', '=', leg.id)
    .execute()
  legs.changed(tx, leg.dossier)
  if (files.length > 0)
    await tx
      .insertInto('dossiers.leg_file')
      .values(files.map((file, position) => ({ leg: leg.id, position, file })))
      .execute()
  await stopClock(desk, leg, outcome)
}

/** Writes down what will be the answer of a leg that is still worked on. */
export async function noteAnswer(
  { sql: tx, vault }: DossierDesk,
  { id, dossier }: LegRow,
  answer: LegAnswer,
): Promise<void> {
  await tx
    .updateTable('dossiers.leg')
    .set({ answer_sealed: vault.sealJson(answer, answerContext(id)) })
    .where('id', '=', id)
    .execute()
  legs.changed(tx, dossier)
}

async function stopClock(desk: DossierDesk, leg: LegRow, ground: string): Promise<void> {
  const ledger = await ledgerOf(desk.sql, leg.id, 'leg')
  if (ledger.length === 0) return
  const { state } = clockOf(await calendarFor(desk.sql, desk.now, leg.agency), ledger)
  if (state === 'running' || state === 'paused')
    await tellClock(desk, leg.id, 'leg', { kind: 'stopped', at: desk.now, ground })
}

/** Ends whatever of these kinds is still open, when the dossier itself has ended or gone on. */
export async function closeOpenLegs(
  desk: DossierDesk,
  dossier: string,
  outcome: LegOutcome,
  kinds?: readonly LegKind[],
): Promise<void> {
  for (const leg of await legsOf(desk.sql, dossier))
    if (leg.outcome === null && (kinds?.includes(leg.kind) ?? true)) await closeLeg(desk, leg, { outcome })
}

/** The legs whose time is over and whose silence means something, the oldest first. */
export async function lapsedLegs(db: Sql, now: Date, limit = 200): Promise<{ id: string; dossier: string }[]> {
  const { rows } = await sql<{ id: string; dossier: string }>`
    select id, dossier
    from dossiers.leg
    where outcome is null and silence is not null and due < ${now}
    order by due, id
    limit ${limit}`.execute(db)
  return rows
}
