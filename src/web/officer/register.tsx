import { durationText } from '../../calendar/index.ts'
import { registerKeptBy, type RegisterLine, registerPage, registerPdf } from '../../dossiers/index.ts'
import { write } from '../../audit/index.ts'
import { addDays, dayOf } from '../../ground/day.ts'
import { isId } from '../../ground/uuid.ts'
import { type Language, refusalWords, say, type Words } from '../../words/index.ts'
import {
  DataTable,
  DateTime,
  EmptyState,
  Filters,
  Heading,
  Notice,
  Pagination,
  SelectField,
  Tag,
  TextField,
} from '../ui/index.ts'
import { readerOf } from '../visit.ts'
import { address, missing, officerDoor, officerPage } from './page.tsx'
import { madePdf } from './preview.ts'
import { areaWords } from './queue-words.ts'
import { lastMonths, spanOf, typed } from './register-span.ts'
import { channelName, dossierAddress, shortProcedure } from './rows.tsx'

const words = {
  lead: {
    vi: 'Hồ sơ quầy đã tiếp nhận, theo thứ tự ghi sổ.',
    en: 'What the counter accepted, in the order of the book.',
  },
  month: { vi: 'Tháng', en: 'Month' },
  from: { vi: 'Hoặc từ ngày (ngày/tháng/năm)', en: 'Or from (day/month/year)' },
  to: { vi: 'Đến ngày', en: 'To' },
  byMonth: { vi: 'Xem theo tháng', en: 'See by month' },
  unclear: {
    vi: 'Nhập cả hai ngày, ví dụ 1/2/2026 và 2/3/2026; ngày đầu không sau ngày cuối, dài nhất một năm. Sổ dưới đây là của cả tháng.',
    en: 'Enter both days, such as 1/2/2026 and 2/3/2026; the first not after the last, a year at most. Below is a whole month.',
  },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  channel: { vi: 'Nộp qua', en: 'Filed by' },
  accepted: { vi: 'Tiếp nhận', en: 'Accepted' },
  checked: { vi: 'Kiểm tra sau', en: 'Checked after' },
  due: { vi: 'Hẹn trả', en: 'Due' },
  issued: { vi: 'Có kết quả', en: 'Issued' },
  returned: { vi: 'Trả', en: 'Returned' },
  late: { vi: 'Quá hạn', en: 'Late' },
  print: {
    vi: 'In sổ những ngày này của {counter} (mẫu 07, PDF)',
    en: 'Print these days of {counter} (form 07, PDF)',
  },
  none: { vi: 'Những ngày này quầy chưa tiếp nhận hồ sơ nào', en: 'Nothing was accepted in these days' },
  noneText: { vi: 'Chọn tháng hoặc ngày khác để xem.', en: 'Choose another month or other days.' },
} as const satisfies Record<string, Words>

