import { accountByName, accountsById, type Account } from '../../accounts/index.ts'
import { type EntriesAsked, entriesPage, type EntryLine, lastActs, type Stream, write } from '../../audit/index.ts'
import { type Day, dayOf, isDay } from '../../ground/day.ts'
import { evidenceTar } from '../../signatures/index.ts'
import { isId } from '../../ground/uuid.ts'
import { type Language, say, type Words } from '../../words/index.ts'
import { address, areaWords, missing, officerDoor, officerPage } from '../officer/desk.ts'
import {
  type Chip,
  Chips,
  DataTable,
  DateTime,
  EmptyState,
  Filters,
  Heading,
  Pagination,
  SelectField,
  TextField,
} from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { detailName, detailText } from './audit-details.ts'
import { actName, streamName } from './audit-words.ts'

const words = {
  lead: {
    vi: 'Mỗi dòng đã được ghi thì không ai sửa hay xóa được. Việc bạn xem trang này cũng được ghi lại.',
    en: 'No line can be changed or removed once written. Your looking at this page is written down too.',
  },
  actor: { vi: 'Tên đăng nhập của người làm', en: 'User name of who did it' },
  act: { vi: 'Việc', en: 'Act' },
  all: { vi: 'Tất cả', en: 'All' },
  from: { vi: 'Từ ngày, ví dụ 2026-03-02', en: 'From, such as 2026-03-02' },
  until: { vi: 'Đến hết ngày', en: 'Until' },
  fromChip: { vi: 'Từ {day}', en: 'From {day}' },
  untilChip: { vi: 'Đến {day}', en: 'Until {day}' },
  export: { vi: 'Xuất bằng chứng có chữ ký số (.tar)', en: 'Export signed evidence (.tar)' },
  stream: { vi: 'Chuỗi, ví dụ dossier:…', en: 'Stream, such as dossier:…' },
  actorChip: { vi: 'Người làm: {actor}', en: 'By: {actor}' },
  actChip: { vi: 'Việc: {act}', en: 'Act: {act}' },
  streamChip: { vi: 'Chuỗi: {stream}', en: 'Stream: {stream}' },
  at: { vi: 'Lúc', en: 'At' },
  who: { vi: 'Người làm', en: 'By' },
  what: { vi: 'Việc', en: 'Act' },
  where: { vi: 'Chuỗi, số thứ tự', en: 'Stream, place' },
  details: { vi: 'Chi tiết', en: 'Details' },
  system: { vi: 'Chưa đăng nhập', en: 'Not signed in' },
  none: { vi: 'Không có dòng nhật ký nào khớp', en: 'No entry matches' },
  noneText: { vi: 'Kiểm tra lại tên đăng nhập, hoặc bỏ bớt bộ lọc.', en: 'Check the user name, or remove a filter.' },
} as const satisfies Record<string, Words>

const pageSize = 50
const here = '/quan-tri/nhat-ky'

type Filter = { actor?: string; act?: string; stream?: string; from?: string; until?: string }

/** The audit for the auditor: the latest entries first, by who, by what, by the chain they stand in. */
export const audit = officerDoor(here, {
  may: 'read-audit',
  get: async (visit) => {
    const { language, viewer, house, query, now } = visit
    const filter = filterOf(visit)
    const actor = filter.actor ? await accountByName(house.db, filter.actor) : undefined
    const before = /^\d{1,18}$/.test(query['truoc'] ?? '') ? query['truoc'] : undefined
    await write(house.db, {
      stream: `account:${viewer.id}`,
      act: 'read-audit',
      actor: viewer.id,
      details: { filtered: Object.keys(filter) },
      occurredAt: now,
    })
    const unknown = filter.actor && !actor
    const found = unknown ? [] : await entriesPage(house.db, { ...asked(filter, actor), before, limit: pageSize + 1 })
    const rows = found.slice(0, pageSize)
    const [names, acts] = [
      await accountsById(
        house.db,
        rows.flatMap(({ actor: id }) => id ?? []),
      ),
      await lastActs(house.db),
    ]
    const title = say(areaWords.audit, language)
    const next = found.length > pageSize ? address(here, { ...queryOf(filter), truoc: rows.at(-1)?.id }) : undefined
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(words.lead, language)}>{title}</Heading>
        <Filters action={here} language={language}>
          <TextField
            language={language}
            name="nguoi"
            label={say(words.actor, language)}
            value={filter.actor}
            autocomplete="off"
            spellcheck={false}
            optional
          />
          <SelectField
            language={language}
            name="viec"
            label={say(words.act, language)}
            blank={say(words.all, language)}
            value={filter.act}
            options={acts.map((act) => ({ value: act, label: actName(act, language) }))}
            optional
          />
          <TextField
            language={language}
            name="chuoi"
            label={say(words.stream, language)}
            value={filter.stream}
            autocomplete="off"
            spellcheck={false}
            optional
          />
          <TextField
            language={language}
            name="tu"
            label={say(words.from, language)}
            value={filter.from}
            autocomplete="off"
            optional
          />
          <TextField
            language={language}
            name="den"
            label={say(words.until, language)}
            value={filter.until}
            autocomplete="off"
            optional
          />
        </Filters>
        <Chips language={language} clear={here} chips={chipsOf(filter, language)} />
        {rows.length > 0 && (
          <p>
            <a href={address(`${here}/bang-chung`, queryOf(filter))}>{say(words.export, language)}</a>
          </p>
        )}
        <Entries rows={rows} names={names} title={title} language={language} />
        <Pagination language={language} next={next} start={before ? address(here, queryOf(filter)) : undefined} />
      </>,
    )
  },
})

