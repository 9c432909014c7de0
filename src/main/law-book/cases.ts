import {
  appendClock,
  type Calendar,
  caseCalendars,
  caseInstant,
  caseLimit,
  type CaseTable,
  type ClockEvent,
  dueCases,
  extended,
  extensionLimits,
  instantText,
  limitText,
  rowsOf,
  stoodStill,
  type TimeLimit,
  whySteps,
} from '../../calendar/index.ts'
import { read } from '../reading.ts'
import { madeBy, page, plain, table } from './markdown.ts'

/** `docs/law/calendar-cases.md`: every case worked out by hand, with the steps and articles by which the house comes to the same date. */
export function casesPage(): string {
  const calendars = caseCalendars(read('provinces/demo/calendar-2026.csv'))
  const all = [...Object.values(dueCases), stoodStill, extensionLimits, extended]
  const count = all.reduce((sum, { rows }) => sum + rowsOf(rows).length, 0)
  return page(
    madeBy('law --write'),
    '# Các trường hợp tính thời hạn / Cases of time limits',
    `${count} trường hợp tính tay trên lịch giấy, để người làm luật đọc và kiểm tra; mỗi lần chạy kiểm thử đều tính lại. Cột cuối do hệ thống tự giải thích, kèm điều khoản của từng bước. / Worked out by hand on a printed calendar and held by every test run; the last column is how the house itself explains the date, with the article of each step.`,
    'Giờ làm việc 07:30–11:30 và 13:00–17:00, thứ Hai đến thứ Sáu. Năm 2026 theo lịch của tỉnh huấn luyện: nghỉ 01–02/01, 16–20/02 (Tết), 27/04, 30/04, 01/05, 31/08, 01–02/09, 24/11; làm bù thứ Bảy 10/01 và 22/08. Năm khác chưa quyết định: mười một ngày nghỉ của Bộ luật Lao động.',
    ...Object.values(dueCases).map((one) => due(one, calendars[one.calendar])),
    stood(stoodStill, calendars.province),
    limits(extensionLimits),
    longer(extended, calendars.province),
  )
}

const heading = ({ title, law }: CaseTable) => `## ${title.vi}\n\n_${title.en}_\n\n**Căn cứ / Basis:** ${law}`

function due(one: CaseTable, calendar: Calendar): string {
  const rows = rowsOf(one.rows).map(([came = '', length = '', until = '', why = '']) => ({
    cells: [moment(came), limitWords(caseLimit(length)), moment(until), plain(why)],
    events: [{ kind: 'started', at: caseInstant(came), limit: caseLimit(length), law: one.law }] as ClockEvent[],
  }))
  return explained(one, ['Nhận lúc / Came', 'Thời hạn / Limit', 'Đến hạn / Due', 'Why'], rows, calendar)
}

function stood(one: CaseTable, calendar: Calendar): string {
  const rows = rowsOf(one.rows).map(([came = '', length = '', from = '', on = '', until = '', why = '']) => ({
    cells: [moment(came), limitWords(caseLimit(length)), moment(from), moment(on), moment(until), plain(why)],
    events: [
      { kind: 'started', at: caseInstant(came), limit: caseLimit(length) },
      { kind: 'paused', at: caseInstant(from), ground: 'chờ người nộp bổ sung' },
      { kind: 'resumed', at: caseInstant(on) },
    ] as ClockEvent[],
  }))
  const head = ['Nhận lúc / Came', 'Thời hạn / Limit', 'Dừng / Stood', 'Tính tiếp / Went on', 'Đến hạn / Due', 'Why']
  return explained(one, head, rows, calendar)
}

function limits(one: CaseTable): string {
  const answers: Record<string, string> = { no: 'Không / no', unit: 'Khác đơn vị / other unit' }
  const rows = rowsOf(one.rows).map(([whole = '', before = '', asked = '', answer = '', why = '']) => [
    limitWords(caseLimit(whole)),
    before ? limitWords(caseLimit(before)) : '',
    limitWords(caseLimit(asked)),
    answers[answer] ?? `Được, còn ${answer} phút / yes, ${answer} minutes left`,
    plain(why),
  ])
  const head = ['Thời hạn / Limit', 'Đã gia hạn / Before', 'Xin thêm / Asked', 'Trả lời / Answer', 'Why']
  return `${heading(one)}\n\n${table(head, rows)}`
}

function longer(one: CaseTable, calendar: Calendar): string {
  const rows = rowsOf(one.rows).map(([came = '', length = '', more = '', until = '', why = '']) => ({
    cells: [moment(came), limitWords(caseLimit(length)), limitWords(caseLimit(more)), moment(until), plain(why)],
    events: [
      { kind: 'started', at: caseInstant(came), limit: caseLimit(length) },
      { kind: 'extended', at: caseInstant(came), limit: caseLimit(more) },
    ] as ClockEvent[],
  }))
  return explained(
    one,
    ['Nhận lúc / Came', 'Thời hạn / Limit', 'Gia hạn / More', 'Đến hạn / Due', 'Why'],
    rows,
    calendar,
  )
}

type Told = { cells: string[]; events: readonly ClockEvent[] }

/** The rows with the steps of each; what is said of every row stands once above them. */
function explained(one: CaseTable, head: readonly string[], told: readonly Told[], calendar: Calendar): string {
  const rows = told.map(({ cells, events }) => ({ cells, said: steps(calendar, events) }))
  const common = rows[0]!.said.filter((step) => rows.every(({ said }) => said.includes(step)))
  const own = (said: readonly string[]) => said.filter((step) => !common.includes(step)).join('<br>')
  return [
    heading(one),
    ...(common.length > 0 ? [common.join(' ')] : []),
    table(
      [...head, 'Giải thích'],
      rows.map(({ cells, said }) => [...cells, own(said)]),
    ),
  ].join('\n\n')
}

const moment = (text: string): string => instantText(caseInstant(text))

/** Minutes of work are written as such, not as a part of an hour. */
function limitWords(limit: TimeLimit): string {
  const minutes = limit.unit === 'working-hours' ? limit.value * 60 : 0
  if (minutes % 60 !== 0) return `${Math.round(minutes)} phút làm việc`
  const late = limit.cutoff === undefined ? '' : ', chốt lúc 15:00'
  return `${limitText(limit).vi}${limit.countFrom === 'next-day' ? ', từ ngày sau' : ''}${late}`
}

/** The steps after the first, which only repeats the row. */
function steps(calendar: Calendar, events: readonly ClockEvent[]): string[] {
  const ledger: ClockEvent[] = []
  for (const event of events) {
    const line = appendClock(calendar, ledger, { ground: 'theo ví dụ', ...event })
    if (!line.ok) throw new Error(`a case that cannot be told: ${line.refusal}`)
    ledger.push(line.value)
  }
  return whySteps(calendar, ledger)
    .slice(1)
    .map(({ text, law }) => `${plain(text)} _(${plain(law)})_`)
}
