import { consentBody, consentsOf, giveConsent, withdrawConsent } from '../../disclosures/index.ts'
import { type Consent, consentWords, type Part, parts } from '../../disclosures/law/index.ts'
import { dayOf } from '../../ground/day.ts'
import { isId } from '../../ground/uuid.ts'
import type { Words } from '../../words/index.ts'
import { typedDay } from '../admin/typed-day.ts'
import { partNames, partWords } from '../disclosure-words.ts'
import { MyTabs } from '../public/my-tabs.tsx'
import { freshOnce, onceOf, refusalSentence, show, tellerOf, Vietnamese } from '../public/show.tsx'
import {
  Button,
  Buttons,
  Checkbox,
  CheckboxGroup,
  DataTable,
  DateParts,
  DateTime,
  DayText,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  type Problem,
  problemOf,
  Section,
  Tag,
  TextArea,
  TextField,
} from '../ui/index.ts'
import type { Answer, PageDoor, SignedVisit } from '../visit.ts'

const here = '/tai-khoan/dong-y'
const words = {
  title: { vi: 'Đồng ý chia sẻ thông tin', en: 'Sharing you agreed to' },
  lead: {
    vi: 'Thông tin trong hồ sơ của bạn chỉ được chia sẻ cho nơi bạn đồng ý, đúng việc và đúng phần bạn chọn. Cơ quan có thẩm quyền vẫn có thể yêu cầu theo luật; lần nào cũng hiện trong mục Ai đã mở hồ sơ.',
    en: 'What lies in your dossiers is shared only with whom you agree to, for that purpose and in those parts. Authorities may still ask under the law; each time it shows among who opened the dossier.',
  },
  list: { vi: 'Đã đồng ý', en: 'Agreed so far' },
  none: { vi: 'Bạn chưa đồng ý chia sẻ cho ai', en: 'You have not agreed to any sharing' },
  give: { vi: 'Đồng ý thêm', en: 'Agree to more' },
  recipient: { vi: 'Cho ai', en: 'To whom' },
  recipientHint: { vi: 'Tên đầy đủ của cơ quan, tổ chức nhận.', en: 'The full name of who receives it.' },
  purpose: { vi: 'Dùng vào việc gì', en: 'What it is used for' },
  parts: { vi: 'Thông tin được chia sẻ', en: 'What is shared' },
  validTo: { vi: 'Đến hết ngày', en: 'Until' },
  since: { vi: 'Đồng ý lúc', en: 'Agreed at' },
  state: { vi: 'Hiệu lực', en: 'Standing' },
  agree: { vi: 'Đồng ý', en: 'I agree' },
  withdraw: { vi: 'Rút lại', en: 'Withdraw' },
  changedHands: { vi: 'Hết hiệu lực khi tài khoản về đúng chủ', en: 'Ended when the account went to its holder' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  over: { vi: 'Đã hết hạn', en: 'Over' },
  inForce: { vi: 'Đang có hiệu lực', en: 'In force' },
  saved: { vi: 'Đã lưu', en: 'Saved' },
  needRecipient: { vi: 'Ghi tên nơi nhận.', en: 'Name who receives it.' },
  needPurpose: { vi: 'Ghi thông tin được dùng vào việc gì.', en: 'Say what it is used for.' },
  needParts: { vi: 'Chọn ít nhất một phần thông tin.', en: 'Choose at least one part.' },
  needDay: { vi: 'Ghi ngày cuối, ví dụ 31 12 2026.', en: 'Give the last day, such as 31 12 2026.' },
  needYes: { vi: 'Đánh dấu vào ô đồng ý.', en: 'Tick that you agree.' },
} as const satisfies Record<string, Words>

/** What the holder agreed to share, where they agree to more and take it back. */
export const consents: PageDoor = {
  path: here,
  for: 'citizen',
  get: (asked) => page(asked as SignedVisit),
  post: async (asked) => {
    const visit = asked as SignedVisit
    const { house, viewer, form, language } = visit
    const ended = form.fields['rut'] ?? ''
    if (isId(ended)) {
      await house.atDesk(viewer, (desk) => withdrawConsent(desk, ended))
      return { redirect: `${here}?da-luu=1` }
    }
    const read = readForm(visit)
    if ('problems' in read) return page(visit, read.problems)
    const given = await house.atDeskOnce(
      viewer,
      onceOf(visit),
      (desk) => giveConsent(desk, read.body),
      ({ id }) => ({ status: 201, resource: id }),
    )
    if (!given.ok) return page(visit, [{ field: 'validTo', message: refusalSentence(given.refusal, language) }])
    return { redirect: `${here}?da-luu=1` }
  },
}

function readForm({ form: { fields, lists }, language }: SignedVisit) {
  const t = tellerOf(language)
  const asked = {
    recipient: fields['recipient'] ?? '',
    purpose: fields['purpose'] ?? '',
    parts: lists['parts'] ?? [],
    validTo: typedDay(fields, 'validTo') ?? '',
  }
  const body = consentBody.safeParse(asked)
  const wrong = new Set(body.success ? [] : body.error.issues.map(({ path }) => String(path[0])))
  const needs = {
    recipient: words.needRecipient,
    purpose: words.needPurpose,
    parts: words.needParts,
    validTo: words.needDay,
  } as const
  const problems: Problem[] = Object.entries(needs)
    .filter(([field]) => wrong.has(field))
    .map(([field, message]) => ({ field, message: t(message) }))
  if (fields['agrees'] !== 'true') problems.push({ field: 'agrees', message: t(words.needYes) })
  return body.success && problems.length === 0 ? { body: body.data } : { problems }
}

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { language, house, viewer, query } = visit
  const t = tellerOf(language)
  const rows = await consentsOf(house.db, viewer.id)
  return show(
    visit,
    { title: t(words.title), wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      {query['da-luu'] === '1' && problems.length === 0 && <Notice tone="success" title={t(words.saved)} />}
      <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
      <MyTabs visit={visit} here="account" />
      <Section title={t(words.list)}>
        <List visit={visit} rows={rows} />
      </Section>
      <Section title={t(words.give)}>
        <ConsentForm visit={visit} problems={problems} />
      </Section>
    </>,
  )
}

function List({ visit, rows }: { visit: SignedVisit; rows: readonly Consent[] }) {
  const { language, csrf, now } = visit
  const t = tellerOf(language)
  const standing = ({ id, recipient, withdrawnAt, endReason, validTo }: Consent) => {
    if (endReason) return <Tag tone="plain">{t(words.changedHands)}</Tag>
    if (withdrawnAt) return <Tag tone="plain">{t(words.withdrawn)}</Tag>
    if (validTo < dayOf(now)) return <Tag tone="plain">{t(words.over)}</Tag>
    return (
      <>
        <Tag tone="done">{t(words.inForce)}</Tag>
        <Form action={here} csrf={csrf} hidden={{ rut: id }}>
          <Button kind="quiet">
            {t(words.withdraw)}
            <span class="hidden"> {recipient}</span>
          </Button>
        </Form>
      </>
    )
  }
  return (
    <DataTable
      language={language}
      caption={t(words.list)}
      quietCaption
      rows={rows}
      columns={[
        {
          label: t(words.recipient),
          names: true,
          cell: ({ recipient, purpose }) => (
            <>
              <Vietnamese language={language}>{recipient}</Vietnamese>
              <p class="small">
                <Vietnamese language={language}>{purpose}</Vietnamese>
              </p>
            </>
          ),
        },
        { label: t(words.parts), cell: (row) => partNames(row.parts, language) },
        { label: t(words.since), cell: ({ givenAt }) => <DateTime at={givenAt} language={language} short /> },
        {
          label: t(words.validTo),
          cell: ({ validTo }) => <DayText day={validTo} language={language} weekday={false} />,
        },
        { label: t(words.state), cell: standing },
      ]}
      empty={<EmptyState title={t(words.none)} />}
    />
  )
}

function ConsentForm({ visit, problems }: { visit: SignedVisit; problems: readonly Problem[] }) {
  const { language, csrf, form } = visit
  const t = tellerOf(language)
  const { fields, lists } = form
  const field = (name: 'recipient' | 'purpose' | 'validTo') => ({
    language,
    name,
    label: t(words[name]),
    error: problemOf(problems, name),
  })
  return (
    <Form action={here} csrf={csrf} hidden={freshOnce()}>
      <TextField
        {...field('recipient')}
        hint={t(words.recipientHint)}
        value={fields['recipient']}
        maxlength={200}
        autocomplete="off"
      />
      <TextArea {...field('purpose')} value={fields['purpose']} rows={2} maxlength={500} autocomplete="off" />
      <CheckboxGroup
        language={language}
        name="parts"
        label={t(words.parts)}
        values={(lists['parts'] ?? []) as Part[]}
        error={problemOf(problems, 'parts')}
        options={parts.map((part) => ({ value: part, label: t(partWords[part]) }))}
      />
      <DateParts
        {...field('validTo')}
        value={{ day: fields['validTo-day'], month: fields['validTo-month'], year: fields['validTo-year'] }}
      />
      <Checkbox
        language={language}
        name="agrees"
        label={t(consentWords)}
        checked={fields['agrees'] === 'true'}
        error={problemOf(problems, 'agrees')}
      />
      <Buttons>
        <Button>{t(words.agree)}</Button>
      </Buttons>
    </Form>
  )
}
