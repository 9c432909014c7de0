import { openOfficer, openOfficerBody } from '../../accounts/index.ts'
import { checkIdentityNumber, checkName } from '../../accounts/law/index.ts'
import { type Language, type Refusal, refusalText, refusalWords, say, type Words } from '../../words/index.ts'
import { address, areaWords, officerDoor, officerPage } from '../officer/desk.ts'
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
const units = '/quan-tri/to-chuc'

const words = {
  title: { vi: 'Mở tài khoản cán bộ', en: 'Open an officer’s account' },
  lead: {
    vi: 'Mỗi cán bộ có một tài khoản, theo số định danh. Mở tài khoản xong, hãy giao vị trí: chưa có vị trí thì cán bộ chưa làm được việc gì.',
    en: 'Each officer has one account, by the identity number. Then give a post: without one the officer can do nothing yet.',
  },
  where: {
    vi: 'Vị trí được giao ở trang của từng đơn vị, mục “Giao vị trí”. Ở đó cũng mở được tài khoản cho người chưa có. Danh sách đơn vị:',
    en: 'Posts are given on the page of each unit, under “Give a post”. An account can be opened there too. The list of units:',
  },
  name: { vi: 'Họ và tên', en: 'Name' },
  identityNumber: { vi: 'Số định danh cá nhân', en: 'Identity number' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  usernameHint: {
    vi: '3–40 ký tự: chữ a–z không dấu, chữ số, dấu chấm, gạch nối, gạch dưới.',
    en: '3–40 letters a–z, digits, dots, dashes, underscores.',
  },
  nameWrong: {
    vi: 'Họ và tên: hãy ghi như trên giấy tờ, không có chữ số hay dấu lạ.',
    en: 'Name: write it as on the papers, without digits or odd signs.',
  },
  usernameWrong: {
    vi: 'Tên đăng nhập: hãy ghi 3–40 ký tự gồm chữ a–z không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới, bắt đầu bằng chữ hoặc số, không có dấu cách.',
    en: 'User name: give 3–40 letters a–z, digits, dots, dashes or underscores, beginning with a letter or digit, without spaces.',
  },
  submit: { vi: 'Mở tài khoản', en: 'Open the account' },
  opened: { vi: 'Đã mở tài khoản cán bộ', en: 'The officer’s account is open' },
  openedLead: {
    vi: 'Giao cho cán bộ. Mật khẩu chỉ hiện một lần và phải đổi khi đăng nhập.',
    en: 'Hand it to the officer. It is shown only now and must be changed at sign-in.',
  },
  password: { vi: 'Mật khẩu dùng một lần', en: 'One-time password' },
  give: { vi: 'Giao vị trí cho {username}', en: 'Give {username} a post' },
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
    const typed = Object.fromEntries(names.map((name) => [name, form.fields[name]?.trim() ?? ''])) as Typed
    const read = openOfficerBody.safeParse(typed)
    const problems = wrongIn(typed, language)
    if (!read.success || problems.length > 0) return page(visit, problems)
    const made = await house.atDesk(viewer, (desk) => openOfficer(desk, read.data))
    if (!made.ok)
      return page(visit, [{ field: fieldOf[made.refusal] ?? 'identityNumber', message: refusalText(made, language) }])
    const title = say(words.opened, language)
    const { username } = read.data
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(words.openedLead, language)}>{title}</Heading>
        <DefinitionList
          rows={[
            { label: say(words.username, language), value: <code>{username}</code> },
            { label: say(words.password, language), value: <code>{made.value.firstPassword}</code> },
          ]}
        />
        <p>
          <LinkButton href={address(units, { nguoi: username })}>{say(words.give, language, { username })}</LinkButton>
        </p>
        <p>
          <a href="/quan-tri">{say(words.back, language)}</a>
        </p>
      </>,
    )
  },
})

type Typed = Record<(typeof names)[number], string>

/** Every field that is to be mended, each with its name and what to do. */
function wrongIn(typed: Typed, language: Language): Problem[] {
  const { name, identityNumber, username } = openOfficerBody.shape
  const isNamed = name.safeParse(typed.name).success && checkName('person', typed.name.normalize('NFC')).ok
  const isNumbered =
    identityNumber.safeParse(typed.identityNumber).success && checkIdentityNumber(typed.identityNumber).ok
  return [
    ...(isNamed ? [] : [{ field: 'name', message: say(words.nameWrong, language) }]),
    ...(isNumbered ? [] : [{ field: 'identityNumber', message: say(refusalWords['identity-number-wrong'], language) }]),
    ...(username.safeParse(typed.username).success
      ? []
      : [{ field: 'username', message: say(words.usernameWrong, language) }]),
  ]
}

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
      <p class="prose">
        {say(words.where, language)} <a href={units}>{say(areaWords.organisations, language)}</a>
      </p>
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
