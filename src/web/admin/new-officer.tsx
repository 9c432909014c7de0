import { openOfficer, openOfficerBody } from '../../accounts/index.ts'
import { type Refusal, refusalText, say, type Words } from '../../words/index.ts'
import { officerDoor, officerPage } from '../officer/desk.ts'
import {
  Button,
  Buttons,
  DefinitionList,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  type Problem,
  problemOf,
  TextField,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'

const path = '/quan-tri/can-bo-moi'

const words = {
  title: { vi: 'Mở tài khoản cán bộ', en: 'Open an officer’s account' },
  lead: {
    vi: 'Mỗi cán bộ có một tài khoản, theo số định danh. Vị trí được giao riêng.',
    en: 'Each officer has one account, by the identity number. Posts are given separately.',
  },
  name: { vi: 'Họ và tên', en: 'Name' },
  identityNumber: { vi: 'Số định danh cá nhân', en: 'Identity number' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  usernameHint: {
    vi: '3–40 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch nối.',
    en: '3–40 small letters, digits, dots, dashes.',
  },
  needed: { vi: 'Ghi đúng nội dung này.', en: 'Fill this in.' },
  submit: { vi: 'Mở tài khoản', en: 'Open the account' },
  opened: { vi: 'Đã mở tài khoản cán bộ', en: 'The officer’s account is open' },
  openedLead: {
    vi: 'Giao cho cán bộ. Mật khẩu chỉ hiện một lần và phải đổi khi đăng nhập.',
    en: 'Hand it to the officer. It is shown only now and must be changed at sign-in.',
  },
  password: { vi: 'Mật khẩu dùng một lần', en: 'One-time password' },
  back: { vi: 'Về danh sách cán bộ', en: 'Back to the officers' },
} as const satisfies Record<string, Words>

const names = ['name', 'identityNumber', 'username'] as const
const fieldOf: Partial<Record<Refusal, string>> = { 'name-wrong': 'name', 'username-taken': 'username' }

/** One account for each officer; a second one is refused. */
export const newOfficer = officerDoor(path, {
  may: 'manage-accounts',
  get: (visit) => page(visit),
  post: async (visit) => {
    const { house, viewer, form, language } = visit
    const read = openOfficerBody.safeParse(Object.fromEntries(names.map((name) => [name, form.fields[name] ?? ''])))
    if (!read.success) {
      const wrong = new Set(read.error.issues.map((one) => String(one.path[0])))
      const message = say(words.needed, language)
      return page(
        visit,
        names.filter((name) => wrong.has(name)).map((field) => ({ field, message })),
      )
    }
    const made = await house.atDesk(viewer, (desk) => openOfficer(desk, read.data))
    if (!made.ok)
      return page(visit, [{ field: fieldOf[made.refusal] ?? 'identityNumber', message: refusalText(made, language) }])
    const title = say(words.opened, language)
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(words.openedLead, language)}>{title}</Heading>
        <DefinitionList
          rows={[
            { label: say(words.username, language), value: <code>{read.data.username}</code> },
            { label: say(words.password, language), value: <code>{made.value.firstPassword}</code> },
          ]}
        />
        <LinkButton href="/quan-tri">{say(words.back, language)}</LinkButton>
      </>,
    )
  },
})

function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { language, csrf, form } = visit
  const title = say(words.title, language)
  const field = (name: (typeof names)[number]) => ({
    language,
    name,
    label: say(words[name], language),
    value: form.fields[name],
    error: problemOf(problems, name),
    autocomplete: 'off' as const,
  })
  return officerPage(
    visit,
    { title, back: { href: '/quan-tri' }, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      <Form action={path} csrf={csrf}>
        <TextField {...field('name')} maxlength={120} />
        <TextField {...field('identityNumber')} width="medium" inputmode="numeric" spellcheck={false} />
        <TextField {...field('username')} hint={say(words.usernameHint, language)} width="medium" spellcheck={false} />
        <Buttons>
          <Button>{say(words.submit, language)}</Button>
        </Buttons>
      </Form>
    </>,
    problems.length > 0 ? 422 : undefined,
  )
}