/** The register of the counter, by month or from one day to another. */
export const register = officerDoor('/viec/so', {
  may: 'keep-register',
  get: async (visit) => {
    const { language, viewer, query, now, house } = visit
    const months = lastMonths(dayOf(now))
    const span = spanOf(query, months)
    await write(house.db, {
      stream: `account:${viewer.id}`,
      act: 'list',
      actor: viewer.id,
      details: { register: span.month ?? `${span.from}–${span.last}` },
      occurredAt: now,
    })
    const page = await registerPage(readerOf(visit), {
      from: span.from,
      until: addDays(span.last, 1),
      after: cursorOf(query['tu'], query['sau']),
    })
    const title = say(areaWords.register, language)
    const next = page.next && address('/viec/so', { ...span.asked, tu: page.next.at, sau: page.next.id })
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(words.lead, language)}>{title}</Heading>
        {query['qua-dai'] && <Notice tone="important" title={say(refusalWords['register-too-long'], language)} />}
        {span.unclear && <Notice tone="important" title={say(words.unclear, language)} />}
        <Filters action="/viec/so" language={language}>
          <SelectField
            language={language}
            name="thang"
            label={say(words.month, language)}
            value={span.month ?? ''}
            blank="–"
            options={months.map((one) => ({ value: one, label: one.split('-').toReversed().join('/') }))}
            optional
          />
          {(['tu-ngay', 'den-ngay'] as const).map((name) => (
            <TextField
              language={language}
              name={name}
              inputmode="numeric"
              width="short"
              label={say(name === 'tu-ngay' ? words.from : words.to, language)}
              value={span.month ? (query[name] ?? '').slice(0, 20) : typed(span.asked[name])}
              optional
            />
          ))}
        </Filters>
        {!span.month && (
          <p>
            <a href="/viec/so">{say(words.byMonth, language)}</a>
          </p>
        )}
        {page.items.length > 0 &&
          registerKeptBy(readerOf(visit)).map(({ unit, unitName }) => (
            <p>
              <a href={address('/viec/so/in', { ...span.asked, quay: unit })}>
                {say(words.print, language, { counter: unitName })}
              </a>
            </p>
          ))}
        <Book rows={page.items} title={title} language={language} />
        <Pagination language={language} next={next} start={query['tu'] ? address('/viec/so', span.asked) : undefined} />
      </>,
    )
  },
})

/** Form 07 of these days on paper. A book too long for one paper is said on the register itself. */
export const registerPaper = officerDoor('/viec/so/in', {
  may: 'keep-register',
  get: async (visit) => {
    const { query, now } = visit
    const span = spanOf(query, lastMonths(dayOf(now)))
    const made = await registerPdf(readerOf(visit), {
      from: span.from,
      until: addDays(span.last, 1),
      unit: query['quay'],
    })
    if (made.ok) return madePdf(made.value)
    if (made.refusal === 'not-found') return missing(visit)
    return { redirect: address('/viec/so', { ...span.asked, 'qua-dai': '1' }) }
  },
})

function Book({ rows, title, language }: { rows: readonly RegisterLine[]; title: string; language: Language }) {
  const time = (at: Date | null) => (at ? <DateTime at={at} language={language} short /> : '–')
  return (
    <DataTable
      language={language}
      caption={title}
      quietCaption
      rows={rows}
      columns={[
        {
          label: say(words.code, language),
          names: true,
          whole: true,
          cell: ({ id, code }) => <a href={dossierAddress(id)}>{code}</a>,
        },
        { label: say(words.procedure, language), cell: ({ procedure }) => shortProcedure(procedure) },
        { label: say(words.applicant, language), cell: ({ applicantName }) => applicantName },
        { label: say(words.channel, language), whole: true, cell: ({ channel }) => channelName(channel, language) },
        {
          label: say(words.checked, language),
          cell: ({ minutesToFirstCheck: minutes }) =>
            minutes === null ? '–' : durationText(Math.max(0, minutes), 480)[language].replace(/ làm việc$/, ''),
        },
        { label: say(words.accepted, language), cell: ({ acceptedAt }) => time(acceptedAt) },
        { label: say(words.due, language), cell: ({ due }) => time(due) },
        {
          label: say(words.issued, language),
          cell: ({ issuedAt, due }) => (
            <>
              {time(issuedAt)}{' '}
              {issuedAt && due && issuedAt > due && <Tag tone="wrong">{say(words.late, language)}</Tag>}
            </>
          ),
        },
        {
          label: say(words.returned, language),
          cell: ({ returnedAt, returnBy }) => (
            <>
              {time(returnedAt)}
              {returnedAt && <p class="small muted">{channelName(returnBy, language)}</p>}
            </>
          ),
        },
      ]}
      empty={
        <EmptyState title={say(words.none, language)}>
          <p>{say(words.noneText, language)}</p>
        </EmptyState>
      }
    />
  )
}

function cursorOf(at: string | undefined, id: string | undefined): { at: string; id: string } | undefined {
  return at && id && isId(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : undefined
}
