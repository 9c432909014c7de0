import { loginPaths, loginsOf, signIn as signInAct, signInBody, signOut as leave } from '../../accounts/index.ts'
import { mustEnterCentrally } from '../../organisations/index.ts'
import { refusalText, type Words } from '../../words/index.ts'
import { loginNames, loginTrouble } from './login.ts'
import {
  addresses,
  Button,
  Buttons,
  Checkbox,
  ErrorSummary,
  Form,
  Heading,
  LinkList,
  Notice,
  PasswordField,
  type Problem,
  problemOf,
  Section,
  TextField,
} from '../ui/index.ts'
import { type Answer, type PageDoor, signOut as closeHere, type Visit } from '../visit.ts'
import { addressWith } from './cursor.ts'
import { localPath } from './local-path.ts'
import { passkeyOffer } from './passkey-entry.tsx'
import { browserOf, enter } from './session.ts'
import { refusalSentence, show, tellerOf } from './show.tsx'

const words = {
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  lead: { vi: 'Để nộp hồ sơ và xem giấy tờ của bạn.', en: 'To file and to see your papers.' },
  elsewhere: { vi: 'Đăng nhập bằng tài khoản bạn đã có', en: 'Sign in with an account you have' },
  here: { vi: 'Đăng nhập bằng tài khoản của tỉnh', en: 'Sign in with an account of the province' },
  username: { vi: 'Tên đăng nhập', en: 'Username' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  usernameNeeded: { vi: 'Nhập tên đăng nhập.', en: 'Enter your username.' },
  passwordNeeded: { vi: 'Nhập mật khẩu.', en: 'Enter your password.' },
  resume: { vi: 'Dùng lại tài khoản', en: 'Use the account again' },
  submit: { vi: 'Đăng nhập', en: 'Sign in' },
  without: { vi: 'Chưa đăng nhập được', en: 'Cannot sign in' },
  register: { vi: 'Tạo tài khoản', en: 'Create an account' },
  registerNote: {
    vi: 'Một người, một tài khoản; mất khoảng hai phút.',
    en: 'One person, one account; it takes two minutes.',
  },
  forgot: { vi: 'Quên mật khẩu', en: 'Forgotten password' },
  forgotNote: {
    vi: 'Gọi đường dây nóng hoặc đến nơi tiếp nhận để được cấp lại.',
    en: 'Call the hotline or come to a counter.',
  },
  staff: { vi: 'Cán bộ đăng nhập vào hệ thống Một cửa', en: 'Officers sign in to the one-stop system' },
  staffNote: { vi: 'Tại {address}', en: 'At {address}' },
  lookup: { vi: 'Chỉ tra cứu hồ sơ', en: 'Only look up a dossier' },
  lookupNote: { vi: 'Không cần đăng nhập.', en: 'No need to sign in.' },
} as const satisfies Record<string, Words>

/** Name and password open a session of the browser; where one wanted to go is kept if it lies inside this house. */
export const signIn: PageDoor = {
  path: '/dang-nhap',
  for: 'anyone',
  get: async (visit) => {
    if (!visit.viewer) return page(visit)
    return { redirect: localPath(visit.query['ve']) ?? (visit.viewer.kind === 'officer' ? '/viec' : '/ho-so') }
  },
  post: async (visit) => {
    const { house, form, language, now } = visit
    const t = tellerOf(language)
    const { username = '', password = '' } = form.fields
    const read = signInBody.safeParse({
      username,
      password,
      ...(form.fields['dung-lai'] === 'true' ? { resume: true } : {}),
    })
    if (!read.success) {
      return page(visit, [
        ...(username.trim() ? [] : [{ field: 'username', message: t(words.usernameNeeded) }]),
        ...(password ? [] : [{ field: 'password', message: t(words.passwordNeeded) }]),
        ...(username.trim() && password
          ? [{ field: 'username', message: refusalSentence('sign-in-failed', language) }]
          : []),
      ])
    }
    const signed = await signInAct(house.db, read.data, browserOf(visit), now)
    if (!signed.ok) {
      const isPaused = signed.refusal === 'account-paused'
      return page(visit, [{ field: 'username', message: refusalText(signed, language) }], isPaused)
    }
    if (await mustEnterCentrally(house, signed.value.account, now)) {
      await leave(house.db, signed.value.token, 'browser', visit.request.ip, now)
      return page(visit, [{ field: 'username', message: refusalSentence('staff-sign-in-central', language) }])
    }
    return { redirect: await enter(visit, signed.value) }
  },
}

/** Ends the session here. */
export const signOut: PageDoor = {
  path: '/dang-xuat',
  for: 'anyone',
  get: async () => ({ redirect: '/' }),
  post: async (visit) => {
    await closeHere(visit)
    return { redirect: '/' }
  },
}

async function page(visit: Visit, problems: readonly Problem[] = [], isPaused = false): Promise<Answer> {
  const { language, csrf, form, query } = visit
  const t = tellerOf(language)
  const back = localPath(form.fields['ve'] ?? query['ve'])
  const trouble = loginTrouble(query['loi'], language)
  const doors = loginsOf(visit.house.config)
  return show(
    visit,
    { title: t(words.title), search: false, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      {trouble && <Notice tone="important" title={trouble} />}
      <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
      {doors.length > 0 && (
        <Section title={t(words.elsewhere)}>
          <LinkList
            links={doors.map(({ id, simulated }) => ({
              label: t(loginNames[id].name) + (simulated ? ` (${t(loginNames.simulated)})` : ''),
              href: addressWith(`/dang-nhap/${loginPaths[id]}`, { ve: back }),
              note: t(loginNames[id].note),
            }))}
          />
        </Section>
      )}
      {doors.length > 0 && <h2>{t(words.here)}</h2>}
      <Form action={addresses.signIn} csrf={csrf} hidden={back ? { ve: back } : {}}>
        <TextField
          language={language}
          name="username"
          label={t(words.username)}
          value={form.fields['username']}
          error={problemOf(problems, 'username')}
          autocomplete="username"
          spellcheck={false}
        />
        <PasswordField
          language={language}
          name="password"
          label={t(words.password)}
          error={problemOf(problems, 'password')}
          autocomplete="current-password"
        />
        {isPaused && <Checkbox language={language} name="dung-lai" label={t(words.resume)} />}
        <Buttons>
          <Button>{t(words.submit)}</Button>
        </Buttons>
      </Form>
      {await passkeyOffer(visit, back)}
      <Section title={t(words.without)}>
        <LinkList
          links={[
            { label: t(words.register), href: addressWith('/dang-ky', { ve: back }), note: t(words.registerNote) },
            { label: t(words.forgot), href: addresses.help, note: t(words.forgotNote) },
            { label: t(words.lookup), href: addresses.lookup, note: t(words.lookupNote) },
            ...staffWay(visit, t),
          ]}
        />
      </Section>
    </>,
  )
}

/** Where officers sign in, when that is another address than this one. */
function staffWay({ house: { config } }: Visit, t: ReturnType<typeof tellerOf>) {
  const { oneStopUrl, url } = config
  if (!oneStopUrl || oneStopUrl === url) return []
  const note = t(words.staffNote, { address: oneStopUrl.replace(/^https?:\/\//, '') })
  return [{ label: t(words.staff), href: `${oneStopUrl}/dang-nhap`, note }]
}
