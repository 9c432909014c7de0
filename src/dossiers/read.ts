import { representationById } from '../accounts/index.ts'
import type { RepresentationKind } from '../accounts/law/index.ts'
import { type Stream, write } from '../audit/index.ts'
import { calendarFor, type Light } from '../calendar/index.ts'
import type { Sql } from '../ground/database.ts'
import { keepsNotes } from '../ground/notes.ts'
import type { Vault } from '../ground/vault/index.ts'
import { unitById } from '../organisations/index.ts'
import { mayReach, type Officer } from '../organisations/law/index.ts'
import { maskEmail, maskIdentity, maskPhone } from '../accounts/law/index.ts'
import { fieldsOf, type FormDefinition, isElectronic, versionById } from '../procedures/index.ts'
import { findWithAll } from './around.ts'
import { type AtCounter, atCounter } from './counter-times.ts'
import { type Dossier, type Form, formContext, wordsContext } from './dossier.ts'
import { isFeeFinal, isInCase, nationalState, permittedSteps, stepLight, type Transition } from './law/index.ts'
import { timingsOf } from './lights.ts'
import { staysOfOne } from './stays.ts'
import { find } from './store.ts'

/** Who reads, with what, and from which address: the reader comes first, and sees only what that reader can reach. */
export type Reader = { db: Sql; vault: Vault; reader: Officer; now: Date; from?: string | undefined }

/** The dossier, or nothing when this reader cannot reach it; whoever tried leaves a trace. */
export async function dossierFor(at: Reader, id: string): Promise<Dossier | undefined> {
  const dossier = await (keepsNotes(at.db) ? findWithAll : find)(at.db, id)
  if (!dossier) return undefined
  if (mayReach(at.reader, dossier)) return dossier
  await traceDenied(at, `dossier:${id}`, 'dossier')
  return undefined
}

export type DossierView = {
  id: string
  reference: string | null
  code: string | null
  state: string
  nationalState: number | null
  version: number
  channel: string
  returnBy: string
  procedure: { code: string; name: string; version: number }
  applicant: { kind: string; name: string }
  /** Who filed it in the applicant's place, and as what. */
  filedFor: { kind: RepresentationKind; agent: string } | null
  agency: { id: string; name: string }
  reception: { id: string; name: string }
  holder: string | null
  due: Date | null
  remaining: { minutes: number; text: { vi: string; en: string }; until: Date } | null
  clock: 'running' | 'paused' | 'stopped'
  /** How much of its time is left, as a sign: ample, half, near, over, paused, extended or none. */
  light: Light
  fee: number | null
  createdAt: Date
  submittedAt: Date | null
  acceptedAt: Date | null
  returnedAt: Date | null
  /** How often the applicant was asked at intake, and while settling. */
  asked: { guidances: number; supplements: number }
  /** How the agency answered, once the answer is issued. */
  outcome: 'grant' | 'refuse' | null
  paperCheck: 'match' | 'mismatch' | null
  /** Whether a fee that was paid stays paid: once the agency has settled nothing is claimed back. */
  feeIsFinal: boolean
  /** Of an archived dossier: the last day it is kept, where one is set. */
  keepUntil: string | null
  /** How the counter kept its times: to its first word, and until the dossier went to the agency. */
  counter: AtCounter
  steps: Step[]
}

export type Step = {
  name: string
  role: string
  holder: string | null
  startedAt: Date
  due: Date | null
  endedAt: Date | null
  /** Whether it is done in the system; else on paper or face to face. */
  electronic: boolean
  /** Working minutes; none outside the clock. */
  budgetMinutes: number | null
  light: Light
  remaining: { minutes: number; text: { vi: string; en: string } } | null
}

/** Everything about a dossier but its answers and papers. */
export async function viewOf(at: Reader, dossier: Dossier): Promise<DossierView> {
  const { db } = at
  const [{ definition, number }, steps, agency, reception, time, counter, filedFor] = await Promise.all([
    versionById(db, dossier.procedureVersion),
    stepsOf(at, dossier),
    unitById(db, dossier.agency),
    unitById(db, dossier.reception),
    timeOf(at, dossier),
    atCounter(db, dossier, at.now),
    dossier.representation ? representationById(db, dossier.representation) : null,
  ])
  const holder = [agency, reception].find((unit) => unit?.id === dossier.desk)
  return {
    id: dossier.id,
    reference: dossier.reference,
    code: dossier.code,
    state: dossier.state,
    nationalState: nationalState(dossier),
    version: dossier.version,
    channel: dossier.channel,
    returnBy: dossier.returnBy,
    procedure: { code: dossier.procedure, name: definition.shortName ?? definition.name, version: number },
    applicant: { kind: dossier.applicantKind, name: dossier.applicantName },
    filedFor: filedFor ? { kind: filedFor.kind, agent: filedFor.agentName } : null,
    agency: { id: dossier.agency, name: agency!.name },
    reception: { id: dossier.reception, name: reception!.name },
    holder: holder?.name ?? null,
    due: dossier.due,
    ...time,
    fee: dossier.fee,
    createdAt: dossier.createdAt,
    submittedAt: dossier.submittedAt,
    acceptedAt: dossier.acceptedAt,
    returnedAt: dossier.returnedAt,
    asked: { guidances: dossier.guidances, supplements: dossier.supplements },
    outcome: dossier.outcome,
    paperCheck: dossier.paperCheck,
    feeIsFinal: isFeeFinal({ issuedAt: dossier.issuedAt }),
    keepUntil: dossier.keepUntil,
    counter,
    steps,
  }
}

