import { sql } from 'kysely'
import { filesById } from '../documents/index.ts'
import type { Sql } from '../ground/database.ts'
import { isId } from '../ground/uuid.ts'
import { versionById } from '../procedures/index.ts'
import type { Dossier, Form } from './dossier.ts'
import { type Act, type LegKind, type LegOutcome, legShows, mayAct, mayAnswer } from './law/index.ts'
import { type LegAnswer, type LegAsked, answerOf, askedOf, legById, type LegRow, legsOf } from './legs.ts'
import { type ComponentLine, componentsOf, confidentialOf } from './papers.ts'
import { type Reader, traceDenied, traceOpening } from './read.ts'
import { shownFormOf } from './shown-form.ts'
import { find } from './store.ts'

export type LegFile = { file: string; name: string; mediaType: string; size: number }

/** One leg as whoever reaches the dossier reads it; the applicant is told who and until when, not what agencies write to each other. */
export type LegLine = {
  id: string
  kind: LegKind
  agency: { id: string; name: string } | null
  askedAt: Date
  due: Date | null
  outcome: LegOutcome | null
  /** Past its hour without an answer, or answered after it. */
  isLate: boolean
  answeredAt: Date | null
  silence: 'agreed' | 'unanswered' | null
  asked?: LegAsked
  answer?: LegAnswer
  files: LegFile[]
}

/** Every leg of a dossier that this reader reaches, in the order in which they were asked. */
export async function legLinesOf(at: Reader, dossier: Dossier): Promise<LegLine[]> {
  return linesOf(at, await legsOf(at.db, dossier.id))
}

/** What one agency says to another stays among agencies; a visit on the spot and the draft concern the applicant. */
const saysToApplicant: readonly LegKind[] = ['verification', 'confirmation', 'joint', 'lead']

async function linesOf({ db, vault, reader, now }: Reader, legs: readonly LegRow[]): Promise<LegLine[]> {
  if (legs.length === 0) return []
  const official = reader.posts.length > 0
  const [names, files] = await Promise.all([namesOf(db, legs), official ? filesOf({ db, vault }, legs) : undefined])
  return legs.map((leg) => {
    const answer = answerOf(vault, leg)
    const mayRead = official || saysToApplicant.includes(leg.kind)
    return {
      id: leg.id,
      kind: leg.kind,
      agency: leg.agency ? { id: leg.agency, name: names.get(leg.agency) ?? '' } : null,
      askedAt: leg.askedAt,
      due: leg.due,
      outcome: leg.outcome,
      isLate: leg.outcome === 'late' || leg.outcome === 'unanswered' || (leg.outcome === null && isOver(leg, now)),
      answeredAt: leg.answeredAt,
      silence: leg.silence,
      ...(mayRead ? { asked: askedOf(vault, leg) } : {}),
      ...(answer && (official || leg.kind === 'confirmation') ? { answer } : {}),
      files: files?.get(leg.id) ?? [],
    }
  })
}

/** An appointment that has been is not late: nobody was asked to answer before it. */
const isOver = ({ kind, due }: LegRow, now: Date) => kind !== 'verification' && due !== null && due < now

