import type { ComponentLine } from '../../dossiers/index.ts'
import { dayOf } from '../../ground/day.ts'
import {
  type Component,
  type FormError,
  missingComponents,
  pointersOf,
  prefilled,
  sworn,
  validateForm,
  valueAt,
} from '../../procedures/index.ts'
import type { Language } from '../../words/index.ts'
import type { TaskState } from '../ui/index.ts'
import type { Draft } from './draft.ts'

export type Progress = {
  pages: { id: string; title: string; state: TaskState }[]
  /** Every answer still to give or to mend, in the order of the pages. */
  errors: readonly FormError[]
  papers: TaskState
  missing: readonly Component[]
  isComplete: boolean
}

/** How far a draft is: each page of its form, its papers, and whether it may be submitted. */
export function progressOf(
  { definition, dossier, answers }: Draft,
  papers: readonly ComponentLine[],
  now: Date,
  language: Language,
): Progress {
  const check = validateForm(definition.form, sworn(definition.form, answers), { today: dayOf(now), language })
  const errors = check.ok ? [] : check.errors
  const usual = prefilled(definition.form, {})
  const pages = definition.form.layout.pages.map((page) => {
    const pointers = pointersOf(page)
    const open = errors.some(({ path }) => pointers.includes(path))
    const touched = pointers.some((pointer) => {
      const answer = valueAt(answers, pointer)
      return answer !== undefined && answer !== false && answer !== valueAt(usual, pointer)
    })
    return { id: page.id, title: page.title, state: open ? (touched ? 'in-progress' : 'not-started') : 'done' } as const
  })
  const attached = papers.flatMap(({ id, attachments }) => attachments.map(() => ({ component: id })))
  const missing = missingComponents(definition, { form: answers, channel: dossier.channel }, attached)
  return {
    pages,
    errors,
    papers: missing.length === 0 ? 'done' : attached.length > 0 ? 'in-progress' : 'not-started',
    missing,
    isComplete: errors.length === 0 && missing.length === 0,
  }
}
