import type { RequestLine } from '../../organisations/index.ts'
import { requestKinds } from '../../organisations/law/index.ts'
import { say } from '../../words/index.ts'
import {
  Button,
  Buttons,
  DateTime,
  DefinitionList,
  Form,
  type Problem,
  problemOf,
  Tag,
  TextField,
} from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { words } from './request-words.ts'

type Props = { visit: SignedVisit; line: RequestLine; problems: readonly Problem[]; here: string; mayStep: boolean }

/** One request with everything said about it so far, and the buttons of whoever has the next word. */
export function Request({ visit, line, problems, here, mayStep }: Props) {
  const { language } = visit
  const { post, from, to, proposal, proposedBy, next, isGranted, decidedBy, decidedAt, reference } = line
  const row = (label: keyof typeof words, value: string | null) =>
    value ? [{ label: say(words[label], language), value }] : []
  const waits = next.map((office) => say(words[office], language)).join(` ${say(words.or, language)} `)
  return (
    <article>
      <h3>{line.title}</h3>
      <p>
        <Tag tone={isGranted === null ? 'soon' : isGranted ? 'done' : 'wrong'}>
          {say(requestKinds[line.kind], language)}
        </Tag>
      </p>
      <DefinitionList
        rows={[
          ...row('unit', line.unit),
          {
            label: say(words.by, language),
            value: (
              <>
                {line.askedBy}, <DateTime at={line.askedAt} language={language} />
              </>
            ),
          },
          ...row('reason', line.reason),
          ...row('decision', line.decision),
          ...(post && from && to ? row('change', say(words.fromTo, language, { post, from, to })) : []),
          ...row('proposal', proposal && `${proposedBy}: ${proposal}`),
          ...row('next', waits),
          ...(decidedAt
            ? [
                {
                  label: say(words.result, language),
                  value: (
                    <>
                      {say(isGranted ? words.yes : words.no, language)}: {reference} ({decidedBy},{' '}
                      <DateTime at={decidedAt} language={language} />)
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {mayStep && <StepForm {...{ visit, line, problems, here }} />}
    </article>
  )
}

function StepForm({ visit: { language, csrf, form }, line, problems, here }: Omit<Props, 'mayStep'>) {
  const field = `van-ban-${line.id}`
  const isProposal = line.next.includes('digital-transformation')
  return (
    <Form action={here} csrf={csrf} hidden={{ 'yeu-cau': line.id }}>
      <TextField
        language={language}
        name={field}
        label={say(words.paper, language)}
        value={form.fields[field]}
        error={problemOf(problems, field)}
        autocomplete="off"
        maxlength={300}
      />
      <Buttons>
        <Button name="viec" value={isProposal ? 'propose' : 'grant'}>
          {say(isProposal ? words.propose : words.grant, language)}
        </Button>
        <Button name="viec" value="decline" kind="quiet">
          {say(words.decline, language)}
        </Button>
      </Buttons>
    </Form>
  )
}
