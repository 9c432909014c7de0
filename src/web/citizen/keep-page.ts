import type { FormLayout } from '../../procedures/index.ts'
import { askedOn, readAnswers } from '../forms/index.ts'
import { refusalSentence } from '../public/show.tsx'
import type { SignedVisit } from '../visit.ts'
import { type Answers, type Draft, openDraft, save, seenOf, withoutWrong } from './draft.ts'

export type LayoutPage = FormLayout['pages'][number]

/** The answers of the draft with those of this page as they were typed. */
export function typedOn({ form }: SignedVisit, { definition, answers }: Draft, page: LayoutPage): Answers {
  return readAnswers(definition.form, form.fields, { known: answers, asked: askedOn(definition.form, [page], answers) })
}

type Kept =
  | { kind: 'kept'; answers: Answers; dropped: string[] }
  | { kind: 'conflict'; draft: Draft }
  | { kind: 'refused'; sentence: string }

/**
 * Keeps what may be kept of the page. Only another change of this very page is a conflict; a draft whose other parts have
 * changed meanwhile is read again and keeps both.
 */
export async function keep(visit: SignedVisit, first: Draft, page: LayoutPage, typed: Answers): Promise<Kept> {
  const { form, language, now } = visit
  let draft = first
  for (let tries = 0; ; tries++) {
    const mine = tries === 0 ? typed : typedOn(visit, draft, page)
    const { kept, dropped } = withoutWrong(draft.definition.form, mine, now)
    const stored = seenOf(page, draft.answers)
    if (form.fields['seen'] !== stored && seenOf(page, kept) !== stored) return { kind: 'conflict', draft }
    const saved = await save(visit, draft, { form: kept })
    if (saved.ok) return { kind: 'kept', answers: kept, dropped }
    if (saved.refusal !== 'stale-version' || tries === 3)
      return { kind: 'refused', sentence: refusalSentence(saved.refusal, language) }
    draft = (await openDraft(visit)) ?? draft
  }
}
