import type { Day } from '../ground/day.ts'
import type { Sql } from '../ground/database.ts'
import { newId } from '../ground/uuid.ts'
import type { Vault } from '../ground/vault/index.ts'
import type { DossierDesk } from './acts/take.ts'
import type { Dossier } from './dossier.ts'
import type { Verdict } from './marks.ts'
import type { Reader } from './read.ts'

export type RequestKind = 'guidance' | 'supplement'

/** What the applicant is asked: how every component was marked, what to do, and for a second request why there is one. */
export type RequestContent = {
  components: (Verdict & { name: string })[]
  guidance: string
  cause?: string | undefined
  /** The last day on which an answer is asked for, where there is one. */
  respondBy?: Day | undefined
}

/** How a request was answered: what came, and why a paper that was asked for stays as it is. */
export type RequestAnswer = {
  papers: string[]
  form: boolean
  explanations: { component: string; text: string }[]
}

/** One time the applicant was asked, as officers and the applicant read it. */
export type AskedFor = RequestContent & {
  kind: RequestKind
  /** The first time is 1. */
  time: number
  at: Date
  unit: string | null
  /** The slip. */
  file: string | null
  answeredAt: Date | null
  answer: RequestAnswer | null
}

const context = (id: string) => `dossiers.request:${id}`
const answerContext = (id: string) => `dossiers.answer:${id}`
const openContent = (vault: Vault, id: string, sealed: Buffer) => vault.openJson<RequestContent>(sealed, context(id))

/** Writes down what is to be asked; it has no number until it goes out. */
export async function keepRequest(
  { sql, vault, actor, now }: DossierDesk,
  dossier: string,
  kind: RequestKind,
  content: RequestContent,
): Promise<string> {
  const id = newId(now)
  const sealed = vault.sealJson(content, context(id))
  await sql
    .insertInto('dossiers.request')
    .values({ id, dossier, kind, content_sealed: sealed, made_at: now, made_by: actor.id })
    .execute()
  return id
}

/** It goes out with its slip, under its number. */
export async function releaseRequest(
  { sql, actor, now }: DossierDesk,
  id: string,
  { number, unit, file }: { number: number; unit: string; file: string },
): Promise<void> {
  await sql
    .updateTable('dossiers.request')
    .set({ number, unit, file, released_at: now, released_by: actor.id })
    .where('id', '=', id)
    .execute()
}

/** The request that waits for a leader: the last one written, when it has not gone out. */
export async function waitingRequest(
  db: Sql,
  vault: Vault,
  dossier: string,
): Promise<(RequestContent & { id: string; madeBy: string }) | undefined> {
  const row = await db
    .selectFrom('dossiers.request')
    .select(['id', 'content_sealed', 'made_by', 'released_at'])
    .where('dossier', '=', dossier)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row || row.released_at) return undefined
  return { ...openContent(vault, row.id, row.content_sealed), id: row.id, madeBy: row.made_by }
}

/** The request that went out last and still waits for its answer. */
export async function unansweredRequest(
  db: Sql,
  vault: Vault,
  dossier: string,
): Promise<(RequestContent & { id: string }) | undefined> {
  const row = await db
    .selectFrom('dossiers.request')
    .select(['id', 'content_sealed'])
    .where('dossier', '=', dossier)
    .where('released_at', 'is not', null)
    .where('answered_at', 'is', null)
    .orderBy('released_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...openContent(vault, row.id, row.content_sealed), id: row.id }
}

/** Whatever was asked is answered now; how, is kept with the last request. */
export async function answerRequests(
  { sql, vault, now }: DossierDesk,
  dossier: string,
  last: string,
  answer: RequestAnswer,
): Promise<void> {
  const sealed = vault.sealJson(answer, answerContext(last))
  await sql
    .updateTable('dossiers.request')
    .set((eb) => ({
      answered_at: now,
      answer_sealed: eb.case().when('id', '=', last).then(sealed).else(eb.ref('answer_sealed')).end(),
    }))
    .where('dossier', '=', dossier)
    .where('released_at', 'is not', null)
    .where('answered_at', 'is', null)
    .execute()
}

/** Every time the applicant was asked, the first one first; what a leader has not let out is not among them. */
export async function requestsOf({ db, vault }: Reader, dossier: Pick<Dossier, 'id'>): Promise<AskedFor[]> {
  const rows = await db
    .selectFrom('dossiers.request as r')
    .leftJoin('organisations.unit as u', 'u.id', 'r.unit')
    .select([
      'r.id',
      'r.kind',
      'r.number',
      'r.content_sealed',
      'r.answer_sealed',
      'r.released_at',
      'r.answered_at',
      'r.file',
    ])
    .select('u.name as unit')
    .where('r.dossier', '=', dossier.id)
    .where('r.released_at', 'is not', null)
    .orderBy('r.released_at')
    .orderBy('r.id')
    .execute()
  return rows.map((row) => ({
    ...openContent(vault, row.id, row.content_sealed),
    kind: row.kind as RequestKind,
    time: row.number!,
    at: row.released_at!,
    unit: row.unit,
    file: row.file,
    answeredAt: row.answered_at,
    answer: row.answer_sealed && vault.openJson<RequestAnswer>(row.answer_sealed, answerContext(row.id)),
  }))
}
