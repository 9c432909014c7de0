import type { z } from 'zod'
import { applicantBody } from '../../../accounts/index.ts'
import { checkIdentityNumber, checkTaxCode } from '../../../accounts/law/index.ts'
import { type Language, refusalWords, say, type Words } from '../../../words/index.ts'
import type { Form } from '../../form-body.ts'
import { Button, DateParts, type FieldProps, type Problem, problemOf, RadioGroup, TextField } from '../../ui/index.ts'
import { errorOf } from '../acts/assign.tsx'
import { numberOn } from './look-up.ts'

const words = {
  kind: { vi: 'Người nộp là', en: 'The applicant is' },
  person: { vi: 'Cá nhân', en: 'A person' },
  organisation: { vi: 'Tổ chức, doanh nghiệp', en: 'An organisation' },
  displayName: { vi: 'Họ và tên, hoặc tên tổ chức', en: 'Name' },
  identityNumber: { vi: 'Số định danh cá nhân, hoặc mã số thuế', en: 'Identity number, or tax code' },
  lookUp: { vi: 'Tra tài khoản theo số này', en: 'Look the account up by this number' },
  identityHint: {
    vi: 'Ai đã có tài khoản thì hồ sơ vào tài khoản đó; chưa có thì hệ thống mở tài khoản mới.',
    en: 'Whoever has an account files under it; for others one is opened.',
  },
  birthDate: { vi: 'Ngày sinh', en: 'Date of birth' },
  birthHint: { vi: 'Không rõ ngày, tháng thì chỉ ghi năm.', en: 'The year alone when the day is not known.' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  nam: { vi: 'Nam', en: 'Male' },
  nữ: { vi: 'Nữ', en: 'Female' },
  khác: { vi: 'Khác', en: 'Other' },
  phone: { vi: 'Số điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  address: { vi: 'Nơi cư trú, hoặc trụ sở', en: 'Address' },
  representative: { vi: 'Người đại diện theo pháp luật của tổ chức', en: 'Legal representative of the organisation' },
} as const satisfies Record<string, Words>

const problemWords = {
  kind: {
    vi: 'Chọn người nộp là cá nhân hay tổ chức',
    en: 'Choose whether the applicant is a person or an organisation',
  },
  displayName: { vi: 'Nhập họ và tên người nộp', en: 'Enter the name' },
  identityNumber: {
    vi: 'Nhập số định danh cá nhân 12 chữ số, hoặc mã số thuế',
    en: 'Enter the identity number or the tax code',
  },
  birthDate: {
    vi: 'Nhập ngày sinh đủ ngày, tháng, năm, hoặc chỉ năm, ví dụ 27 3 1985',
    en: 'Enter the date of birth, or the year alone',
  },
  email: {
    vi: 'Nhập thư điện tử theo dạng ten@vidu.vn, hoặc để trống',
    en: 'Enter the e-mail as name@example.vn, or leave it blank',
  },
} as const satisfies Record<string, Words>

const mend: Words = { vi: 'Kiểm tra lại mục này của người nộp', en: 'Check this field of the applicant' }

/** Who stands at the counter or sent the letter; the fields are named `applicant.…`. */
export function ApplicantFields({
  audience,
  typed,
  problems,
  language,
}: {
  /** Whom the procedure is for. */
  audience: readonly ('person' | 'organisation')[]
  typed: Form | undefined
  problems: readonly Problem[]
  language: Language
}) {
  const value = (name: string) => typed?.fields[`applicant.${name}`]
  const field = (name: keyof typeof words, optional = false): FieldProps => ({
    language,
    name: `applicant.${name}`,
    label: say(words[name], language),
    optional,
    ...errorOf(problemOf(problems, `applicant.${name}`)),
  })
  const choice = (name: 'person' | 'organisation' | 'nam' | 'nữ' | 'khác') => ({
    value: name,
    label: say(words[name], language),
  })
  return (
    <>
      {audience.length > 1 ? (
        <RadioGroup {...field('kind')} value={value('kind') ?? audience[0]} inline options={audience.map(choice)} />
      ) : (
        <input type="hidden" name="applicant.kind" value={audience[0]} />
      )}
      <TextField
        {...field('identityNumber')}
        hint={say(words.identityHint, language)}
        value={value('identityNumber')}
        width="medium"
        inputmode="numeric"
        autocomplete="off"
        spellcheck={false}
      />
      <p>
        <Button kind="quiet" name="tra" value="1" formnovalidate>
          {say(words.lookUp, language)}
        </Button>
      </p>
      <TextField {...field('displayName')} value={value('displayName')} autocomplete="off" maxlength={120} />
      <DateParts
        {...field('birthDate', true)}
        hint={say(words.birthHint, language)}
        value={{ day: value('birthDate-day'), month: value('birthDate-month'), year: value('birthDate-year') }}
      />
      <RadioGroup
        {...field('sex', true)}
        value={value('sex')}
        inline
        options={[choice('nam'), choice('nữ'), choice('khác')]}
      />
      <TextField
        {...field('phone', true)}
        value={value('phone')}
        width="medium"
        type="tel"
        inputmode="tel"
        autocomplete="off"
      />
      <TextField
        {...field('email', true)}
        value={value('email')}
        type="email"
        inputmode="email"
        autocomplete="off"
        spellcheck={false}
      />
      <TextField {...field('address', true)} value={value('address')} autocomplete="off" maxlength={300} />
      {audience.includes('organisation') && (
        <TextField
          {...field('representative', true)}
          value={value('representative')}
          autocomplete="off"
          maxlength={120}
        />
      )}
    </>
  )
}

export type Applicant = z.output<typeof applicantBody>

/** What was typed about the applicant, or what is to be mended. */
export function readApplicant(
  { fields }: Form,
  language: Language,
): { applicant: Applicant } | { problems: Problem[] } {
  const text = (name: string) => fields[`applicant.${name}`]?.normalize('NFC').trim() || undefined
  const birthDate = partialDate(fields)
  const given = {
    kind: text('kind'),
    displayName: text('displayName'),
    identityNumber: text('identityNumber') && numberOn(text('identityNumber')!),
    birthDate,
    sex: text('sex'),
    phone: text('phone'),
    email: text('email'),
    address: text('address'),
    representative: text('representative'),
  }
  const read = applicantBody.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  )
  if (read.success) {
    const { kind, identityNumber } = read.data
    const number = kind === 'person' ? checkIdentityNumber(identityNumber) : checkTaxCode(identityNumber)
    if (number.ok) return { applicant: read.data }
    return { problems: [{ field: 'applicant.identityNumber', message: say(refusalWords[number.refusal], language) }] }
  }
  const names = [...new Set(read.error.issues.map(({ path }) => String(path[0])))]
  const said: Readonly<Record<string, Words>> = problemWords
  return { problems: names.map((name) => ({ field: `applicant.${name}`, message: say(said[name] ?? mend, language) })) }
}

function partialDate(fields: Form['fields']): string | undefined {
  const part = (name: string) => (fields[`applicant.birthDate-${name}`] ?? '').replaceAll(/[\s-]/g, '')
  const [year, month, day] = [part('year'), part('month'), part('day')]
  const text = [year, ...(month || day ? [month.padStart(2, '0')] : []), ...(day ? [day.padStart(2, '0')] : [])].join(
    '-',
  )
  return text || undefined
}

/** What the applicant's particulars lend to the e-form, by the names its fields ask for. */
export function lendsOf(applicant: Applicant): Record<string, unknown> {
  const { displayName, identityNumber, birthDate, sex, phone, email, address, representative } = applicant
  return { name: displayName, identityNumber, birthDate, sex, phone, email, address, representative }
}
