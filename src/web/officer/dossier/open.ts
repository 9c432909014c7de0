import { accountById } from '../../../accounts/index.ts'
import {
  type Dossier,
  lateResultPermit,
  dossierFor,
  type DossierView,
  neighboursOf,
  type Neighbours,
  type Reader,
  offersFor,
  type State,
  traceOpening,
  type Transition,
  viewOf,
} from '../../../dossiers/index.ts'
import type { Refused } from '../../../ground/result.ts'
import { isId } from '../../../ground/uuid.ts'
import { type Definition, versionById } from '../../../procedures/index.ts'
import type { Refusal } from '../../../words/index.ts'
import { readerOf, type SignedVisit } from '../../visit.ts'
import { type Due, duesOf } from '../dues.ts'
import { queuesOf } from '../queue-words.ts'
import type { List } from '../rows.tsx'

/** A dossier on an officer's screen: itself, its law, its time, what this officer may do with it now. */
export type Opened = {
  readonly visit: SignedVisit
  readonly at: Reader
  readonly dossier: Dossier
  readonly view: DossierView
  readonly definition: Definition
  readonly due: Due
  readonly steps: readonly Transition[]
  /** Why a result that lies ready may not go on: it is late and its letter is missing. */
  readonly held: Refused<Refusal> | undefined
  /** Whose task it is, by name. */
  readonly officer: string | undefined
  readonly list: List
  readonly neighbours: Neighbours | undefined
}

/** Opens the dossier of the address for this viewer and leaves the trace of it; nothing when it is out of reach. */
export async function openDossier(visit: SignedVisit, what: string): Promise<Opened | undefined> {
  const at = readerOf(visit)
  const id = visit.params['id'] ?? ''
  const dossier = isId(id) ? await dossierFor(at, id) : undefined
  if (!dossier) return undefined
  await traceOpening(at, dossier.id, what)
  const { db } = visit.house
  const list = listOf(visit)
  const [view, dues, { definition }, officer, neighbours, steps, late] = await Promise.all([
    viewOf(at, dossier),
    duesOf(visit, [dossier]),
    versionById(db, dossier.procedureVersion),
    dossier.officer ? accountById(db, dossier.officer) : undefined,
    neighboursIn(visit, list, dossier.id),
    offersFor(at, dossier),
    goesOut.has(dossier.state) ? lateResultPermit(db, dossier, visit.now) : undefined,
  ])
  return {
    visit,
    at,
    dossier,
    view,
    definition,
    due: dues.get(dossier.id)!,
    steps: firstOfEach(steps),
    held: late && !late.ok ? late : undefined,
    officer: officer?.displayName,
    list,
    neighbours,
  }
}

/** Where a result lies that is to go on to the applicant. */
const goesOut: ReadonlySet<State> = new Set(['issued', 'refused', 'ready-to-return', 'not-collected'])

/** Whoever may do an act by two rows of the table is offered it once. */
function firstOfEach(steps: readonly Transition[]): Transition[] {
  return steps.filter(({ act }, place) => steps.findIndex((step) => step.act === act) === place)
}

/** The queue this dossier was opened from, when it is one of the viewer's own. */
function listOf({ viewer, query }: SignedVisit): List {
  const row = queuesOf(viewer).find(({ queue }) => queue === query['hang'])
  if (!row) return {}
  const q = query['tim']?.slice(0, 200)
  const state = row.states.find((one) => one === query['tt'])
  return { queue: row.queue, ...(q ? { q } : {}), ...(state ? { state } : {}) }
}

async function neighboursIn(
  visit: SignedVisit,
  { queue, q, state }: List,
  id: string,
): Promise<Neighbours | undefined> {
  const row = queuesOf(visit.viewer).find((one) => one.queue === queue)
  return (
    row && neighboursOf(readerOf(visit), { queue: row.queue, ...(q ? { q } : {}), ...(state ? { state } : {}) }, id)
  )
}
