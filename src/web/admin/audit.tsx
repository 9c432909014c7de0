import { accountByName, accountsById, type Account } from '../../accounts/index.ts'
import { entriesPage, type EntryLine, lastActs, type Stream, write } from '../../audit/index.ts'
import { isId } from '../../ground/uuid.ts'
import { holds } from '../../organisations/index.ts'
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
import { actName, streamName } from './audit-words.ts'

const words = {
  lead: {
    vi: 'Mỗi dòng đã được ghi thì không ai sửa hay xóa được. Việc bạn xem trang này cũng được ghi lại.',
    en: 'No line can be changed or removed once written. Your looking at this page is written down too.',
  },
  actor: { vi: 'Tên đăng nhập của người làm', en: 'User name of who did it' },
  act: { vi: 'Việc', en: 'Act' },
  all: { vi: 'Tất cả', en: 'All' },
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

type Filter = { actor?: string; act?: string; stream?: string }

/** The audit for the auditor: the latest entries first, by who, by what, by the chain they stand in. */
export const audit = officerDoor(here, {
  get: async (visit) => {
    const { language, viewer, house, query, now } = visit
    if (!holds(viewer, 'auditor')) return missing(visit)
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
        </Filters>
        <Chips language={language} clear={here} chips={chipsOf(filter, language)} />
        <Entries rows={rows} names={names} title={title} language={language} />
        <Pagination language={language} next={next} start={before ? address(here, queryOf(filter)) : undefined} />
      </>,
    )
  },
})

function filterOf({ query }: SignedVisit): Filter {
  const text = (name: string) => query[name]?.trim().slice(0, 120) || undefined
  const [actor, act, stream] = [text('nguoi'), text('viec'), text('chuoi')]
  return { ...(actor ? { actor } : {}), ...(act ? { act } : {}), ...(stream ? { stream } : {}) }
}

function queryOf({ actor, act, stream }: Filter) {
  return { nguoi: actor, viec: act, chuoi: stream }
}

function asked({ act, stream }: Filter, actor: Account | undefined) {
  const chain = stream && isId(stream) ? `dossier:${stream}` : stream
  return {
    ...(actor ? { actor: actor.id } : {}),
    ...(act ? { act } : {}),
    ...(chain ? { stream: chain as Stream } : {}),
  }
}

function chipsOf(filter: Filter, language: Language): Chip[] {
  const { actor, act, stream } = filter
  const without = (part: keyof Filter) => address(here, queryOf({ ...filter, [part]: undefined }))
  return [
    ...(actor ? [{ label: say(words.actorChip, language, { actor }), without: without('actor') }] : []),
    ...(act ? [{ label: say(words.actChip, language, { act: actName(act, language) }), without: without('act') }] : []),
    ...(stream ? [{ label: say(words.streamChip, language, { stream }), without: without('stream') }] : []),
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
          cell: ({ details }) => <Detail details={details} />,
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

/** What the entry proves, as it was written. */
function Detail({ details }: { details: EntryLine['details'] }) {
  const pairs = Object.entries(details)
  if (pairs.length === 0) return <>–</>
  return (
    <>
      {pairs.map(([name, value]) => (
        <p class="small">
          {name}: <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
        </p>
      ))}
    </>
  )
}
