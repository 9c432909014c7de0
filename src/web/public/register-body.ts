import { registerBody } from '../../accounts/index.ts'
import {
  checkIdentityNumber,
  checkName,
  checkPhone,
  checkRepresentative,
  checkTaxCode,
  isStrongPassword,
} from '../../accounts/law/index.ts'
import type { Form } from '../form-body.ts'
import type { Problem } from '../ui/index.ts'
import type { Teller } from './show.tsx'

type Body = ReturnType<typeof registerBody.parse>

export const messages = {
  displayName: {
    vi: 'Nhập họ, chữ đệm, tên như trên thẻ căn cước.',
    en: 'Enter the full name as on the identity card.',
  },
  organisationName: {
    vi: 'Nhập tên tổ chức, doanh nghiệp như trên giấy đăng ký.',
    en: 'Enter the name of the organisation as registered.',
  },
  identity: {
    vi: 'Nhập đúng 12 chữ số của số định danh cá nhân, như trên thẻ căn cước.',
    en: 'Enter the 12 digits on the identity card.',
  },
  tax: {
    vi: 'Nhập mã số thuế 10 chữ số; chi nhánh thêm gạch nối và 3 chữ số.',
    en: 'Enter the tax code, 10 digits; a branch adds a dash and 3 digits.',
  },
  representative: {
    vi: 'Nhập họ tên người đại diện theo pháp luật.',
    en: 'Enter the name of the legal representative.',
  },
  birthDate: {
    vi: 'Nhập ngày sinh, ví dụ 27 3 1985; không rõ ngày, tháng thì chỉ nhập năm.',
    en: 'Enter the date of birth, for example 27 3 1985; or the year alone.',
  },
  phone: {
    vi: 'Nhập số điện thoại đủ 10 chữ số, ví dụ 0905 123 456.',
    en: 'Enter a phone number with 10 digits, for example 0905 123 456.',
  },
  email: { vi: 'Nhập thư điện tử theo dạng ten@vidu.vn.', en: 'Enter an e-mail address, for example name@example.vn.' },
  username: {
    vi: 'Nhập tên đăng nhập 3–40 ký tự: chữ thường không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới.',
    en: 'Enter a username of 3–40 signs: small letters without marks, digits, dot, dash or underscore.',
  },
  password: {
    vi: 'Chọn mật khẩu ít nhất 8 ký tự, có chữ thường, chữ hoa, chữ số và ký tự khác.',
    en: 'Choose a password of 8 signs or more with a small letter, a capital, a digit and another sign.',
  },
  acceptTerms: { vi: 'Đánh dấu vào ô đồng ý để tạo tài khoản.', en: 'Tick the box to create the account.' },
  other: { vi: 'Kiểm tra lại mục này rồi nhập lại.', en: 'Check this and enter it again.' },
} as const

export type KindOfAccount = 'person' | 'organisation'

/** What was typed as the act wants it, or every place to mend in the order of the page. */
export function readRegistration(form: Form, kind: KindOfAccount, t: Teller): { body: Body } | { problems: Problem[] } {
  const { fields } = form
  const typed = (name: string) => (fields[name] ?? '').trim() || undefined
  const phone = typed('phone')
  const checkedPhone = phone ? checkPhone(phone) : undefined
  const read = registerBody.safeParse({
    kind,
    username: fields['username'] ?? '',
    password: fields['password'] ?? '',
    displayName: fields['displayName'] ?? '',
    identityNumber: fields['identityNumber'] ?? '',
    birthDate: birthDateOf(fields),
    sex: typed('sex'),
    address: typed('address'),
    phone: checkedPhone?.ok ? checkedPhone.value : phone,
    email: typed('email'),
    representative: typed('representative'),
    acceptTerms: fields['acceptTerms'] === 'true',
  })
  const wrong = new Set(read.success ? [] : read.error.issues.map(({ path }) => String(path[0])))
  const identity =
    kind === 'person'
      ? checkIdentityNumber(fields['identityNumber'] ?? '')
      : checkTaxCode(fields['identityNumber'] ?? '')
  if (!identity.ok) wrong.add('identityNumber')
  if (!checkRepresentative(kind, typed('representative')).ok) wrong.add('representative')
  if (!checkName(kind, (fields['displayName'] ?? '').trim()).ok) wrong.add('displayName')
  if (!isStrongPassword(fields['password'] ?? '')) wrong.add('password')
  if (checkedPhone && !checkedPhone.ok) wrong.add('phone')
  if (read.success && wrong.size === 0) return { body: read.data }
  return {
    problems: order.filter((name) => wrong.has(name)).map((field) => ({ field, message: t(messageFor(field, kind)) })),
  }
}

const order = [
  'displayName',
  'identityNumber',
  'birthDate',
  'sex',
  'representative',
  'address',
  'phone',
  'email',
  'username',
  'password',
  'acceptTerms',
]

function messageFor(field: string, kind: KindOfAccount) {
  if (field === 'displayName' && kind === 'organisation') return messages.organisationName
  if (field === 'identityNumber') return kind === 'person' ? messages.identity : messages.tax
  return field in messages ? messages[field as keyof typeof messages] : messages.other
}

/** `1985-03-27`, or as much of it as is known; a gap in the middle stays a text that is no date. */
function birthDateOf(fields: Form['fields']): string | undefined {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => (fields[`birthDate-${part}`] ?? '').trim())
  if (!year && !month && !day) return undefined
  return [year, ...(month || day ? [month?.padStart(2, '0')] : []), ...(day ? [day.padStart(2, '0')] : [])].join('-')
}
