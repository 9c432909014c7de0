import { accountRequestBody, accountRequests, askAboutAccount, requestKinds } from '../../accounts/index.ts'
import { dataFields } from '../../accounts/law/index.ts'
import { refusalText, say } from '../../words/index.ts'
import { fieldWords } from '../public/my-data-words.ts'
import {
  Button,
  Buttons,
  DataTable,
  DateTime,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  type Problem,
  problemOf,
  RadioGroup,
  Section,
  SelectField,
  Tag,
  TextArea,
  TextField,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { kindWords, words } from './account-requests-words.ts'
import { officerDoor, officerPage } from './page.tsx'
import { areaWords } from './queue-words.ts'

const path = '/viec/de-nghi-tai-khoan'

/** An agency asks about an account, and sees what was answered. */
export const accountRequestsPage = officerDoor(path, {
  may: 'ask-about-accounts',
  get: (visit) => page(visit),
  post: async (visit) => {
    const { house, viewer, form, language } = visit
    const { kind, username = '', reason = '' } = form.fields
    const given = (name: string) => (form.fields[name] ? { [name]: form.fields[name] } : {})
    const read = accountRequestBody.safeParse({
      kind,
      username,
      reason,
      ...given('other'),
      ...given('field'),
      ...given('value'),
    })
    if (!read.success) {
      const wrong = new Set(read.error.issues.map((one) => String(one.path[0])))
      const message = say(words.needed, language)
      return page(
        visit,
        ['kind', 'username', 'other', 'field', 'value', 'reason']
          .filter((name) => wrong.has(name))
          .map((field) => ({ field, message })),
      )
    }
    const unit = viewer.posts[0]?.unitName ?? ''
    const asked = await house.atDesk(viewer, (desk) => askAboutAccount(desk, { ...read.data, unit }))
    if (asked.ok) return { redirect: `${path}?xong=1` }
    const field = asked.refusal === 'request-incomplete' ? (read.data.kind === 'merge' ? 'other' : 'value') : 'username'
    return page(visit, [{ field, message: refusalText(asked, language) }])
  },
})

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { house, viewer, language, query } = visit
  const title = say(areaWords.accountRequests, language)
  const own = await accountRequests(house.db, house.vault, { by: viewer.id })
  return officerPage(
    visit,
    { title, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      {query['xong'] === '1' && problems.length === 0 && <Notice tone="success" title={say(words.sent, language)} />}
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      <Section title={say(words.ask, language)}>
        <AskForm visit={visit} problems={problems} />
      </Section>
      <Section title={say(words.list, language)}>
        <DataTable
          language={language}
          caption={say(words.list, language)}
          quietCaption
          rows={own}
          columns={[
            { label: say(words.holder, language), names: true, cell: ({ username }) => username },
            { label: say(words.kind, language), cell: ({ kind }) => say(kindWords[kind], language) },
            {
              label: say(words.at, language),
              cell: ({ askedAt }) => <DateTime at={askedAt} language={language} short />,
            },
            {
              label: say(words.state, language),
              cell: ({ done }) =>
                done === null ? (
                  <Tag tone="active">{say(words.waiting, language)}</Tag>
                ) : (
                  <Tag tone={done ? 'done' : 'plain'}>{say(done ? words.done : words.notDone, language)}</Tag>
                ),
            },
            { label: say(words.answer, language), cell: ({ answer }) => answer ?? '' },
          ]}
          empty={<p class="muted">{say(words.none, language)}</p>}
        />
      </Section>
    </>,
    problems.length > 0 ? 422 : undefined,
  )
}

function AskForm({ visit, problems }: { visit: SignedVisit; problems: readonly Problem[] }) {
  const { language, csrf, form } = visit
  const field = (name: 'kind' | 'username' | 'other' | 'field' | 'value' | 'reason') => ({
    language,
    name,
    label: say(words[name], language),
    value: form.fields[name],
    error: problemOf(problems, name),
  })
  const typed = { autocomplete: 'off' as const, spellcheck: false }
  return (
    <Form action={path} csrf={csrf}>
      <RadioGroup
        {...field('kind')}
        options={requestKinds.map((value) => ({ value, label: say(kindWords[value], language) }))}
      />
      <TextField {...field('username')} {...typed} width="medium" />
      <TextField {...field('other')} {...typed} width="medium" optional />
      <SelectField
        {...field('field')}
        blank={say(words.choose, language)}
        options={dataFields.map((value) => ({ value, label: say(fieldWords[value], language) }))}
        optional
      />
      <TextField {...field('value')} autocomplete="off" maxlength={300} optional />
      <TextArea {...field('reason')} maxlength={500} />
      <Buttons>
        <Button>{say(words.ask, language)}</Button>
      </Buttons>
    </Form>
  )
}
