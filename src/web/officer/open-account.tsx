import { type Account, accountForApplicant } from '../../accounts/index.ts'
import { maskName } from '../../accounts/law/index.ts'
import { holds, mayDo } from '../../organisations/law/index.ts'
import { type Refusal, refusalText, say } from '../../words/index.ts'
import {
  addresses,
  Button,
  Buttons,
  Checkbox,
  DefinitionList,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  Notice,
  type Problem,
  problemOf,
  RadioGroup,
  TextField,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { ApplicantFields, readApplicant } from './counter/applicant.tsx'
import { findApplicant, mayAskMore, traceLookUp } from './counter/look-up.ts'
import { words } from './open-account-words.ts'
import { officerDoor, officerPage } from './page.tsx'
import { areaWords } from './queue-words.ts'

const path = '/viec/tai-khoan'

/** Whoever stands before an officer: whether they have an account, and opening one with them when they have none. */
export const openAccountPage = officerDoor(path, {
  may: 'open-accounts',
  get: (visit) => page(visit),
  post: async (visit) => (visit.form.fields['tra'] ? lookUp(visit) : open(visit)),
})

async function lookUp(visit: SignedVisit): Promise<Answer> {
  const found = await findApplicant(visit)
  if (found === 'none') return page(visit, { isNone: true })
  if (typeof found !== 'string') return page(visit, { found: shownOf(found.account) })
  const refusal = found === 'too-many' ? 'too-many-requests' : 'identity-number-wrong'
  return page(visit, { problems: [numberProblem(visit, refusal)] })
}

const numberProblem = ({ language }: SignedVisit, refusal: Refusal) => ({
  field: 'applicant.identityNumber',
  message: refusalText({ ok: false, refusal }, language),
})

/** Enough to tell the person who stands there from somebody else, not enough to learn who bears a number. */
const shownOf = ({ id, displayName }: Account) => ({ id, name: maskName(displayName) })

async function open(visit: SignedVisit): Promise<Answer> {
  const { house, viewer, form, language } = visit
  const read = readApplicant(form, language)
  if ('problems' in read) return page(visit, { problems: read.problems })
  const isCertificate =
    form.fields['route'] === 'certificate' && read.applicant.kind === 'organisation' && holds(viewer, 'registrar')
  const certificate = form.fields['certificate']?.trim().normalize('NFC').slice(0, 200) ?? ''
  if (isCertificate && certificate.length < 3)
    return page(visit, { problems: [{ field: 'certificate', message: say(words.numberNeeded, language) }] })
  const opening = isCertificate ? ({ route: 'certificate', certificate } as const) : ({ route: 'counter' } as const)
  const body = { ...read.applicant, acceptTerms: form.fields['acceptTerms'] === 'true' }
  if (!(await mayAskMore(visit))) return page(visit, { problems: [numberProblem(visit, 'too-many-requests')] })
  const made = await house.atDesk(viewer, async (desk) => {
    const given = await accountForApplicant(desk, body, opening)
    // Nothing was opened: then somebody was looked up by their number, and that leaves the same trace.
    if (given.ok && !given.value.firstPassword) await traceLookUp(desk.sql, visit, given.value.account.id)
    return given
  })
  if (!made.ok) {
    const field = { 'name-wrong': 'displayName', 'phone-wrong': 'phone', 'representative-needed': 'representative' }
    const at = field[made.refusal as keyof typeof field] ?? 'identityNumber'
    return page(visit, { problems: [{ field: `applicant.${at}`, message: refusalText(made, language) }] })
  }
  const { account, firstPassword } = made.value
  if (!firstPassword) return page(visit, { found: shownOf(account) })
  const title = say(words.opened, language)
  return officerPage(
    visit,
    { title },
    <>
      <Heading lead={say(words.openedLead, language)}>{title}</Heading>
      <DefinitionList
        rows={[
          { label: say(words.name, language), value: account.displayName },
          { label: say(words.username, language), value: <code>{account.username}</code> },
          { label: say(words.password, language), value: <code>{firstPassword}</code> },
          { label: say(words.by, language), value: viewer.name },
        ]}
      />
      <LinkButton href={path}>{say(words.again, language)}</LinkButton>
    </>,
  )
}

type Shown = { problems?: readonly Problem[]; found?: { id: string; name: string }; isNone?: boolean }

async function page(visit: SignedVisit, { problems = [], found, isNone }: Shown = {}): Promise<Answer> {
  const { language, csrf, form, viewer } = visit
  const title = say(areaWords.openAccount, language)
  return officerPage(
    visit,
    { title, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      {found && (
        <Notice tone="success" title={say(words.found, language)}>
          <p>{say(words.foundText, language, found)}</p>
          {mayDo(viewer, 'help-holders') && (
            <p>
              <a href={`/quan-tri/tai-khoan/${found.id}`}>{say(words.toHolder, language)}</a>
            </p>
          )}
        </Notice>
      )}
      {isNone && <Notice title={say(words.none, language)} />}
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      <Form action={path} csrf={csrf}>
        <ApplicantFields
          audience={['person', 'organisation']}
          typed={found ? undefined : form}
          problems={problems}
          language={language}
        />
        {holds(viewer, 'registrar') && (
          <>
            <RadioGroup
              language={language}
              name="route"
              label={say(words.route, language)}
              value={form.fields['route'] ?? 'counter'}
              options={(['counter', 'certificate'] as const).map((value) => ({
                value,
                label: say(words[value], language),
              }))}
            />
            <TextField
              language={language}
              name="certificate"
              label={say(words.number, language)}
              hint={say(words.numberHint, language)}
              value={form.fields['certificate']}
              error={problemOf(problems, 'certificate')}
              autocomplete="off"
              maxlength={200}
              optional
            />
          </>
        )}
        <p>
          <a href={addresses.terms}>{say(words.terms, language)}</a>
        </p>
        <Checkbox
          language={language}
          name="acceptTerms"
          label={say(words.accept, language)}
          checked={form.fields['acceptTerms'] === 'true'}
        />
        <Buttons>
          <Button>{say(words.submit, language)}</Button>
        </Buttons>
      </Form>
    </>,
    problems.length > 0 ? 422 : undefined,
  )
}
