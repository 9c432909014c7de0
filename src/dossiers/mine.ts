import { sql } from 'kysely'
import { calendarFor, dueAt, type TimeLimit } from '../calendar/index.ts'
import { fileById, type StoredFile } from '../documents/index.ts'
import { limitFor, versionById } from '../procedures/index.ts'
import { itemsOf } from '../records/index.ts'
import { unitById, type Unit } from '../organisations/index.ts'
import type { Dossier } from './dossier.ts'
import { filed } from './filed.ts'
import { intakeLimit } from './limits.ts'
import { legOfFile } from './legs-read.ts'
import { latestOf, type Listed } from './queues.ts'
import { dossierOfFile } from './papers.ts'
import { type Reader, traceDenied, traceOpening } from './read.ts'

type Asked = { drafts: boolean; after?: { at: string; id: string } | undefined; limit?: number }
export type MyPage = { items: Listed[]; next: { at: string; id: string } | undefined }

/** What this reader filed or what was filed for them, the latest change first; drafts and dossiers are two lists. A draft that the counter is entering is the counter's. */
export async function myDossiers({ db, reader }: Reader, { drafts, after, limit = 20 }: Asked): Promise<MyPage> {
  const reasons = drafts
    ? [sql`${filed({ reader })} and d.state = 'draft'`]
    : [sql`d.applicant = ${reader.id} and d.state <> 'draft'`, sql`${filed({ reader })} and d.state <> 'draft'`]
  const rows = await latestOf(db, reasons, sql``, after, limit + 1)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ sort: _sort, ...item }) => item),
    next: rows.length > limit && last ? { at: last.sort, id: last.id } : undefined,
  }
}

/** What the time will be if this draft is submitted now: when the counter answers, and how long the settlement takes. */
export async function timesIfSubmitted(
  { db, now }: Reader,
  dossier: Dossier,
): Promise<{ answerBy: Date; answer: TimeLimit; settlement: TimeLimit }> {
  const [calendar, { limit }, { definition }] = await Promise.all([
    calendarFor(db, now, dossier.reception),
    intakeLimit(db, dossier, now),
    versionById(db, dossier.procedureVersion),
  ])
  return {
    answerBy: dueAt(calendar, now, limit),
    answer: limit,
    settlement: limitFor(definition, dossier.channel).limit,
  }
}

/** The counter where this dossier came in and where its result waits. */
export async function counterOf({ db }: Reader, dossier: Dossier): Promise<Unit | undefined> {
  return unitById(db, dossier.reception)
}

/**
 * A file for whoever may see it: who uploaded it, who reaches its dossier, in whose record it lies. What an officer laid into a dossier, or signed there,
 * is the dossier's, no longer theirs. Opening a paper of a dossier leaves its trace.
 */
export async function fileWithinReach(at: Reader, id: string): Promise<StoredFile | undefined> {
  const { db, vault, reader } = at
  const file = await fileById(db, vault, id)
  if (!file) return undefined
  const dossier = await dossierOfFile(at, id)
  if (dossier) {
    await traceOpening(at, dossier.id, `file:${id}`)
    return file
  }
  const asked = await legOfFile(at, id)
  if (asked) {
    await traceOpening(at, asked, `file:${id}`)
    return file
  }
  const uploaded = file.owner === reader.id && !(reader.kind === 'officer' && file.attached)
  const own = uploaded || (await itemsOf(db, reader.id)).some((item) => item.file === id)
  if (own) return file
  await traceDenied(at, `account:${file.owner}`, `file:${id}`)
  return undefined
}
