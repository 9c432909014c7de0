import { type AccountRequest, accountRequests, answerRequest, answerRequestBody } from '../../accounts/index.ts'
import { write } from '../../audit/index.ts'
import { isId } from '../../ground/uuid.ts'
import { refusalText, say } from '../../words/index.ts'
import { areaWords, officerDoor, officerPage } from '../officer/desk.ts'
import { kindWords, words } from '../officer/account-requests-words.ts'
import { fieldWords } from '../public/my-data-words.ts'
import {
  Button,
  Buttons,
  DateTime,
  DefinitionList,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  type Problem,
  problemOf,
  Section,
  TextArea,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'

const path = '/quan-tri/de-nghi-tai-khoan'

/** What agencies ask of whoever runs the accounts: done here, or answered why not. */
export const accountRequestsDesk = officerDoor(path, {
  may: 'manage-accounts',
  get: (visit) => page(visit),
  post: async (visit) => {
    const { house, viewer, form, language } = visit
    const { 'de-nghi': id = '', viec } = form.fields
    const field = `answer-${id}`
    const read = answerRequestBody.safeParse({ done: viec === 'lam', answer: form.fields[field] ?? '' })
    if (!isId(id)) return page(visit)
    if (!read.success) return page(visit, [{ field, message: say(words.needed, language) }])
    const answered = await house.atDesk(viewer, (desk) => answerRequest(desk, id, read.data))
    if (answered.ok) return { redirect: `${path}?xong=1` }
    return page(visit, [{ field, message: refusalText(answered, language) }])
  },
})

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { house, viewer, language, query, now } = visit
  const title = say(areaWords.accountRequests, language)
  const waiting = await accountRequests(house.db, house.vault)
  const details = { list: 'account-requests', count: waiting.length }
  await write(house.db, { stream: `account:${viewer.id}`, act: 'list', actor: viewer.id, details, occurredAt: now })
  return officerPage(
    visit,
    { title, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      {query['xong'] === '1' && problems.length === 0 && (
        <Notice tone="success" title={say(words.answered, language)} />
      )}
      <Heading lead={say(words.operatorLead, language)}>{title}</Heading>
      {waiting.length === 0 && <EmptyState title={say(words.noneWaiting, language)} />}
      {waiting.map((one) => (
        <One visit={visit} one={one} problems={problems} />
      ))}
    </>,
    problems.length > 0 ? 422 : undefined,
  )
}

type Props = { visit: SignedVisit; one: AccountRequest; problems: readonly Problem[] }

function One({ visit: { language, csrf, form }, one, problems }: Props) {
  const name = `answer-${one.id}`
  const keeps = one.otherUsername && say(words.keeps, language, { username: one.otherUsername })
  return (
    <Section title={`${say(kindWords[one.kind], language)}: ${one.holder} (${one.username})`}>
      <DefinitionList
        rows={[
          { label: say(words.by, language), value: `${one.by}, ${one.unit}` },
          { label: say(words.at, language), value: <DateTime at={one.askedAt} language={language} /> },
          ...(keeps ? [{ label: say(words.other, language), value: keeps }] : []),
          ...(one.field ? [{ label: say(fieldWords[one.field], language), value: one.value ?? '' }] : []),
          { label: say(words.reason, language), value: one.reason },
        ]}
      />
      {one.kind === 'merge' && <p class="prose">{say(words.mergeMoves, language)}</p>}
      <Form action={path} csrf={csrf} hidden={{ 'de-nghi': one.id }}>
        <TextArea
          language={language}
          name={name}
          label={say(words.answer, language)}
          value={form.fields[name]}
          error={problemOf(problems, name)}
          maxlength={500}
        />
        <Buttons>
          <Button name="viec" value="lam">
            {say(words.does, language)}
          </Button>
          <Button kind="quiet" name="viec" value="khong">
            {say(words.refuses, language)}
          </Button>
        </Buttons>
      </Form>
    </Section>
  )
}
