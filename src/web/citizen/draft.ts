import { createHash } from 'node:crypto'
import type { z } from 'zod'
import {
  componentsOf,
  type ComponentLine,
  type Dossier,
  dossierFor,
  edit,
  type editBody,
  formOf,
  openRevisingAct,
  type Reader,
  revise,
  type Revision,
  type RevisingAct,
  revisionOf,
  traceOpening,
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

/** A draft as its pages need it, or the changes of a dossier that was already submitted. */
export type Draft = {
  at: Reader
  dossier: Dossier
  definition: Definition
  answers: Answers
  /** By which act it is sent: a draft is submitted, a submitted dossier is supplemented or amended. */
  act: 'submit' | RevisingAct
  /** What is being changed of a submitted dossier; a draft has none. */
  revision?: Revision
  /** Its address, without the page. */
  here: string
}

/**
 * Opens the draft that the address names, for the one who is filling it in, or a submitted dossier that may be changed now; every
 * other dossier has its own page.
 */
export async function withDraft(
  asked: Visit,
  page: (visit: SignedVisit, draft: Draft) => Promise<Answer>,
): Promise<Answer> {
  const visit = asked as SignedVisit
  const draft = await openDraft(visit)
  if (!draft) return notFound(visit)
  if (draft.act === 'submit' && draft.dossier.state !== 'draft') return { redirect: draft.here }
  await traceOpening(draft.at, draft.dossier.id, draft.revision ? 'revision' : 'draft')
  return page(visit, draft)
}

/** Only while nothing was submitted yet. */
export function withNewDraft(
  asked: Visit,
  page: (visit: SignedVisit, draft: Draft) => Promise<Answer>,
): Promise<Answer> {
  return withDraft(asked, async (visit, draft) => (draft.revision ? { redirect: draft.here } : page(visit, draft)))
}

export async function openDraft(visit: SignedVisit): Promise<Draft | undefined> {
  const at = readerOf(visit)
  const id = visit.params['id'] ?? ''
  const dossier = isId(id) ? await dossierFor(at, id) : undefined
  if (!dossier) return undefined
  const { definition } = await versionById(at.db, dossier.procedureVersion)
  const here = `/ho-so/${id}`
  const draft = {
    at,
    dossier,
    definition: { ...definition, form: formFor(definition.form, visit.language, 'filer') },
    here,
  }
  const act = dossier.state === 'draft' ? undefined : await openRevisingAct(at, dossier)
  if (!act) return { ...draft, answers: formOf(at, dossier), act: 'submit' }
  const revision = await revisionOf(at, dossier)
  return { ...draft, answers: revision.form, act, revision }
}

export async function papersOf({ at, dossier, revision }: Draft): Promise<ComponentLine[]> {
  return componentsOf(at, dossier, revision?.attachments)
}

type Change = Omit<z.input<typeof editBody>, 'version'>

/** Saves a change of the draft as it was read; a stale version is refused by the act. */
export function save({ house, viewer }: SignedVisit, { dossier, revision }: Draft, change: Change) {
  const { returnBy: _way, ...answers } = change
  return house.atDesk(viewer, (desk) =>
    revision
      ? revise(desk, dossier.id, { version: revision.version, ...answers })
      : edit(desk, dossier.id, { version: dossier.version, ...change }),
  )
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
