import { loginsOf, register as registerAct, signIn } from '../../accounts/index.ts'
import { policyFor } from '../../policy/index.ts'
import { type Refusal, say, type Words } from '../../words/index.ts'
import {
  addresses,
  Button,
  Buttons,
  Checkbox,
  DateParts,
  ErrorSummary,
  Form,
  FormSection,
  Heading,
  MandatoryNote,
  PasswordField,
  type Problem,
  problemOf,
  RadioGroup,
  Tabs,
  TextField,
} from '../ui/index.ts'
import type { Answer, PageDoor, Visit } from '../visit.ts'
import { addressWith } from './cursor.ts'
import { localPath } from './local-path.ts'
import { type KindOfAccount, messages, readRegistration } from './register-body.ts'
import { browserOf, enter } from './session.ts'
import { refusalSentence, show, tellerOf } from './show.tsx'

const words = {
  title: { vi: 'Tạo tài khoản', en: 'Create an account' },
  lead: {
    vi: 'Một người hoặc một tổ chức có một tài khoản. Thông tin này được điền sẵn vào các tờ khai của bạn.',
    en: 'One person or organisation, one account. What you give here is filled into your forms.',
  },
  kinds: { vi: 'Loại tài khoản', en: 'Kind of account' },
  person: { vi: 'Cá nhân', en: 'Person' },
  organisation: { vi: 'Tổ chức, doanh nghiệp', en: 'Organisation or business' },
  who: { vi: 'Bạn là ai', en: 'Who you are' },
  name: { vi: 'Họ, chữ đệm, tên', en: 'Full name' },
  organisationName: { vi: 'Tên tổ chức, doanh nghiệp', en: 'Name of the organisation' },
  identity: { vi: 'Số định danh cá nhân', en: 'Personal identity number' },
  identityHint: { vi: 'Gồm 12 chữ số, in trên thẻ căn cước.', en: '12 digits, printed on the identity card.' },
  tax: { vi: 'Mã số thuế', en: 'Tax code' },
  taxHint: {
    vi: 'Gồm 10 chữ số; chi nhánh thêm gạch nối và 3 chữ số.',
    en: '10 digits; a branch adds a dash and 3 digits.',
  },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
  representative: { vi: 'Người đại diện theo pháp luật', en: 'Representative before the law' },
  contact: { vi: 'Liên hệ', en: 'Contact' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  addressHint: {
    vi: 'Số nhà, đường hoặc thôn; xã, phường; tỉnh, thành phố.',
    en: 'House and street or hamlet; commune; province.',
  },
  phone: { vi: 'Số điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  signIn: { vi: 'Để đăng nhập', en: 'To sign in' },
  username: { vi: 'Tên đăng nhập', en: 'Username' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  terms: {
    vi: 'Thông tin trên là của tôi hoặc của tổ chức tôi đại diện. Tôi đồng ý điều khoản sử dụng và giữ bí mật tài khoản của mình',
    en: 'This is my own information or that of the organisation I represent. I accept the terms of use and keep my account to myself',
  },
  termsLead: {
    vi: 'Bạn giữ bí mật mật khẩu, mã xác thực và không cho người khác dùng tài khoản. Xem',
    en: 'You keep password and codes to yourself and let nobody else use the account. See the',
  },
  termsLink: { vi: 'điều khoản sử dụng', en: 'terms of use' },
  submit: { vi: 'Tạo tài khoản', en: 'Create the account' },
  have: { vi: 'Bạn đã có tài khoản?', en: 'You already have an account?' },
  toSignIn: { vi: 'Đăng nhập', en: 'Sign in' },
} as const satisfies Record<string, Words>

/** At which question a no of the act belongs. */
const fieldOf: Partial<Record<Refusal, string>> = {
  'username-taken': 'username',
  'too-many-requests': 'username',
  'password-weak': 'password',
  'name-wrong': 'displayName',
  'representative-needed': 'representative',
}

/** A person or an organisation opens an account and is signed in at once. */
export const register: PageDoor = {
  path: '/dang-ky',
  for: 'anyone',
  get: async (visit) => {
    if (visit.viewer) return { redirect: addresses.account }
    const elsewhere = await nationalRegistration(visit)
    return elsewhere ? { redirect: elsewhere } : page(visit)
  },
  post: async (visit) => {
    const { house, form, language, now } = visit
    const read = readRegistration(form, kindOf(visit), tellerOf(language))
    if ('problems' in read) return page(visit, read.problems)
    const made = await house.atDesk(null, (desk) =>
      registerAct(desk, read.body, { address: visit.request.ip, visitor: visit.csrf }),
    )
    if (!made.ok) {
      const field = fieldOf[made.refusal] ?? 'identityNumber'
      return page(visit, [{ field, message: refusalSentence(made.refusal, language) }])
    }
    const { username, password } = read.body
    const signed = await signIn(house.db, { username, password }, browserOf(visit), now)
    return { redirect: signed.ok ? await enter(visit, signed.value) : addresses.signIn }
  },
}

/** Where the province sends people who want an account: to the national portal, when it chose so. */
async function nationalRegistration({ house, now }: Visit): Promise<string | undefined> {
  if ((await policyFor(house.db, now)).get('accounts.entrance') !== 'national') return undefined
  return loginsOf(house.config).find(({ id }) => id === 'national-portal')?.register
}

function kindOf({ query, form }: Visit): KindOfAccount {
  return (form.fields['loai'] ?? query['loai']) === 'to-chuc' ? 'organisation' : 'person'
}

function page(visit: Visit, problems: readonly Problem[] = []): Promise<Answer> {
  const { language, csrf, form, query } = visit
  const t = tellerOf(language)
  const kind = kindOf(visit)
  const back = localPath(form.fields['ve'] ?? query['ve'])
  const person = kind === 'person'
  const here = (loai?: string) => addressWith('/dang-ky', { loai, ve: back })
  return show(
    visit,
    { title: t(words.title), search: false, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
      <Tabs
        language={language}
        label={t(words.kinds)}
        tabs={[
          { label: t(words.person), href: here(), current: person },
          { label: t(words.organisation), href: here('to-chuc'), current: !person },
        ]}
      />
      <MandatoryNote language={language} />
      <Form
        action="/dang-ky"
        csrf={csrf}
        hidden={{ loai: person ? 'ca-nhan' : 'to-chuc', ...(back ? { ve: back } : {}) }}
      >
        <WhoAndContact visit={visit} problems={problems} person={person} />
        <FormSection title={t(words.signIn)}>
          <TextField
            language={language}
            name="username"
            label={t(words.username)}
            hint={say(messages.username, language)}
            value={form.fields['username']}
            error={problemOf(problems, 'username')}
            autocomplete="username"
            spellcheck={false}
          />
          <PasswordField
            language={language}
            name="password"
            label={t(words.password)}
            hint={say(messages.password, language)}
            error={problemOf(problems, 'password')}
            autocomplete="new-password"
          />
        </FormSection>
        <p class="prose">
          {t(words.termsLead)} <a href={addresses.terms}>{t(words.termsLink)}</a>.
        </p>
        <Checkbox
          language={language}
          name="acceptTerms"
          label={t(words.terms)}
          checked={form.fields['acceptTerms'] === 'true'}
          error={problemOf(problems, 'acceptTerms')}
        />
        <Buttons>
          <Button>{t(words.submit)}</Button>
        </Buttons>
      </Form>
      <p>
        {t(words.have)} <a href={addressWith(addresses.signIn, { ve: back })}>{t(words.toSignIn)}</a>
      </p>
    </>,
  )
}

function WhoAndContact({ visit, problems, person }: { visit: Visit; problems: readonly Problem[]; person: boolean }) {
  const { language, form } = visit
  const t = tellerOf(language)
  const field = (name: string) => ({ language, name, value: form.fields[name], error: problemOf(problems, name) })
  const dated = {
    day: form.fields['birthDate-day'],
    month: form.fields['birthDate-month'],
    year: form.fields['birthDate-year'],
  }
  return (
    <>
      <FormSection title={t(words.who)}>
        <TextField
          {...field('displayName')}
          label={t(person ? words.name : words.organisationName)}
          autocomplete={person ? 'name' : 'organization'}
        />
        <TextField
          {...field('identityNumber')}
          label={t(person ? words.identity : words.tax)}
          hint={t(person ? words.identityHint : words.taxHint)}
          width="medium"
          inputmode="numeric"
          autocomplete="off"
          spellcheck={false}
        />
        {person ? (
          <>
            <DateParts {...field('birthDate')} value={dated} label={t(words.birthDate)} autocomplete="bday" optional />
            <RadioGroup
              {...field('sex')}
              label={t(words.sex)}
              options={[
                { value: 'nam', label: t(words.male) },
                { value: 'nữ', label: t(words.female) },
              ]}
              inline
              optional
            />
          </>
        ) : (
          <TextField {...field('representative')} label={t(words.representative)} autocomplete="name" />
        )}
      </FormSection>
      <FormSection title={t(words.contact)}>
        <TextField
          {...field('address')}
          label={t(words.address)}
          hint={t(words.addressHint)}
          autocomplete="street-address"
          optional
        />
        <TextField
          {...field('phone')}
          label={t(words.phone)}
          type="tel"
          inputmode="tel"
          width="medium"
          autocomplete="tel"
          optional
        />
        <TextField
          {...field('email')}
          label={t(words.email)}
          type="email"
          inputmode="email"
          autocomplete="email"
          spellcheck={false}
          optional
        />
      </FormSection>
    </>
  )
}
