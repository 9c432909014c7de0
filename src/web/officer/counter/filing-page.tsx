import type { StoredFile } from '../../../documents/index.ts'
import { postOf } from '../../../organisations/index.ts'
import type { CompetentAgency, ProcedureVersion } from '../../../procedures/index.ts'
import { channelWords, type Language, refusalWords, say, type Words } from '../../../words/index.ts'
import { FormFields } from '../../forms/index.ts'
import {
  asset,
  Button,
  Buttons,
  Checkbox,
  DateParts,
  Details,
  ErrorSummary,
  type FieldProps,
  Form,
  FormSection,
  Heading,
  MandatoryNote,
  Notice,
  type Option,
  type Problem,
  problemOf,
  RadioGroup,
  TextField,
} from '../../ui/index.ts'
import { type Answer, onceKey, type SignedVisit } from '../../visit.ts'
import { errorOf } from '../acts/assign.tsx'
import { officerPage } from '../page.tsx'
import { areaWords } from '../queue-words.ts'
import { shortProcedure } from '../rows.tsx'
import { ApplicantFields } from './applicant.tsx'
import type { Found } from './look-up.ts'
import { Scans } from './scans.tsx'

const words = {
  arrival: { vi: 'Hồ sơ đến', en: 'How it came' },
  channel: { vi: 'Nộp qua', en: 'Filed by' },
  agency: { vi: 'Cơ quan giải quyết', en: 'Competent agency' },
  returnBy: { vi: 'Người nộp muốn nhận kết quả', en: 'The applicant wants the result' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  counter: { vi: 'Tại quầy', en: 'At the counter' },
  post: { vi: 'Qua bưu chính công ích', en: 'By public post' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  hasAccount: { vi: 'Đã tìm thấy tài khoản', en: 'The account is found' },
  hasAccountNext: {
    vi: 'Thông tin của {name} đã được điền sẵn bên dưới. Đối chiếu với giấy tờ người nộp xuất trình.',
    en: 'The particulars of {name} are filled in below. Compare them with the paper shown.',
  },
  noAccount: { vi: 'Chưa có tài khoản với số này', en: 'There is no account under this number' },
  noAccountNext: {
    vi: 'Nhập thông tin người nộp; hệ thống mở tài khoản khi ghi hồ sơ.',
    en: 'Enter the particulars; the account is opened when the dossier is entered.',
  },
  notANumber: {
    vi: 'Nhập số định danh 12 chữ số, mã số thuế, hoặc quét mã trên thẻ căn cước',
    en: 'Enter the 12 digits of the identity number or the tax code, or scan the card',
  },
  form: { vi: 'Tờ khai', en: 'Form' },
  lent: {
    vi: 'Ô nào của tờ khai hỏi lại thông tin người nộp thì để trống được: hệ thống lấy từ phần trên.',
    en: 'Where the form asks for the applicant’s particulars again, it may be left blank: they are taken from above.',
  },
  scans: { vi: 'Kèm bản quét giấy tờ (không bắt buộc)', en: 'Attach scans (optional)' },
  scansLead: {
    vi: 'Có thể quét sau. Giấy tờ đã nộp bản giấy được đánh dấu ở bước tiếp nhận.',
    en: 'May be scanned later. Papers on the table are marked when the dossier is accepted.',
  },
  late: { vi: 'Nhập sau thời điểm nhận giấy', en: 'Entered after the papers came in' },
  lateLead: {
    vi: 'Chỉ dùng khi hồ sơ giấy đã nhận trước đó mà chưa nhập được. Thời hạn tính từ lúc nhận giấy; thời điểm nhập và lý do được lưu bên cạnh.',
    en: 'Only for papers taken in earlier. The time counts from then; the moment of entry and the reason are kept beside it.',
  },
  receivedOn: { vi: 'Ngày nhận giấy', en: 'Day the papers came in' },
  receivedTime: { vi: 'Giờ nhận giấy', en: 'Time' },
  timeHint: { vi: 'Ví dụ 08:30', en: 'Such as 08:30' },
  entryReason: { vi: 'Lý do nhập sau', en: 'Why entered later' },
  secret: {
    vi: 'Hồ sơ có tài liệu đóng dấu MẬT, TỐI MẬT hoặc TUYỆT MẬT',
    en: 'It contains papers marked as state secrets',
  },
  submit: { vi: 'Ghi hồ sơ và sang bước tiếp nhận', en: 'Enter and go on to acceptance' },
  reload: { vi: 'Tải lại trang này', en: 'Reload this page' },
} as const satisfies Record<string, Words>

/** A filing at the counter as its page shows it. */
export type Filing = {
  readonly version: ProcedureVersion
  readonly agencies: readonly CompetentAgency[]
  readonly answers: Readonly<Record<string, unknown>>
  readonly problems: readonly Problem[]
  readonly kept: ReadonlyMap<string, readonly StoredFile[]>
}

type Said = { status?: number; no?: Words; found?: Found }

/** Said at the number when it is neither an identity number nor a tax code. */
export function notANumber({ language }: SignedVisit): Problem {
  return { field: 'applicant.identityNumber', message: say(words.notANumber, language) }
}

/** One long page in sections: how it came, who files, the e-form, the scans. */
export async function filingPage(
  visit: SignedVisit,
  filing: Filing,
  { status, no, found }: Said = {},
): Promise<Answer> {
  const { language, csrf } = visit
  const { version, problems, answers, kept } = filing
  const { definition } = version
  const here = `/viec/tiep-nhan-truc-tiep/${definition.code}`
  const name = definition.shortName ?? shortProcedure(definition.name)
  const typed = status ? visit.form : undefined
  const said = visit.query['het-han'] ? refusalWords['form-expired'] : no
  return officerPage(
    visit,
    {
      title: name,
      back: { href: '/viec/tiep-nhan-truc-tiep', label: say(areaWords.counter, language) },
      wrong: status !== undefined && status >= 400,
    },
    <>
      <ErrorSummary problems={problems} language={language} />
      {said && problems.length === 0 && (
        <Notice tone="important" title={say(said, language)}>
          <p>
            <a href={here}>{say(words.reload, language)}</a>
          </p>
        </Notice>
      )}
      <Heading kicker={definition.code}>{name}</Heading>
      <MandatoryNote language={language} />
      <Form action={here} csrf={csrf} multipart hidden={{ once: onceKey() }}>
        <FormSection title={say(words.arrival, language)}>
          <Arrival visit={visit} filing={filing} typed={typed} />
        </FormSection>
        <FormSection title={say(words.applicant, language)}>
          {found && found !== 'not-a-number' && found !== 'too-many' && (
            <Notice
              tone={found === 'none' ? 'important' : 'success'}
              title={say(found === 'none' ? words.noAccount : words.hasAccount, language)}
            >
              <p>
                {found === 'none'
                  ? say(words.noAccountNext, language)
                  : say(words.hasAccountNext, language, { name: found.profile.name })}
              </p>
            </Notice>
          )}
          <ApplicantFields audience={definition.audience} typed={typed} problems={problems} language={language} />
        </FormSection>
        <p class="prose muted">{say(words.lent, language)}</p>
        <FormFields form={definition.form} value={answers} problems={problems} language={language} autofill={false} />
        <Details summary={say(words.scans, language)} open={hasScans(filing)}>
          <div class="form">
            <p class="muted">{say(words.scansLead, language)}</p>
            <Scans components={definition.components} kept={kept} problems={problems} language={language} />
          </div>
        </Details>
        <Details summary={say(words.late, language)} open={isLate(typed?.fields, problems)}>
          <div class="form">
            <p class="muted">{say(words.lateLead, language)}</p>
            <Late typed={typed?.fields ?? {}} problems={problems} language={language} />
          </div>
        </Details>
        <Checkbox
          language={language}
          name="mat"
          label={say(words.secret, language)}
          {...errorOf(problemOf(problems, 'mat'))}
        />
        <Buttons>
          <Button>{say(words.submit, language)}</Button>
        </Buttons>
      </Form>
      <script type="module" src={asset('conditions.js').url} />
    </>,
    status,
  )
}

/** Folded away until there is something in it: most papers are scanned later, or are on the table. */
function hasScans({ kept, problems }: Filing): boolean {
  return kept.size > 0 || problems.some(({ field }) => field.startsWith('file.'))
}

const lateFields = ['receivedOn', 'receivedTime', 'entryReason'] as const

function isLate(typed: Readonly<Record<string, string>> = {}, problems: readonly Problem[]): boolean {
  return Boolean(typed['receivedOn-day']) || problems.some(({ field }) => lateFields.some((one) => one === field))
}

/** When the papers really came in, for a filing that is entered only later. */
function Late({
  typed,
  problems,
  language,
}: {
  typed: Readonly<Record<string, string>>
  problems: readonly Problem[]
  language: Language
}) {
  const field = (name: (typeof lateFields)[number]) => ({
    language,
    name,
    label: say(words[name], language),
    optional: true,
    ...errorOf(problemOf(problems, name)),
  })
  const part = (name: string) => typed[`receivedOn-${name}`]
  return (
    <>
      <DateParts {...field('receivedOn')} value={{ day: part('day'), month: part('month'), year: part('year') }} />
      <TextField
        {...field('receivedTime')}
        hint={say(words.timeHint, language)}
        value={typed['receivedTime']}
        width="short"
        maxlength={5}
        autocomplete="off"
      />
      <TextField {...field('entryReason')} value={typed['entryReason']} maxlength={500} autocomplete="off" />
    </>
  )
}

type ArrivalProps = { visit: SignedVisit; filing: Filing; typed: SignedVisit['form'] | undefined }

/** How it came, who decides, how the result goes back; what leaves no choice is only said. */
function Arrival({ visit, filing, typed }: ArrivalProps) {
  const { language, viewer } = visit
  const { agencies, problems, version } = filing
  const { definition } = version
  const own = postOf(viewer, 'one-stop-officer')?.agency
  const nearest = agencies.find(({ id }) => id === own) ?? agencies[0]
  const channels = (['counter', 'post'] as const).filter((one) => definition.channels.includes(one))
  const ways = definition.returnBy.includes('counter') ? 'counter' : definition.returnBy[0]
  const group = (name: 'channel' | 'agency' | 'returnBy', first: string | undefined, options: readonly Option[]) => (
    <Choice
      language={language}
      name={name}
      label={say(words[name], language)}
      value={typed?.fields[name] ?? first}
      options={options}
      {...errorOf(problemOf(problems, name))}
    />
  )
  return (
    <>
      {group(
        'channel',
        channels[0],
        channels.map((one) => ({ value: one, label: say(channelWords[one], language) })),
      )}
      {group(
        'agency',
        nearest?.id,
        agencies.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {group(
        'returnBy',
        ways,
        definition.returnBy.map((one) => ({ value: one, label: say(words[one], language) })),
      )}
    </>
  )
}

function Choice(props: FieldProps & { options: readonly Option[]; value?: string | undefined }) {
  const [only, ...others] = props.options
  if (!only || others.length > 0 || props.error)
    return <RadioGroup {...props} inline={props.options.every(({ label }) => label.length < 24)} />
  return (
    <p>
      {props.label}: <strong>{only.label}</strong>
      <input type="hidden" name={props.name} value={only.value} />
    </p>
  )
}
