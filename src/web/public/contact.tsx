import { changeContact, changeContactBody, profileOf } from '../../accounts/index.ts'
import { shownPhone } from '../../accounts/law/index.ts'
import { write } from '../../audit/index.ts'
import type { Words } from '../../words/index.ts'
import {
  addresses,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  type Problem,
  problemOf,
  TextField,
} from '../ui/index.ts'
import type { Answer, PageDoor, SignedVisit } from '../visit.ts'
import { refusalSentence, show, tellerOf } from './show.tsx'

const words = {
  title: { vi: 'Thông tin liên hệ', en: 'Contact data' },
  lead: {
    vi: 'Được điền sẵn vào tờ khai lần sau. Hồ sơ đã nộp giữ nguyên.',
    en: 'Filled into your next forms. Dossiers already submitted stay as they are.',
  },
  phone: { vi: 'Số điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  save: { vi: 'Lưu', en: 'Save' },
  cancel: { vi: 'Không sửa nữa', en: 'Leave as it was' },
} as const satisfies Record<string, Words>

const wrongWords: Readonly<Record<string, Words>> = {
  phone: {
    vi: 'Nhập số điện thoại đủ 10 chữ số, ví dụ 0905 123 456.',
    en: 'Enter all digits of the telephone number.',
  },
  email: { vi: 'Nhập thư điện tử theo dạng ten@vidu.vn.', en: 'Enter the e-mail as name@example.vn.' },
}

/** How the holder is reached; who they are is not changed here. */
export const contact: PageDoor = {
  path: '/tai-khoan/lien-he',
  for: 'citizen',
  get: async (asked) => {
    const visit = asked as SignedVisit
    const { house, viewer, now } = visit
    const { phone, email } = await profileOf(house.db, house.vault, viewer.id)
    await write(house.db, {
      stream: `account:${viewer.id}`,
      act: 'open-profile',
      actor: viewer.id,
      details: { for: 'contact', from: visit.request.ip },
      occurredAt: now,
    })
    return page(visit, { phone: phone && readable(phone), email })
  },
  post: async (asked) => {
    const visit = asked as SignedVisit
    const { house, viewer, form, language } = visit
    const { phone = '', email = '' } = form.fields
    const typed = { phone, email: email.trim() }
    const read = changeContactBody.safeParse(typed)
    if (!read.success) {
      const names = [...new Set(read.error.issues.map(({ path }) => String(path[0])))]
      return page(
        visit,
        typed,
        names.map((field) => ({ field, message: tellerOf(language)(wrongWords[field]!) })),
      )
    }
    const changed = await house.atDesk(viewer, (desk) => changeContact(desk, read.data))
    if (!changed.ok)
      return page(visit, typed, [{ field: 'phone', message: refusalSentence(changed.refusal, language) }])
    return { redirect: `${addresses.account}?da-luu=1` }
  },
}

const readable = (phone: string) => (phone.startsWith('+84') ? shownPhone(phone) : phone)

type Typed = Partial<Record<'phone' | 'email', string | undefined>>

function page(visit: SignedVisit, typed: Typed, problems: readonly Problem[] = []): Promise<Answer> {
  const { language, csrf } = visit
  const t = tellerOf(language)
  const field = (name: 'phone' | 'email') => ({
    language,
    name,
    label: t(words[name]),
    value: typed[name],
    optional: true,
    error: problemOf(problems, name),
  })
  return show(
    visit,
    { title: t(words.title), wrong: problems.length > 0, back: { href: addresses.account } },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
      <Form action="/tai-khoan/lien-he" csrf={csrf}>
        <TextField {...field('phone')} type="tel" inputmode="tel" width="medium" autocomplete="tel" />
        <TextField {...field('email')} type="email" inputmode="email" autocomplete="email" spellcheck={false} />
        <Buttons>
          <Button>{t(words.save)}</Button>
          <LinkButton href={addresses.account} kind="quiet">
            {t(words.cancel)}
          </LinkButton>
        </Buttons>
      </Form>
    </>,
  )
}
