import { mayDo } from '../../organisations/law/index.ts'
import { close, closeBody } from '../../safety/index.ts'
import { refusalText, say, type Words } from '../../words/index.ts'
import { Button, Buttons, Form, Notice, type Problem, problemOf, Section, TextArea } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'

const words = {
  title: { vi: 'Kết luận', en: 'Conclusion' },
  field: { vi: 'Đã xác minh, xử lý thế nào', en: 'What was found and done' },
  need: { vi: 'Ghi đã xác minh, xử lý thế nào.', en: 'Say what was found and done.' },
  save: { vi: 'Kết luận', en: 'Close' },
  waits: { vi: 'Chưa có kết luận', en: 'Not closed yet' },
} as const satisfies Record<string, Words>

/** Takes the conclusion of an alert or a case; answers what is wrong with it, nothing when it is taken. */
export async function conclude(visit: SignedVisit, what: 'alert' | 'case', id: string): Promise<Problem | undefined> {
  const { house, viewer, form, language } = visit
  const read = closeBody.safeParse({ conclusion: form.fields['conclusion'] ?? '' })
  if (!read.success) return { field: 'conclusion', message: say(words.need, language) }
  const closed = await house.atDesk(viewer, (desk) => close(desk, what, id, read.data))
  return closed.ok ? undefined : { field: 'conclusion', message: refusalText(closed, language) }
}

/** What was concluded; while nothing is, whoever answers writes it here. */
export function Conclusion({
  visit: { language, csrf, viewer, form },
  said,
  action,
  problems,
}: {
  visit: SignedVisit
  said: string | null
  action: string
  problems: readonly Problem[]
}) {
  return (
    <Section title={say(words.title, language)}>
      {said !== null && <p class="prose">{said}</p>}
      {said === null && !mayDo(viewer, 'answer-alerts') && <Notice title={say(words.waits, language)} />}
      {said === null && mayDo(viewer, 'answer-alerts') && (
        <Form action={action} csrf={csrf}>
          <TextArea
            language={language}
            name="conclusion"
            label={say(words.field, language)}
            value={form.fields['conclusion']}
            error={problemOf(problems, 'conclusion')}
            maxlength={2000}
          />
          <Buttons>
            <Button>{say(words.save, language)}</Button>
          </Buttons>
        </Form>
      )}
    </Section>
  )
}