async function namesOf(db: Sql, legs: readonly LegRow[]): Promise<Map<string, string>> {
  const ids = legs.flatMap(({ agency }) => agency ?? [])
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('organisations.unit').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function filesOf({ db, vault }: Pick<Reader, 'db' | 'vault'>, legs: readonly LegRow[]) {
  const rows = await db
    .selectFrom('dossiers.leg_file')
    .select(['leg', 'file'])
    .where(
      'leg',
      'in',
      legs.map(({ id }) => id),
    )
    .orderBy('leg')
    .orderBy('position')
    .execute()
  const files = await filesById(
    db,
    vault,
    rows.map(({ file }) => file),
  )
  const found = new Map<string, LegFile[]>()
  for (const { leg, file } of rows) {
    const { name, mediaType, size } = files.get(file)!
    found.set(leg, [...(found.get(leg) ?? []), { file, name, mediaType, size }])
  }
  return found
}

/** A leg with the parts of its dossier that its agency needs, and nothing else of it. */
export type LegView = LegLine & {
  dossier: { id: string; code: string | null; version: number; state: string; applicantName: string; agency: string }
  procedure: { code: string; name: string; version: string }
  /** The papers this agency may open. */
  components: ComponentLine[]
  /** The answers of the form, for an agency that takes part. */
  form?: Form
  /** The results it needs first, as far as they have come. */
  earlier: (LegLine & { isOpen: boolean })[]
  /** Whether the papers and answers of the applicant are open to it: until it has answered. */
  isOpen: boolean
  /** What its officer may do now. */
  act: Act | null
}

/** The agencies for which this reader answers. */
export const agenciesFor = ({ reader }: Pick<Reader, 'reader'>) =>
  reader.posts.filter(({ role }) => role === 'consulted-officer').map(({ agency }) => agency)

/** The leg for an officer of the agency that was asked, as far as `legShows`; to anybody else it is not there. Opening it leaves its trace. */
export async function legFor(at: Reader, id: string): Promise<LegView | undefined> {
  const { db, now, reader } = at
  const leg = isId(id) ? await legById(db, id) : undefined
  const dossier = leg && isTheirs(at, leg) ? await find(db, leg.dossier) : undefined
  const shows = leg && dossier ? legShows(leg, dossier) : 'nothing'
  if (!leg || !dossier || shows === 'nothing') {
    if (leg) await traceDenied(at, `dossier:${leg.dossier}`, `leg:${id}`)
    return undefined
  }
  await traceOpening(at, dossier.id, `leg:${id}`)
  const isOpen = shows === 'papers'
  const [legs, { definition }, components] = await Promise.all([
    legsOf(db, dossier.id),
    versionById(db, dossier.procedureVersion),
    isOpen ? componentsOf(at, dossier) : [],
  ])
  const [line] = await linesOf(at, [leg])
  const needed = legs.filter(({ step }) => isOpen && step !== null && leg.needs.includes(step))
  const act: Act = leg.kind === 'opinion' ? 'give-opinion' : 'finish-leg'
  const may = mayAct({ ...dossier, asked: [leg.agency!] }, reader, act).ok && mayAnswer(leg, legs, now).ok
  const { shortName, name } = definition
  return {
    ...line!,
    dossier: {
      id: dossier.id,
      code: dossier.code,
      version: dossier.version,
      state: dossier.state,
      applicantName: dossier.applicantName,
      agency: (await namesOf(db, [{ ...leg, agency: dossier.agency }])).get(dossier.agency) ?? '',
    },
    procedure: { code: dossier.procedure, name: shortName ?? name, version: dossier.procedureVersion },
    components: components.filter(
      ({ id: component, attachments }) => attachments.length > 0 && (leg.components?.includes(component) ?? true),
    ),
    ...(isOpen && leg.kind === 'joint' ? { form: await shownFormOf(at, dossier) } : {}),
    earlier: (await linesOf(at, needed)).map((one) => ({ ...one, isOpen: one.outcome === null })),
    isOpen,
    act: may ? act : null,
  }
}

/** Only opinions and legs of a linked process are another agency's to read. */
function isTheirs(at: Pick<Reader, 'reader'>, { agency, kind }: LegRow): boolean {
  return (kind === 'opinion' || kind === 'joint') && agency !== null && agenciesFor(at).includes(agency)
}

const isUnanswered = sql`(l.outcome is null or l.outcome = 'unanswered')`

/** The dossier in which a file lies that a leg shows to this reader (`legShows`): a paper named for it and the answer it needs, or the answer it gave. */
export async function legOfFile(at: Reader, file: string): Promise<string | undefined> {
  const agencies = agenciesFor(at)
  if (agencies.length === 0) return undefined
  const { rows } = await sql<{ dossier: string; components: string[] }>`
    select l.dossier, array(
      select a.component from dossiers.attachment a left join records.item i on i.id = a.item
      where a.dossier = l.dossier and a.replaced_in is null and coalesce(a.file, i.file) = ${file}
    ) as components
    from dossiers.leg l
    join dossiers.dossier d on d.id = l.dossier and d.issued_at is null and d.ended_at is null
    where l.agency = any(${agencies}::uuid[]) and l.kind in ('opinion', 'joint') and (
      ${isUnanswered} and exists (
        select from dossiers.attachment a left join records.item i on i.id = a.item
        where a.dossier = l.dossier and a.replaced_in is null and coalesce(a.file, i.file) = ${file}
          and (l.components is null or a.component = any(l.components))
      )
      or exists (
        select from dossiers.leg_file f join dossiers.leg o on o.id = f.leg
        where f.file = ${file} and o.dossier = l.dossier and (o.id = l.id and l.outcome <> 'cancelled' or o.step = any(l.needs) and ${isUnanswered})
      )
    )
    limit 1`.execute(at.db)
  const [shown] = rows
  const dossier = shown && (await find(at.db, shown.dossier))
  if (!dossier) return undefined
  // What is confidential in the case stays there, whoever is asked.
  const closed = shown.components.length > 0 ? await confidentialOf(at.db, dossier) : []
  return shown.components.some((component) => closed.includes(component)) ? undefined : dossier.id
}