/** What was found, as evidence: entries with their hashes and seals, signed by the house and stamped with the time. */
export const evidence = officerDoor(`${here}/bang-chung`, {
  may: 'read-audit',
  get: async (visit) => {
    const { viewer, house, now } = visit
    const filter = filterOf(visit)
    const actor = filter.actor ? await accountByName(house.db, filter.actor) : undefined
    if (filter.actor && !actor) return missing(visit)
    const body = await evidenceTar(house, asked(filter, actor), viewer.id, now)
    return {
      body,
      headers: {
        'content-type': 'application/x-tar',
        'content-disposition': `attachment; filename="bang-chung-${dayOf(now)}.tar"`,
        'cache-control': 'no-store',
      },
    }
  },
})

function filterOf({ query }: SignedVisit): Filter {
  const text = (name: string) => query[name]?.trim().slice(0, 120) || undefined
  const day = (name: string) =>
    /^\d{4}-\d{2}-\d{2}$/.test(text(name) ?? '') && isDay(text(name)!) ? text(name) : undefined
  const [actor, act, stream] = [text('nguoi'), text('viec'), text('chuoi')]
  const [from, until] = [day('tu'), day('den')]
  return {
    ...(actor ? { actor } : {}),
    ...(act ? { act } : {}),
    ...(stream ? { stream } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
  }
}

function queryOf({ actor, act, stream, from, until }: Filter) {
  return { nguoi: actor, viec: act, chuoi: stream, tu: from, den: until }
}

function asked({ act, stream, from, until }: Filter, actor: Account | undefined): EntriesAsked {
  const chain = stream && isId(stream) ? `dossier:${stream}` : stream
  return {
    ...(actor ? { actor: actor.id } : {}),
    ...(act ? { act } : {}),
    ...(chain ? { stream: chain as Stream } : {}),
    ...(from ? { from: from as Day } : {}),
    ...(until ? { until: until as Day } : {}),
  }
}

function chipsOf(filter: Filter, language: Language): Chip[] {
  const { actor, act, stream, from, until } = filter
  const without = (part: keyof Filter) => address(here, queryOf({ ...filter, [part]: undefined }))
  return [
    ...(actor ? [{ label: say(words.actorChip, language, { actor }), without: without('actor') }] : []),
    ...(act ? [{ label: say(words.actChip, language, { act: actName(act, language) }), without: without('act') }] : []),
    ...(stream ? [{ label: say(words.streamChip, language, { stream }), without: without('stream') }] : []),
    ...(from ? [{ label: say(words.fromChip, language, { day: from }), without: without('from') }] : []),
    ...(until ? [{ label: say(words.untilChip, language, { day: until }), without: without('until') }] : []),
  ]
}

type EntriesProps = {
  rows: readonly EntryLine[]
  names: ReadonlyMap<string, Account>
  title: string
  language: Language
}

function Entries({ rows, names, title, language }: EntriesProps) {
  return (
    <DataTable
      language={language}
      caption={title}
      quietCaption
      rows={rows}
      columns={[
        { label: say(words.at, language), whole: true, cell: ({ at }) => <DateTime at={at} language={language} /> },
        {
          label: say(words.who, language),
          cell: ({ actor }) => (actor ? (names.get(actor)?.displayName ?? actor) : say(words.system, language)),
        },
        { label: say(words.what, language), names: true, cell: ({ act }) => actName(act, language) },
        {
          label: say(words.where, language),
          cell: ({ stream, position }) => (
            <>
              <a href={address(here, { chuoi: stream })}>{streamName(stream, language)}</a>, {position}
            </>
          ),
        },
        {
          label: say(words.details, language),
          cell: ({ details }) => <Detail details={details} language={language} />,
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

/** What the entry proves; the evidence carries it as it was written. */
function Detail({ details, language }: { details: EntryLine['details']; language: Language }) {
  const pairs = Object.entries(details)
  if (pairs.length === 0) return <>–</>
  return (
    <>
      {pairs.map(([name, value]) => (
        <p class="small">
          {detailName(name, language)}: <Value raw={value} text={detailText(name, value, language)} />
        </p>
      ))}
    </>
  )
}

/** What was put into words reads as words; an id, a hash or a number stands as it was written. */
function Value({ raw, text }: { raw: unknown; text: string }) {
  return String(raw) === text && /^\S+$/.test(text) ? <code>{text}</code> : <>{text || '–'}</>
}
