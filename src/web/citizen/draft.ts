import { createHash } from 'node:crypto'
import {
  componentsOf,
  type ComponentLine,
  type Dossier,
  dossierFor,
  edit,
  type editBody,
  formOf,
  type Reader,
} from '../../dossiers/index.ts'
import { dayOf } from '../../ground/day.ts'
import { isId } from '../../ground/uuid.ts'
import {
  type Definition,
  formFor,
  type FormDefinition,
  type FormLayout,
  pointersOf,
  validateForm,
  valueAt,
  versionById,
} from '../../procedures/index.ts'
import { notFound } from '../public/show.tsx'
import { type Answer, readerOf, type SignedVisit, type Visit } from '../visit.ts'

export type Answers = Record<string, unknown>

/** A draft as its pages need it. */
export type Draft = {
  at: Reader
  dossier: Dossier
  definition: Definition
  answers: Answers
  /** Its address, without the page. */
  here: string
}

/** Opens the draft that the address names, for the one who is filling it in; a dossier already submitted has its own page. */
export async function withDraft(
  asked: Visit,
  page: (visit: SignedVisit, draft: Draft) => Promise<Answer>,
): Promise<Answer> {
  const visit = asked as SignedVisit
  const draft = await openDraft(visit)
  if (!draft) return notFound(visit)
  return draft.dossier.state === 'draft' ? page(visit, draft) : { redirect: draft.here }
}

export async function openDraft(visit: SignedVisit): Promise<Draft | undefined> {
  const at = readerOf(visit)
  const id = visit.params['id'] ?? ''
  const dossier = isId(id) ? await dossierFor(at, id) : undefined
  if (!dossier) return undefined
  const { definition } = await versionById(at.db, dossier.procedureVersion)
  const form = formFor(definition.form, visit.language, 'filer')
  return { at, dossier, definition: { ...definition, form }, answers: formOf(at, dossier), here: `/ho-so/${id}` }
}

export async function papersOf({ at, dossier }: Draft): Promise<ComponentLine[]> {
  return componentsOf(at, dossier)
}

type Change = Omit<Parameters<typeof editBody.parse>[0] & object, 'version'>

/** Saves a change of the draft as it was read; a stale version is refused by the act. */
export function save(
  { house, viewer }: SignedVisit,
  { dossier }: Draft,
  change: Change & Partial<Record<'form' | 'attachments' | 'returnBy', unknown>>,
) {
  const body = { version: dossier.version, ...change } as Parameters<typeof edit>[2]
  return house.atDesk(viewer, (desk) => edit(desk, dossier.id, body))
}

/** What stands on a page of the form, as a word that changes when any answer on it does. */
export function seenOf(page: FormLayout['pages'][number], answers: Answers): string {
  const said = pointersOf(page).map((pointer) => [pointer, valueAt(answers, pointer) ?? null])
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 16)
}

/** The answers tidied, without those that are wrong as they stand: what may be kept of a page that has still to be mended. */
export function withoutWrong(
  form: Pick<FormDefinition, 'schema'>,
  answers: Answers,
  now: Date,
): { kept: Answers; dropped: string[] } {
  const kept = structuredClone(answers)
  const dropped: string[] = []
  for (let round = 0; round < 5; round++) {
    const check = validateForm(form, kept, { partial: true, today: dayOf(now) })
    if (check.ok) return { kept: check.value, dropped }
    for (const { path } of check.errors) {
      take(kept, path)
      dropped.push(path)
    }
  }
  return { kept, dropped }
}

function take(answers: Answers, pointer: string): void {
  const names = pointer.split('/').slice(1)
  const last = names.pop()
  const object = names.length === 0 ? answers : valueAt(answers, `/${names.join('/')}`)
  if (last && typeof object === 'object' && object !== null) delete (object as Answers)[last]
}
