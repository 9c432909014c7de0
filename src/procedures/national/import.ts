import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { write } from '../../audit/index.ts'
import type { Sql, Tx } from '../../ground/database.ts'
import { type Day, dayOf } from '../../ground/day.ts'
import { done, type Result } from '../../ground/result.ts'
import type { Definition } from '../definition.ts'
import { differencesOf, type Difference } from './differences.ts'
import type { NationalEntry } from './entry.ts'
import type { Line } from './lines.ts'
import { readEntry, type Reading, readingNumber } from './reading.ts'
import { keepEntries, type Kept, keptEntries, type NewEntry } from './store.ts'
import type { Count, FeeCount, Unread } from './text.ts'

/** What an import found, in numbers and rows; `missing` are codes that were in an earlier export and are not in this one. */
export type ImportReport = {
  readonly procedures: number
  readonly new: number
  readonly changed: number
  readonly unchanged: number
  readonly timeLimits: Count
  readonly fees: FeeCount
  readonly papers: Count
  readonly unread: readonly ({ readonly code: string } & Unread)[]
  readonly missing: readonly string[]
  readonly differences: readonly ({ readonly code: string } & Difference)[]
}

const batch = 100

/**
 * Takes an export of the national catalogue whole or not at all: what is new becomes a first version, what changed the next one, what
 * is as before stays. A procedure with a definition of our own keeps it; where the two differ is reported. Refusal: `export-unfit`.
 */
export async function importNational(
  tx: Tx,
  lines: AsyncIterable<Result<Line, 'export-unfit'>>,
  { now, actor }: { now: Date; actor: string },
): Promise<Result<ImportReport, 'export-unfit'>> {
  await sql`select pg_advisory_xact_lock(hashtext('procedures.national'))`.execute(tx)
  const kept = await keptEntries(tx)
  const own = await ownDefinitions(tx)
  const today = dayOf(now)
  const tally = emptyTally()
  const waiting: NewEntry[] = []
  const left = new Set(kept.keys())

  for await (const line of lines) {
    if (!line.ok) return line
    const { entry } = line.value
    const code = entry.ma_thu_tuc
    const reading = readEntry(entry)
    left.delete(code)
    count(tally, code, reading)
    const definition = own.get(code)
    if (definition) tally.differences.push(...differencesOf(definition, reading).map((one) => ({ code, ...one })))
    const next = nextVersion(kept.get(code), entry, reading, today)
    tally[next.how] += 1
    if (next.entry) waiting.push({ ...next.entry, filedHere: definition !== undefined })
    if (waiting.length >= batch) await keepEntries(tx, waiting.splice(0), now)
  }
  await keepEntries(tx, waiting, now)
  const { new: fresh, changed, unchanged, procedures } = tally
  if (fresh + changed > 0)
    await write(tx, {
      stream: 'system',
      act: 'import-catalogue',
      actor,
      details: { procedures, new: fresh, changed, unchanged },
      occurredAt: now,
    })
  return done({ ...tally, missing: [...left].toSorted() })
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }
type Tally = Omit<Writable<ImportReport>, 'missing' | 'unread' | 'differences' | 'timeLimits' | 'fees' | 'papers'> & {
  timeLimits: Writable<Count>
  fees: Writable<FeeCount>
  papers: Writable<Count>
  unread: ({ code: string } & Unread)[]
  differences: ({ code: string } & Difference)[]
}

function emptyTally(): Tally {
  const none = () => ({ printed: 0, structured: 0 })
  return {
    procedures: 0,
    new: 0,
    changed: 0,
    unchanged: 0,
    timeLimits: none(),
    fees: { ...none(), exact: 0, told: 0 },
    papers: none(),
    unread: [],
    differences: [],
  }
}

function count(tally: Tally, code: string, { counts, unread }: Reading): void {
  tally.procedures += 1
  for (const part of ['timeLimits', 'fees', 'papers'] as const) {
    tally[part].printed += counts[part].printed
    tally[part].structured += counts[part].structured
  }
  tally.fees.exact += counts.fees.exact
  tally.fees.told += counts.fees.told
  tally.unread.push(...unread.map((one) => ({ code, ...one })))
}

/** The same text read by a newer reading is written again without becoming a version: the text decides. */
function nextVersion(
  before: Kept | undefined,
  entry: NationalEntry,
  reading: Reading,
  today: Day,
): { how: 'new' | 'changed' | 'unchanged'; entry?: Omit<NewEntry, 'filedHere'> } {
  const hash = hashOf(entry)
  const same = before?.hash.equals(hash) ?? false
  if (before && same && before.readingNumber === readingNumber) return { how: 'unchanged' }
  const number = before ? (same ? before.number : before.number + 1) : 1
  return {
    how: before ? (same ? 'unchanged' : 'changed') : 'new',
    entry: { entry, reading, hash, number, importedOn: today },
  }
}

/** One hash over all cells by key, whatever their order in the line. */
function hashOf(entry: NationalEntry): Buffer {
  const cells = Object.entries(entry).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(cells)).digest()
}

async function ownDefinitions(db: Sql): Promise<Map<string, Definition>> {
  const rows = await db
    .selectFrom('procedures.version')
    .select(['code', 'definition'])
    .distinctOn('code')
    .orderBy('code')
    .orderBy('number', 'desc')
    .execute()
  return new Map(rows.map(({ code, definition }) => [code, definition as unknown as Definition]))
}
