import { formOf, proposedResult } from '../../../dossiers/index.ts'
import { fieldAt, type FormDefinition, type FormLayout, isShown, shownAnswer, valueAt } from '../../../procedures/index.ts'
import { say, type Words } from '../../../words/index.ts'
import { Notice, Section, SummaryList, type SummaryRow } from '../../ui/index.ts'
import { partDoor } from './frame.tsx'
import type { Opened } from './open.ts'

const words = {
  sentBack: { vi: 'Dự thảo được trả lại để sửa', en: 'The draft was sent back' },
} as const satisfies Record<string, Words>

/** The answers in the order and under the headings of the e-form. */
export const answers = partDoor('answers', async (opened) => {
  const { at, dossier, definition, visit } = opened
  const form = formOf(at, dossier)
  return (
    <>
      <SentBack text={await sentBackNote(opened)} language={visit.language} />
      {definition.form.layout.pages.map((page) => (
        <Section title={page.title}>
          <SummaryList rows={rowsOf(definition.form, page, form)} language={visit.language} />
        </Section>
      ))}
    </>
  )
})

/** Why the draft came back, for the officer who now has the dossier again. */
async function sentBackNote({ at, dossier }: Opened): Promise<string | undefined> {
  if (dossier.state !== 'assigned') return undefined
  return (await proposedResult(at, dossier))?.note ?? undefined
}

function SentBack({ text, language }: { text: string | undefined; language: 'vi' | 'en' }) {
  if (!text) return null
  return (
    <Notice tone="important" title={say(words.sentBack, language)}>
      <p>{text}</p>
    </Notice>
  )
}

/** Every question that was asked, answered or not. */
export function rowsOf(form: FormDefinition, page: FormLayout['pages'][number], value: Record<string, unknown>): SummaryRow[] {
  const pointers = page.fields.flatMap((entry) => (typeof entry === 'string' ? [entry] : entry.fields))
  return pointers.flatMap((pointer) => {
    const field = fieldAt(form, pointer)
    if (!field || !isShown(field.schema, value)) return []
    return [{ label: field.schema.title ?? pointer, value: shownAnswer(field.schema, valueAt(value, pointer)) }]
  })
}
