import { durationText } from '../../calendar/index.ts'
import { registerKeptBy, type RegisterLine, registerPage, registerPdf } from '../../dossiers/index.ts'
import { write } from '../../audit/index.ts'
import { day, dayOf, type Day } from '../../ground/day.ts'
import { isId } from '../../ground/uuid.ts'
import { type Language, refusalWords, say, type Words } from '../../words/index.ts'
import { DataTable, DateTime, EmptyState, Filters, Heading, Notice, Pagination, SelectField, Tag } from '../ui/index.ts'
import { readerOf } from '../visit.ts'
import { address, missing, officerDoor, officerPage } from './page.tsx'
import { madePdf } from './preview.ts'
import { areaWords, keepsRegister } from './queue-words.ts'
import { channelName, dossierAddress, shortProcedure } from './rows.tsx'

const words = {
  lead: {
    vi: 'Hồ sơ quầy đã tiếp nhận, theo thứ tự ghi sổ.',
    en: 'What the counter accepted, in the order of the book.',
  },
  month: { vi: 'Tháng', en: 'Month' },
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
    vi: 'In sổ tháng này của {counter} (mẫu 07, PDF)',
    en: 'Print this month of {counter} (form 07, PDF)',
  },
  none: { vi: 'Tháng này quầy chưa tiếp nhận hồ sơ nào', en: 'Nothing was accepted in this month' },
  noneText: { vi: 'Chọn tháng khác để xem.', en: 'Choose another month.' },
} as const satisfies Record<string, Words>

/** The register of the counter, month by month. */
export const register = officerDoor('/viec/so', {
  get: async (visit) => {
    const { language, viewer, query, now, house } = visit
    if (!keepsRegister(viewer)) return missing(visit)
    const months = lastMonths(dayOf(now))
    const month = months.find((one) => one === query['thang']) ?? months[0]!
    await write(house.db, {
      stream: `account:${viewer.id}`,
      act: 'list',
      actor: viewer.id,
      details: { register: month },
      occurredAt: now,
    })
    const page = await registerPage(readerOf(visit), {
      from: day(`${month}-01`),
      until: day(`${nextMonth(month)}-01`),
      after: cursorOf(query['tu'], query['sau']),
    })
    const title = say(areaWords.register, language)
    const next = page.next && address('/viec/so', { thang: month, tu: page.next.at, sau: page.next.id })
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(words.lead, language)}>{title}</Heading>
        {query['qua-dai'] && <Notice tone="important" title={say(refusalWords['register-too-long'], language)} />}
        <Filters action="/viec/so" language={language}>
          <SelectField
            language={language}
            name="thang"
            label={say(words.month, language)}
            value={month}
            options={months.map((one) => ({ value: one, label: one.split('-').toReversed().join('/') }))}
            optional
          />
        </Filters>
        {page.items.length > 0 &&
          registerKeptBy(readerOf(visit)).map(({ unit, unitName }) => (
            <p>
              <a href={address('/viec/so/in', { thang: month, quay: unit })}>
                {say(words.print, language, { counter: unitName })}
              </a>
            </p>
          ))}
        <Book rows={page.items} title={title} language={language} />
        <Pagination
          language={language}
          next={next}
          start={query['tu'] ? address('/viec/so', { thang: month }) : undefined}
        />
      </>,
    )
  },
})

/** Form 07 of one month on paper. A month too long for one paper is said on the register itself. */
export const registerPaper = officerDoor('/viec/so/in', {
  get: async (visit) => {
    const { viewer, query, now } = visit
    if (!keepsRegister(viewer)) return missing(visit)
    const months = lastMonths(dayOf(now))
    const month = months.find((one) => one === query['thang']) ?? months[0]!
    const made = await registerPdf(readerOf(visit), {
      from: day(`${month}-01`),
      until: day(`${nextMonth(month)}-01`),
      unit: query['quay'],
    })
    if (made.ok) return madePdf(made.value)
    if (made.refusal === 'not-found') return missing(visit)
    return { redirect: address('/viec/so', { thang: month, 'qua-dai': '1' }) }
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

/** This month and the eleven before it, `YYYY-MM`. */
function lastMonths(today: Day): string[] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  return Array.from({ length: 12 }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  )
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}

function cursorOf(at: string | undefined, id: string | undefined): { at: string; id: string } | undefined {
  return at && id && isId(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : undefined
}
