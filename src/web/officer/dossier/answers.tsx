import { seenBy, shownFormOf } from '../../../dossiers/index.ts'
import {
  fieldAt,
  formFor,
  type FormDefinition,
  type FormLayout,
  isShown,
  shownAnswer,
  valueAt,
} from '../../../procedures/index.ts'
import type { Language } from '../../../words/index.ts'
import { Section, SummaryList, type SummaryRow } from '../../ui/index.ts'
import { partDoor } from './frame.tsx'
import { noteOf } from './note.tsx'
import { requestsPart } from './requests.tsx'

/** The answers in the order and under the headings of the e-form. */
export const answers = partDoor('answers', async (opened) => {
  const { at, dossier, definition, visit } = opened
  const said = seenBy(at, dossier, definition.form, await shownFormOf(at, dossier))
  const form = formFor(definition.form, visit.language, 'counter')
  return (
    <>
      {await requestsPart(opened)}
      {await noteOf(opened)}
      {form.layout.pages.map((page) => (
        <Section title={page.title}>
          <SummaryList rows={rowsOf(form, page, said, visit.language)} language={visit.language} />
        </Section>
      ))}
    </>
  )
})

/** Every question that was asked, answered or not. */
export function rowsOf(
  form: FormDefinition,
  page: FormLayout['pages'][number],
  value: Record<string, unknown>,
  language: Language,
): SummaryRow[] {
  const pointers = page.fields.flatMap((entry) => (typeof entry === 'string' ? [entry] : entry.fields))
  return pointers.flatMap((pointer) => {
    const field = fieldAt(form, pointer)
    if (!field || !isShown(field.schema, value)) return []
    return [
      { label: field.schema.title ?? pointer, value: shownAnswer(field.schema, valueAt(value, pointer), language) },
    ]
  })
}
