import { isState, type QueueName, queuePage, states } from '../../dossiers/index.ts'
import { type Language, say, type Words } from '../../words/index.ts'
import {
  type Chip,
  Chips,
  DataTable,
  EmptyState,
  Filters,
  Heading,
  Pagination,
  SelectField,
  TextField,
} from '../ui/index.ts'
import { readerOf, type SignedVisit } from '../visit.ts'
import { duesOf } from './dues.ts'
import { address, missing, officerDoor, officerPage } from './page.tsx'
import { areaWords, queuesOf, seesDossiers } from './queue-words.ts'
import { dossierColumns } from './rows.tsx'

const words = {
  text: { vi: 'Mã hồ sơ hoặc tên người nộp', en: 'Code or applicant' },
  state: { vi: 'Trạng thái', en: 'State' },
  anyState: { vi: 'Tất cả', en: 'All' },
  textChip: { vi: 'Có “{q}”', en: 'With “{q}”' },
  stateChip: { vi: 'Trạng thái: {state}', en: 'State: {state}' },
  caption: { vi: '{title}, ít thời gian còn lại nhất đứng đầu', en: '{title}, least remaining time first' },
  captionAll: { vi: '{title}, mới thay đổi đứng đầu', en: '{title}, latest change first' },
  sorted: {
    vi: 'Hồ sơ còn ít thời gian nhất đứng đầu; thời gian tính theo giờ làm việc.',
    en: 'Least remaining time first, in working hours.',
  },
  sortedAll: { vi: 'Hồ sơ vừa thay đổi đứng đầu.', en: 'Latest change first.' },
  empty: { vi: 'Không có hồ sơ nào đang chờ', en: 'Nothing is waiting here' },
  emptyAll: {
    vi: 'Chưa có hồ sơ nào trong phạm vi bạn được xem.',
    en: 'There is no dossier within your reach yet.',
  },
  none: { vi: 'Không có hồ sơ nào khớp bộ lọc', en: 'Nothing matches the filters' },
  noneText: {
    vi: 'Bỏ bớt bộ lọc, hoặc tìm trong mọi hồ sơ bạn được xem.',
    en: 'Remove a filter, or search everything you may see.',
  },
  findAll: { vi: 'Tìm trong tất cả hồ sơ', en: 'Search all dossiers' },
} as const satisfies Record<string, Words>

type Asked = { queue: QueueName; title: Words; states: readonly string[]; empty: Words }

/** One queue as a table; everything that narrows it stands in the address. */
export const queue = officerDoor('/viec/:queue', {
  may: 'by-reach',
  get: async (visit) => {
    const asked = askedQueue(visit)
    if (!asked) return missing(visit)
    const { language, query } = visit
    const filter = filterOf(visit, asked)
    const page = await queuePage(readerOf(visit), { queue: asked.queue, ...filter, cursor: query['tu'] })
    const title = say(asked.title, language)
    const here = `/viec/${asked.queue}`
    const isAll = asked.queue === 'all'
    const columns = dossierColumns({
      language,
      names: visit.states,
      dues: await duesOf(visit, page.items),
      list: isAll ? {} : { queue: asked.queue, ...filter },
      wide: isAll,
      states: asked.states.length > 1,
    })
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(isAll ? words.sortedAll : words.sorted, language)}>{title}</Heading>
        <FilterRow asked={asked} filter={filter} visit={visit} />
        <Chips language={language} clear={here} chips={chipsOf(here, filter, visit)} />
        <DataTable
          language={language}
          caption={say(isAll ? words.captionAll : words.caption, language, { title })}
          quietCaption
          columns={columns}
          rows={page.items}
          empty={<Empty asked={asked} filter={filter} language={language} />}
        />
        <Pagination
          language={language}
          next={page.next ? address(here, { ...filterQuery(filter), tu: page.next }) : undefined}
          start={query['tu'] ? address(here, filterQuery(filter)) : undefined}
        />
      </>,
    )
  },
})

/** The queue in the address, if this officer has it. */
function askedQueue({ params, viewer }: SignedVisit): Asked | undefined {
  if (params['queue'] === 'all') {
    if (!seesDossiers(viewer)) return undefined
    return { queue: 'all', title: areaWords.all, states: Object.keys(states), empty: words.emptyAll }
  }
  const row = queuesOf(viewer).find(({ queue: name }) => name === params['queue'])
  return row && { queue: row.queue, title: row.words, states: row.states, empty: row.empty }
}

export type Filter = { q?: string; state?: string }

function filterOf({ query }: SignedVisit, asked: Asked): Filter {
  const q = query['q']?.trim().slice(0, 200)
  const state = query['tt'] && asked.states.includes(query['tt']) ? query['tt'] : undefined
  return { ...(q ? { q } : {}), ...(state ? { state } : {}) }
}

function filterQuery({ q, state }: Filter) {
  return { q, tt: state }
}

type FilterProps = { asked: Asked; filter: Filter; visit: SignedVisit }

function FilterRow({ asked, filter, visit: { language, states: names } }: FilterProps) {
  const options = asked.states
    .filter(isState)
    .map((state) => ({ value: state, label: say(names(state).name, language) }))
  return (
    <Filters action={`/viec/${asked.queue}`} language={language}>
      <TextField
        language={language}
        name="q"
        label={say(words.text, language)}
        value={filter.q}
        optional
        autocomplete="off"
        spellcheck={false}
      />
      {options.length > 1 && (
        <SelectField
          language={language}
          name="tt"
          label={say(words.state, language)}
          blank={say(words.anyState, language)}
          value={filter.state}
          options={options}
          optional
        />
      )}
    </Filters>
  )
}

function chipsOf(here: string, filter: Filter, { language, states: names }: SignedVisit): Chip[] {
  const { q, state } = filter
  return [
    ...(q
      ? [
          {
            label: say(words.textChip, language, { q }),
            without: address(here, filterQuery({ ...filter, q: undefined })),
          },
        ]
      : []),
    ...(state && isState(state)
      ? [
          {
            label: say(words.stateChip, language, { state: say(names(state).name, language) }),
            without: address(here, filterQuery({ ...filter, state: undefined })),
          },
        ]
      : []),
  ]
}

function Empty({ asked, filter, language }: { asked: Asked; filter: Filter; language: Language }) {
  if (!filter.q && !filter.state) {
    return (
      <EmptyState title={say(words.empty, language)}>
        <p>{say(asked.empty, language)}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={say(words.none, language)}>
      <p>{say(words.noneText, language)}</p>
      {filter.q && asked.queue !== 'all' && (
        <p>
          <a href={address('/viec/tim', { q: filter.q })}>{say(words.findAll, language)}</a>
        </p>
      )}
    </EmptyState>
  )
}
