import { type FormChange, formChangesOf, historyOf } from '../../../dossiers/index.ts'
import { fieldAt, type FormDefinition, formFor, shownAnswer } from '../../../procedures/index.ts'
import { eventWords, type Language, say, type Words } from '../../../words/index.ts'
import { Comparison, instantWords, Section, Timeline } from '../../ui/index.ts'
import { partDoor } from './frame.tsx'

const words = {
  basis: { vi: 'Căn cứ: {basis}', en: 'Basis: {basis}' },
  entered: {
    vi: 'Nhập vào hệ thống lúc {at}, sau thời điểm trên. Lý do: {why}',
    en: 'Entered at {at}, after the moment above. Reason: {why}',
  },
  changes: { vi: 'Nội dung khai đã thay đổi', en: 'Answers that were changed' },
  change: { vi: '{at}, {by}', en: '{at}, {by}' },
  receivedBy: { vi: 'người nhận: {name}', en: 'received by: {name}' },
} as const satisfies Record<string, Words>

/** What happened to the dossier, the latest first: who did it, for which unit, and what was written with it. */
export const history = partDoor('history', async ({ at, dossier, definition, visit: { language } }) => {
  const form = formFor(definition.form, language, 'counter')
  const [lines, changes] = await Promise.all([historyOf(at, dossier.id), formChangesOf(at, dossier, form)])
  // The latest first already here: what happened in one minute keeps its order.
  const past = lines.toReversed().map((line) => {
    const event = eventWords[line.event]
    const { entryReason, note, guidance, reason, remarks, conclusion, content, basis, receivedBy } = line.words ?? {}
    const written = [
      line.recordedAt > line.at &&
        say(words.entered, language, { at: instantWords(line.recordedAt, language), why: entryReason ?? '–' }),
      note,
      guidance,
      remarks,
      conclusion,
      content,
      basis && say(words.basis, language, { basis }),
    ].filter(Boolean)
    const who = receivedBy && say(words.receivedBy, language, { name: receivedBy })
    return {
      at: line.at,
      by: [line.by.name, line.by.unit, who].filter(Boolean).join(', '),
      event: event ? say(event, language) : line.event,
      ...(reason ? { reason } : {}),
      ...(written.length > 0 ? { attachments: written.map((text) => <p>{text}</p>) } : {}),
    }
  })
  return (
    <>
      <Timeline past={past} language={language} />
      {changes.length > 0 && (
        <Section title={say(words.changes, language)}>
          {changes.map((change) => (
            <Changed change={change} form={form} language={language} />
          ))}
        </Section>
      )}
    </>
  )
})

/** One change of the answers: each as it was and as it became. */
function Changed({ change, form, language }: { change: FormChange; form: FormDefinition; language: Language }) {
  const caption = say(words.change, language, { at: instantWords(change.at, language), by: change.by ?? '–' })
  const rows = change.rows.map(({ pointer, before, after }) => {
    const schema = fieldAt(form, pointer)?.schema ?? {}
    const shown = (answer: unknown) => shownAnswer(schema, answer, language)
    return { label: schema.title ?? pointer, before: shown(before), after: shown(after) }
  })
  return <Comparison caption={caption} rows={rows} language={language} />
}
