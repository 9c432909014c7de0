import { formOf } from '../../../dossiers/index.ts'
import {
  fieldAt,
  type FormDefinition,
  type FormLayout,
  isShown,
  shownAnswer,
  valueAt,
} from '../../../procedures/index.ts'
import { Section, SummaryList, type SummaryRow } from '../../ui/index.ts'
import { partDoor } from './frame.tsx'
import { noteOf } from './note.tsx'

/** The answers in the order and under the headings of the e-form. */
export const answers = partDoor('answers', async (opened) => {
  const { at, dossier, definition, visit } = opened
  const form = formOf(at, dossier)
  return (
    <>
      {await noteOf(opened)}
      {definition.form.layout.pages.map((page) => (
        <Section title={page.title}>
          <SummaryList rows={rowsOf(definition.form, page, form)} language={visit.language} />
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
): SummaryRow[] {
  const pointers = page.fields.flatMap((entry) => (typeof entry === 'string' ? [entry] : entry.fields))
  return pointers.flatMap((pointer) => {
    const field = fieldAt(form, pointer)
    if (!field || !isShown(field.schema, value)) return []
    return [{ label: field.schema.title ?? pointer, value: shownAnswer(field.schema, valueAt(value, pointer)) }]
  })
}
