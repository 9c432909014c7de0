import { inspect, upload } from '../../../documents/index.ts'
import type { LegView } from '../../../dossiers/index.ts'
import { actWords, refusalWords, say, type Words } from '../../../words/index.ts'
import {
  Button,
  Buttons,
  FileField,
  Form,
  LinkButton,
  type Problem,
  problemOf,
  RadioGroup,
  Section,
  TextArea,
} from '../../ui/index.ts'
import { onceKey, sentBy, type SignedVisit } from '../../visit.ts'
import { errorOf } from '../acts/assign.tsx'
import { legAddress, legsAddress } from './address.ts'
import { stanceWords } from './words.ts'

const words = {
  yours: { vi: 'Trả lời của cơ quan bạn', en: 'Your agency’s answer' },
  stance: { vi: 'Ý kiến', en: 'Opinion' },
  answer: { vi: 'Nội dung trả lời', en: 'The answer' },
  answerHint: {
    vi: 'Cơ quan hỏi và Bộ phận Một cửa đọc được nội dung này.',
    en: 'Read by the agency that asked and by the counter.',
  },
  file: { vi: 'Văn bản kèm theo', en: 'Papers with it' },
  fileHint: { vi: 'Văn bản đã ký hoặc tài liệu chứng minh, nếu có.', en: 'The signed letter or evidence, if any.' },
  cancel: { vi: 'Để sau', en: 'Not now' },
} as const satisfies Record<string, Words>

/** What was sent with the answer; a file that is refused leaves the others alone. */
export async function takeFiles(visit: SignedVisit) {
  const { form, house, viewer, language } = visit
  const files: string[] = []
  const wrong: Problem[] = []
  for (const sent of form.files.filter(({ field }) => field === 'file')) {
    const seen = await inspect({ name: sent.name, bytes: sent.bytes }, sentBy(visit))
    const kept = seen.ok ? await house.atDesk(viewer, (desk) => upload(desk, seen.value)) : seen
    if (kept.ok) files.push(kept.value.id)
    else wrong.push({ field: 'file', message: `${sent.name}: ${say(refusalWords[kept.refusal], language)}` })
  }
  return { files, wrong }
}

/** What the asked agency writes, with the papers that go with it. */
export function AnswerForm({
  visit,
  leg,
  problems,
}: {
  visit: SignedVisit
  leg: LegView
  problems: readonly Problem[]
}) {
  const { language, csrf, form } = visit
  return (
    <Section title={say(words.yours, language)}>
      <Form
        action={legAddress(leg.id)}
        csrf={csrf}
        multipart
        hidden={{ version: leg.dossier.version, once: onceKey() }}
      >
        {leg.kind === 'opinion' && (
          <RadioGroup
            language={language}
            name="stance"
            label={say(words.stance, language)}
            value={form.fields['stance'] ?? ''}
            {...errorOf(problemOf(problems, 'stance'))}
            options={Object.entries(stanceWords).map(([value, label]) => ({ value, label: say(label, language) }))}
          />
        )}
        <TextArea
          language={language}
          name="answer"
          label={say(words.answer, language)}
          hint={say(words.answerHint, language)}
          value={form.fields['answer'] ?? ''}
          maxlength={4000}
          {...errorOf(problemOf(problems, 'answer'))}
        />
        <FileField
          language={language}
          name="file"
          label={say(words.file, language)}
          hint={say(words.fileHint, language)}
          types={['PDF', 'JPEG', 'PNG']}
          maxBytes={20 * 1024 * 1024}
          maxFiles={5}
          {...errorOf(problemOf(problems, 'file'))}
          optional
        />
        <Buttons>
          <Button>{say(actWords[leg.act!], language)}</Button>
          <LinkButton href={legsAddress} kind="quiet">
            {say(words.cancel, language)}
          </LinkButton>
        </Buttons>
      </Form>
    </Section>
  )
}
