import { changePassword, changePasswordBody } from '../../accounts/index.ts'
import { type Refusal, refusalText, type Words } from '../../words/index.ts'
import {
  addresses,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  PasswordField,
  type Problem,
  problemOf,
} from '../ui/index.ts'
import type { Answer, PageDoor, SignedVisit } from '../visit.ts'
import { localPath } from './local-path.ts'
import { messages } from './register-body.ts'
import { show, tellerOf } from './show.tsx'

const words = {
  title: { vi: 'Đổi mật khẩu', en: 'Change password' },
  lead: { vi: 'Sau khi đổi, các phiên đăng nhập khác của bạn kết thúc.', en: 'Once changed, your other sessions end.' },
  first: { vi: 'Bạn đang dùng mật khẩu được cấp lần đầu', en: 'You are using your first password' },
  firstText: { vi: 'Hãy đặt mật khẩu của riêng bạn để tiếp tục.', en: 'Set one of your own to go on.' },
  current: { vi: 'Mật khẩu hiện tại', en: 'Present password' },
  next: { vi: 'Mật khẩu mới', en: 'New password' },
  currentNeeded: { vi: 'Nhập mật khẩu hiện tại.', en: 'Enter your present password.' },
  submit: { vi: 'Đổi mật khẩu', en: 'Change password' },
} as const satisfies Record<string, Words>

const fieldOf: Partial<Record<Refusal, string>> = {
  'password-wrong': 'current',
  'password-weak': 'next',
  'password-same': 'next',
}

/** The holder sets a password; whoever came with a first one must, before anything else. */
export const password: PageDoor = {
  path: '/tai-khoan/mat-khau',
  for: 'signed-in',
  get: async (visit) => page(visit as SignedVisit),
  post: async (asked) => {
    const visit = asked as SignedVisit
    const { house, form, language, viewer, session, query } = visit
    const t = tellerOf(language)
    const { current = '', next = '' } = form.fields
    const read = changePasswordBody.safeParse({ current, next })
    if (!read.success) {
      return page(visit, [
        ...(current ? [] : [{ field: 'current', message: t(words.currentNeeded) }]),
        ...(next ? [] : [{ field: 'next', message: t(messages.password) }]),
      ])
    }
    const changed = await house.atDesk(viewer, (desk) => changePassword(desk, { ...read.data, session }))
    if (!changed.ok)
      return page(visit, [{ field: fieldOf[changed.refusal] ?? 'current', message: refusalText(changed, language) }])
    return { redirect: localPath(form.fields['ve'] ?? query['ve']) ?? `${addresses.account}?da-doi=1` }
  },
}

function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { language, csrf, form, query, mustChangePassword } = visit
  const t = tellerOf(language)
  const back = localPath(form.fields['ve'] ?? query['ve'])
  return show(
    visit,
    {
      title: t(words.title),
      wrong: problems.length > 0,
      ...(mustChangePassword ? {} : { back: { href: addresses.account } }),
    },
    <>
      <ErrorSummary problems={problems} language={language} />
      {mustChangePassword && problems.length === 0 && (
        <Notice tone="important" title={t(words.first)}>
          <p>{t(words.firstText)}</p>
        </Notice>
      )}
      <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
      <Form action="/tai-khoan/mat-khau" csrf={csrf} hidden={back ? { ve: back } : {}}>
        <PasswordField
          language={language}
          name="current"
          label={t(words.current)}
          error={problemOf(problems, 'current')}
          autocomplete="current-password"
        />
        <PasswordField
          language={language}
          name="next"
          label={t(words.next)}
          hint={t(messages.password)}
          error={problemOf(problems, 'next')}
          autocomplete="new-password"
        />
        <Buttons>
          <Button>{t(words.submit)}</Button>
        </Buttons>
      </Form>
    </>,
  )
}
