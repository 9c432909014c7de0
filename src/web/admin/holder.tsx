import {
  aboutAccount,
  accountForHelp,
  changeStanding,
  confirmHolder,
  dataChangesOf,
  decideChange,
  type FoundAccount,
  recoverAccount,
  recoverBody,
  requireUpdate,
  standingBody,
  standingsOf,
  writeFields,
} from '../../accounts/index.ts'
import { standings } from '../../accounts/law/index.ts'
import { write } from '../../audit/index.ts'
import { refused } from '../../ground/result.ts'
import { isId } from '../../ground/uuid.ts'
import { mayDo } from '../../organisations/law/index.ts'
import { type Language, refusalText, say } from '../../words/index.ts'
import { address, missing, officerDoor, officerPage } from '../officer/desk.ts'
import {
  Button,
  Buttons,
  DataTable,
  DateTime,
  DefinitionList,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  Notice,
  type Problem,
  problemOf,
  RadioGroup,
  Section,
  TextArea,
  TextField,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { originWords, routeWords } from '../public/my-data-words.ts'
import { WaitingChanges } from './holder-changes.tsx'
import { actWords, words } from './holder-words.ts'
import { moreFields, typedFields } from './more-fields.tsx'
import { StandingTag } from './standing-tag.tsx'

const path = '/quan-tri/tai-khoan'

/** One account: how it stands and came to stand so, and what this officer may do about it. */
export const holder = officerDoor(`${path}/:id`, {
  may: 'help-holders',
  get: async (visit) => {
    const account = await reachable(visit)
    return account ? page(visit, account) : missing(visit)
  },
  post: async (visit) => {
    const { house, viewer, form, language } = visit
    const account = await reachable(visit)
    if (!account) return missing(visit)
    const { viec = '', reason = '' } = form.fields
    const asked = { account: account.id, by: byOf(visit) }
    if (viec === 'truong') {
      if (byOf(visit) !== 'manager') return missing(visit)
      const written = await house.atDesk(viewer, (desk) => writeFields(desk, account.id, typedFields(visit)))
      if (written.ok) return { redirect: address(`${path}/${account.id}`, { 'da-xong': '1' }) }
      const field = `truong.${String(written.detail?.['field'] ?? '')}`
      return page(visit, account, [{ field, message: refusalText(written, language) }])
    }
    const { 'xac-thuc': taken, 'khong-nhan': notTaken } = form.fields
    const change = taken ?? notTaken
    if (change !== undefined) {
      const decided = isId(change)
        ? await house.atDesk(viewer, (desk) => decideChange(desk, change, { taken: taken !== undefined }))
        : refused('not-found')
      if (!decided.ok) return page(visit, account, [{ field: 'viec', message: refusalText(decided, language) }])
      return { redirect: address(`${path}/${account.id}`, { 'da-xong': '1' }) }
    }
    if (viec === 'require-update' && byOf(visit) === 'manager') {
      const required = await house.atDesk(viewer, (desk) => requireUpdate(desk, account.id))
      if (!required.ok) return page(visit, account, [{ field: 'viec', message: refusalText(required, language) }])
      return { redirect: address(`${path}/${account.id}`, { 'da-xong': '1' }) }
    }
    if (viec === 'recover') {
      const read = recoverBody.safeParse({ reason, ...(form.fields['ma'] ? { code: form.fields['ma'] } : {}) })
      if (!read.success) return page(visit, account, [notUnderstood(language)])
      const given = await house.atDesk(viewer, (desk) => recoverAccount(desk, { ...asked, ...read.data }))
      if (!given.ok)
        return page(visit, account, [
          { field: given.refusal === 'recovery-code-wrong' ? 'ma' : 'reason', message: refusalText(given, language) },
        ])
      const { firstPassword } = given.value
      if (firstPassword === null) return { redirect: address(`${path}/${account.id}`, { 'da-xong': 'cho' }) }
      return givenPage(visit, { ...given.value, firstPassword })
    }
    if (viec === 'confirm') {
      const confirmed = await house.atDesk(viewer, (desk) => confirmHolder(desk, { ...asked, reason }))
      if (!confirmed.ok) return page(visit, account, [{ field: 'reason', message: refusalText(confirmed, language) }])
      return { redirect: address(`${path}/${account.id}`, { 'da-xong': '1' }) }
    }
    const read = standingBody.safeParse({ act: viec, reason })
    if (!read.success) return page(visit, account, [notUnderstood(language)])
    const changed = await house.atDesk(viewer, (desk) => changeStanding(desk, { ...asked, ...read.data }))
    if (!changed.ok) return page(visit, account, [{ field: 'reason', message: refusalText(changed, language) }])
    return { redirect: address(`${path}/${account.id}`, { 'da-xong': '1' }) }
  },
})

const byOf = ({ viewer }: SignedVisit): 'manager' | 'helper' =>
  mayDo(viewer, 'manage-accounts') ? 'manager' : 'helper'
const notUnderstood = (language: Language): Problem => ({ field: 'viec', message: say(words.actNeeded, language) })

/** Officers' accounts are there only for whoever manages accounts. */
async function reachable({ house, viewer, params, now }: SignedVisit): Promise<FoundAccount | undefined> {
  const id = params['id'] ?? ''
  const found = isId(id) ? await accountForHelp(house.db, id) : undefined
  if (!found || (found.kind === 'officer' && !mayDo(viewer, 'manage-accounts'))) return undefined
  await write(house.db, { stream: `account:${id}`, act: 'open-account', actor: viewer.id, occurredAt: now })
  return found
}

async function page(visit: SignedVisit, account: FoundAccount, problems: readonly Problem[] = []): Promise<Answer> {
  const { language, house, query, form, csrf } = visit
  const history = await standingsOf(house.db, house.vault, account.id)
  const changes = await dataChangesOf(house.db, house.vault, account.id)
  const about = await aboutAccount(house.db, house.vault, account.id)
  const by = byOf(visit)
  const more = by === 'manager' ? await moreFields({ visit, account: account.id, problems }) : null
  const possible = (['lock', 'recover', 'confirm', 'suspend', 'reopen', 'close'] as const).filter(
    (act) =>
      (act !== 'confirm' || account.kind === 'officer' || ['none', 'counter'].includes(account.assurance)) &&
      standings[act].by.includes(by) &&
      standings[act].from.includes(account.state),
  )
  return officerPage(
    visit,
    { title: say(words.title, language), back: { href: path }, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      {query['da-xong'] === '1' && problems.length === 0 && <Notice tone="success" title={say(words.done, language)} />}
      {query['da-xong'] === 'cho' && problems.length === 0 && (
        <Notice tone="important" title={say(words.secondPerson, language)}>
          <p>{say(words.secondPersonText, language)}</p>
        </Notice>
      )}
      <Heading>{account.name}</Heading>
      <DefinitionList
        rows={[
          { label: say(words.username, language), value: account.username },
          { label: say(words.state, language), value: <StandingTag of={account.state} language={language} /> },
          { label: say(words.assurance, language), value: say(words.assurances[account.assurance], language) },
          { label: say(words.origin, language), value: say(originWords[about.origin], language) },
          { label: say(words.route, language), value: say(routeWords[about.route], language) },
          ...(about.openedBy ? [{ label: say(words.openedBy, language), value: about.openedBy }] : []),
        ]}
      />
      <WaitingChanges
        waiting={changes.filter(({ taken }) => taken === null)}
        here={`${path}/${account.id}`}
        csrf={csrf}
        language={language}
      />
      {by === 'manager' && account.kind !== 'officer' && (
        <Form action={`${path}/${account.id}`} csrf={csrf} hidden={{ viec: 'require-update' }}>
          {about.updateNeededAt ? (
            <p>{say(words.updateAsked, language)}</p>
          ) : (
            <Buttons>
              <Button kind="quiet">{say(words.requireUpdate, language)}</Button>
            </Buttons>
          )}
        </Form>
      )}
      {possible.length > 0 && (
        <Section title={say(words.change, language)}>
          <Form action={`${path}/${account.id}`} csrf={csrf}>
            <RadioGroup
              language={language}
              name="viec"
              label={say(words.act, language)}
              value={form.fields['viec']}
              error={problemOf(problems, 'viec')}
              options={possible.map((act) => ({
                value: act,
                label: say(actWords[act].name, language),
                hint: say(actWords[act].means, language),
              }))}
            />
            <TextArea
              language={language}
              name="reason"
              label={say(words.reason, language)}
              hint={say(words.reasonHint, language)}
              value={form.fields['reason']}
              error={problemOf(problems, 'reason')}
              maxlength={500}
            />
            {account.kind === 'officer' && (
              <TextField
                language={language}
                name="ma"
                label={say(words.code, language)}
                hint={say(words.codeHint, language)}
                error={problemOf(problems, 'ma')}
                optional
                width="short"
                autocomplete="off"
                maxlength={20}
              />
            )}
            <Buttons>
              <Button>{say(words.submit, language)}</Button>
            </Buttons>
          </Form>
        </Section>
      )}
      {more}
      <Section title={say(words.history, language)}>
        <DataTable
          language={language}
          caption={say(words.history, language)}
          quietCaption
          rows={history}
          columns={[
            {
              label: say(words.when, language),
              whole: true,
              cell: ({ at }) => <DateTime at={at} language={language} short />,
            },
            {
              label: say(words.what, language),
              names: true,
              cell: ({ act }) =>
                say(act === 'ask-recover' ? words.askRecover : (actWords[act as 'lock']?.name ?? words.what), language),
            },
            { label: say(words.who, language), cell: ({ by: who }) => who },
            { label: say(words.reason, language), cell: ({ reason }) => reason ?? '' },
          ]}
          empty={<p class="muted">{say(words.noHistory, language)}</p>}
        />
      </Section>
    </>,
    problems.length > 0 ? 422 : undefined,
  )
}

type Given = { id: string; username: string; firstPassword: string }

/** The one-time password, shown once, to be handed over. */
function givenPage(visit: SignedVisit, { id, username, firstPassword }: Given): Promise<Answer> {
  const { language } = visit
  const title = say(words.given, language)
  return officerPage(
    visit,
    { title },
    <>
      <Heading lead={say(words.givenLead, language)}>{title}</Heading>
      <DefinitionList
        rows={[
          { label: say(words.username, language), value: <code>{username}</code> },
          { label: say(words.oneTime, language), value: <code>{firstPassword}</code> },
        ]}
      />
      <LinkButton href={`${path}/${id}`}>{say(words.backToAccount, language)}</LinkButton>
    </>,
  )
}
