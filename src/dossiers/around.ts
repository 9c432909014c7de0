import { sql } from 'kysely'
import { ledgersFrom, linesIn, noteLedgers, noteShared, sharedEditions } from '../calendar/index.ts'
import type { Sql, Tx } from '../ground/database.ts'
import { askEditions } from '../ground/editions.ts'
import { written } from '../ground/written.ts'
import type { Dossier } from './dossier.ts'
import { legsIn, noteLegs } from './legs.ts'
import { noteRevised, revisedIn } from './revised.ts'
import { noteStays, staysFrom, staysIn } from './stays.ts'
import { columns } from './store.ts'

const asking = written((_db, { dossier }: { dossier: string }) => {
  const id = sql`${dossier}::uuid`
  return sql<Row>`
    select ${sharedEditions} as editions, ${staysIn(id)} as stays, ${linesIn(id)} as lines, ${revisedIn(id)} as revised,
      ${legsIn(id)} as legs`
})

type Row = {
  editions: Awaited<Parameters<typeof noteShared>[1]>
  stays: Parameters<typeof staysFrom>[0]
  lines: Parameters<typeof ledgersFrom>[0]
  revised: boolean
  legs: boolean
}

/**
 * Asks in one question for what nearly every act wants to know of a dossier besides itself: where it was, how its clocks stand, whether somebody
 * is changing it or takes part, by which calendar is counted. Sent behind `take`, which waits for the dossier: what is read here nobody changes before the act ends.
 */
export function askAround(tx: Tx, dossier: string): void {
  const answer = asking.first(tx, { dossier }).then((row) => row!)
  noteShared(
    tx,
    answer.then(({ editions }) => editions),
  )
  noteStays(
    tx,
    dossier,
    answer.then(({ stays }) => staysFrom(stays)),
  )
  noteLedgers(
    tx,
    dossier,
    answer.then(({ lines }) => ledgersFrom(lines)),
  )
  noteRevised(
    tx,
    dossier,
    answer.then(({ revised }) => revised),
  )
  noteLegs(
    tx,
    dossier,
    answer.then(({ legs }) => legs),
  )
}

const finding = written((db, { id }: { id: string }) =>
  db
    .selectFrom('dossiers.dossier as d')
    .select(columns)
    .select([staysIn(sql.ref('d.id')).as('stays'), linesIn(sql.ref('d.id')).as('lines')])
    .where('d.id', '=', id),
)

/** The dossier for an answer about it, with its stays and its clocks in the same question. */
export async function findWithAll(db: Sql, id: string): Promise<Dossier | undefined> {
  const asked = finding.first(db, { id })
  askEditions(db)
  const row = await asked
  if (!row) return undefined
  const { stays, lines, ...dossier } = row
  noteStays(db, id, Promise.resolve(staysFrom(stays)))
  noteLedgers(db, id, Promise.resolve(ledgersFrom(lines)))
  return dossier as Dossier
}