/** How much working time is left of the clock that runs now, with its light: intake until accepted, settlement after. */
async function timeOf(at: Reader, dossier: Dossier): Promise<Pick<DossierView, 'remaining' | 'clock' | 'light'>> {
  const { clock, light, left } = (await timingsOf(at, [dossier])).get(dossier.id)!
  const state = clock.state === 'none' ? 'stopped' : clock.state
  if (!left || !clock.due) return { remaining: null, clock: state, light }
  return {
    remaining: { minutes: left.minutes, text: { vi: left.text.vi, en: left.text.en }, until: clock.due },
    clock: state,
    light,
  }
}

/** The answers, opened; the caller has traced the reading. */
export function formOf({ vault }: Reader, dossier: Dossier): Form {
  return vault.openJson<Form>(dossier.formSealed, formContext(dossier.id))
}

/** Answers as this reader may read them: outside the case identity numbers, telephones and addresses of mail are masked. */
export function seenBy(
  { reader }: Pick<Reader, 'reader'>,
  dossier: Dossier,
  form: Pick<FormDefinition, 'schema'>,
  answers: Form,
): Form {
  return isInCase(reader, dossier) ? answers : masked(form, answers)
}

const masks: Readonly<Record<string, (text: string) => string>> = {
  'vn-identity': maskIdentity,
  'vn-phone': maskPhone,
  email: maskEmail,
}

function masked(form: Pick<FormDefinition, 'schema'>, answers: Form): Form {
  const copy = structuredClone(answers)
  for (const { pointer, schema } of fieldsOf(form)) {
    const mask = masks[schema.format ?? '']
    const names = pointer.split('/').slice(1)
    const last = names.pop()!
    const here = names.reduce<unknown>((at, name) => (at as Form | undefined)?.[name], copy) as Form | undefined
    if (mask && here && typeof here[last] === 'string') here[last] = mask(here[last])
  }
  return copy
}

/** Leaves the trace of somebody opening a dossier: who, when, in which capacity. One's own dossier is traced too. */
export async function traceOpening({ db, reader, now, from }: Reader, dossier: string, what: string): Promise<void> {
  const details = { what, from, unit: reader.posts[0]?.unit, role: reader.posts[0]?.role }
  await write(db, { stream: `dossier:${dossier}`, act: 'open', actor: reader.id, details, occurredAt: now })
}

/** Leaves the trace of somebody asking for what they do not reach; to them it is simply not there. */
export async function traceDenied({ db, reader, now, from }: Reader, stream: Stream, what: string): Promise<void> {
  await write(db, { stream, act: 'denied', actor: reader.id, details: { what, from }, occurredAt: now })
}

/** The steps that were walked; the open one has its light while the time to settle runs. */
async function stepsOf({ db, now }: Reader, dossier: Dossier): Promise<Step[]> {
  const [stays, { definition }] = await Promise.all([
    staysOfOne(db, dossier.id),
    versionById(db, dossier.procedureVersion),
  ])
  const open = stays.at(-1)
  const calendar = open && !open.endedAt ? await calendarFor(db, now, open.unit) : undefined
  const lit = calendar && !dossier.issuedAt ? stepLight(calendar, stays, now) : undefined
  return Promise.all(
    stays.map(async (stay): Promise<Step> => {
      const { name, role, unit, startedAt, endedAt, due, budgetMinutes } = stay
      const holder = (await unitById(db, unit))?.name ?? ''
      const own = stay === open ? lit : undefined
      const drawn = definition.process.find(({ id }) => id === stay.step)
      const left = own?.left && { minutes: own.left.minutes, text: own.left.text }
      return {
        name,
        role,
        holder,
        startedAt,
        due,
        endedAt,
        electronic: isElectronic(drawn ?? {}),
        budgetMinutes,
        light: own?.light ?? 'none',
        remaining: left ?? null,
      }
    }),
  )
}

export type HistoryLine = {
  at: Date
  recordedAt: Date
  event: string
  by: { name?: string; unit: string | null }
  version: number
  /** What was written with the act, such as the reason a proposal was sent back; the applicant reads what was written to them. */
  words?: Record<string, string>
}

/** What was written in these is said to the applicant. */
const saidToApplicant = [
  'withdrawn',
  'returned-with-guidance',
  'rejected',
  'supplement-requested',
  'verification-scheduled',
  'papers-called',
  'draft-disputed',
  'apologised-for-delay',
  're-appointed',
  'extended',
  'stopped',
  'papers-mismatched',
  'not-collected',
]

/** What happened, oldest first. Who it was is named to officers and to the applicant who is signed in. */
export async function historyOf({ db, vault, reader }: Reader, dossier: string): Promise<HistoryLine[]> {
  const rows = await db
    .selectFrom('dossiers.event as e')
    .leftJoin('accounts.account as a', 'a.id', 'e.by')
    .leftJoin('organisations.unit as u', 'u.id', 'e.unit')
    .select([
      'e.at',
      'e.recorded_at as recordedAt',
      'e.event',
      'e.version',
      'e.details',
      'a.display_name as name',
      'u.name as unit',
    ])
    .where('e.dossier', '=', dossier)
    .orderBy('e.version')
    .execute()
  return rows.map(({ name, unit, details, ...line }) => {
    const { sealed } = details as { sealed?: string }
    const read = sealed && (reader.posts.length > 0 || saidToApplicant.includes(line.event))
    const words = read
      ? vault.openJson<Record<string, string>>(Buffer.from(sealed, 'base64'), wordsContext(dossier, line.version))
      : undefined
    return { ...line, by: { name: name ?? undefined, unit }, ...(words ? { words } : {}) }
  })
}

/** The steps of the transition table this reader may take now. */
export function stepsFor({ reader }: Reader, dossier: Dossier): Transition[] {
  return permittedSteps(dossier, reader)
}
