import { publishTerms, publishTermsBody, termsInForce, termsPublished } from '../../accounts/index.ts'
import { dayOf } from '../../ground/day.ts'
import { refusalText, say, type Words } from '../../words/index.ts'
import { areaWords, officerDoor, officerPage } from '../officer/desk.ts'
import {
  addresses,
  Button,
  Buttons,
  DataTable,
  DateParts,
  DayText,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  type Problem,
  problemOf,
  Section,
  TextArea,
  TextField,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { typedDay } from './typed-day.ts'

const path = '/quan-tri/dieu-khoan'

const words = {
  lead: {
    vi: 'Người dân và tổ chức đồng ý bản đang có hiệu lực khi đăng ký; khi có bản mới, họ được hỏi ở lần đăng nhập tiếp theo.',
    en: 'People and organisations accept the edition in force when they register; a new one is asked of them at their next sign-in.',
  },
  now: { vi: 'Đang có hiệu lực', en: 'In force' },
  read: { vi: 'Đọc bản đang có hiệu lực', en: 'Read the edition in force' },
  published: { vi: 'Các bản đã ban hành', en: 'Editions' },
  none: {
    vi: 'Tỉnh chưa ban hành bản riêng; bản có sẵn của hệ thống đang áp dụng.',
    en: 'The province has published none of its own; the product’s applies.',
  },
  edition: { vi: 'Bản', en: 'Edition' },
  from: { vi: 'Có hiệu lực từ', en: 'In force from' },
  decision: { vi: 'Văn bản ban hành', en: 'Decision' },
  add: { vi: 'Ban hành bản mới', en: 'Publish a new edition' },
  vi: { vi: 'Nội dung tiếng Việt', en: 'Vietnamese text' },
  en: { vi: 'Nội dung tiếng Anh', en: 'English text' },
  textHint: { vi: 'Cách đoạn bằng một dòng trống.', en: 'Part paragraphs by an empty line.' },
  submit: { vi: 'Ban hành', en: 'Publish' },
  saved: { vi: 'Đã ban hành bản mới', en: 'The new edition is published' },
  dayNeeded: { vi: 'Ghi ngày, tháng, năm.', en: 'Give day, month and year.' },
  textNeeded: { vi: 'Ghi đủ nội dung, ít nhất 100 ký tự.', en: 'Give the whole text, at least 100 signs.' },
  decisionNeeded: { vi: 'Ghi số và tên văn bản ban hành.', en: 'Name the decision.' },
} as const satisfies Record<string, Words>

/** The terms of use: which edition is in force, which were, and publishing the next. */
export const termsAdmin = officerDoor(path, {
  may: 'manage-accounts',
  get: (visit) => page(visit),
  post: async (visit) => {
    const { house, viewer, form, language } = visit
    const from = typedDay(form.fields, 'from')
    const { vi = '', en = '', decision = '' } = form.fields
    const read = publishTermsBody.safeParse({ vi, en, decision, from: from ?? '' })
    if (!read.success) {
      const wrong = new Set(read.error.issues.map((one) => String(one.path[0])))
      const said = { vi: words.textNeeded, en: words.textNeeded, decision: words.decisionNeeded, from: words.dayNeeded }
      const fields = (['vi', 'en', 'decision', 'from'] as const).filter((name) => wrong.has(name))
      return page(
        visit,
        fields.map((field) => ({ field, message: say(said[field], language) })),
      )
    }
    const published = await house.atDesk(viewer, (desk) => publishTerms(desk, read.data))
    if (!published.ok) return page(visit, [{ field: 'from', message: refusalText(published, language) }])
    return { redirect: `${path}?xong=1` }
  },
})

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { house, language, query, now } = visit
  const title = say(areaWords.terms, language)
  const [inForce, published] = [await termsInForce(house.db, dayOf(now)), await termsPublished(house.db)]
  return officerPage(
    visit,
    { title, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      {query['xong'] === '1' && problems.length === 0 && <Notice tone="success" title={say(words.saved, language)} />}
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      <Section title={say(words.now, language)}>
        <p>
          {inForce.edition} · <a href={addresses.terms}>{say(words.read, language)}</a>
        </p>
      </Section>
      <Section title={say(words.published, language)}>
        <DataTable
          language={language}
          caption={say(words.published, language)}
          quietCaption
          rows={published}
          columns={[
            { label: say(words.edition, language), cell: ({ edition }) => edition },
            {
              label: say(words.from, language),
              cell: ({ from }) => <DayText day={from} language={language} weekday={false} />,
            },
            { label: say(words.decision, language), names: true, cell: ({ decision }) => decision },
          ]}
          empty={<p class="muted">{say(words.none, language)}</p>}
        />
      </Section>
      <Section title={say(words.add, language)}>
        <PublishForm visit={visit} problems={problems} />
      </Section>
    </>,
    problems.length > 0 ? 422 : undefined,
  )
}

function PublishForm({
  visit: { language, csrf, form },
  problems,
}: {
  visit: SignedVisit
  problems: readonly Problem[]
}) {
  const field = (name: 'vi' | 'en' | 'decision' | 'from') => ({
    language,
    name,
    label: say(words[name], language),
    error: problemOf(problems, name),
  })
  const { fields } = form
  return (
    <Form action={path} csrf={csrf}>
      <TextArea {...field('vi')} hint={say(words.textHint, language)} value={fields['vi']} maxlength={20_000} />
      <TextArea {...field('en')} hint={say(words.textHint, language)} value={fields['en']} maxlength={20_000} />
      <TextField {...field('decision')} value={fields['decision']} autocomplete="off" maxlength={200} />
      <DateParts
        {...field('from')}
        value={{ day: fields['from-day'], month: fields['from-month'], year: fields['from-year'] }}
      />
      <Buttons>
        <Button>{say(words.submit, language)}</Button>
      </Buttons>
    </Form>
  )
}
