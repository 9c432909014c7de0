import { dayOf } from '../../ground/day.ts'
import { operatorsOn, type PostHolder, postHolders } from '../../organisations/index.ts'
import { isRole, mayDo, mayHoldTogether, roles } from '../../organisations/law/index.ts'
import { type Language, say, type Words } from '../../words/index.ts'
import { address, areaWords, officerDoor, officerPage } from '../officer/desk.ts'
import { Chips, DataTable, EmptyState, Filters, Heading, Pagination, Section, Tag, TextField } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'

const words = {
  lead: {
    vi: 'Ai giữ vị trí nào trong hôm nay. Quản trị hệ thống không xem được nội dung hồ sơ.',
    en: 'Who holds which post today. An administrator sees no dossiers.',
  },
  operators: {
    vi: 'Ai quản trị hệ thống và cơ sở dữ liệu tài khoản',
    en: 'Who administers the system and the accounts',
  },
  charge: { vi: 'Đơn vị và nhiệm vụ', en: 'Unit and its charge' },
  noCharge: { vi: 'Chưa ghi nhiệm vụ', en: 'Its charge is not written down' },
  open: { vi: 'Mở tài khoản cán bộ', en: 'Open an officer’s account' },
  search: { vi: 'Tên, tên đăng nhập hoặc đơn vị', en: 'Name, user name or unit' },
  chip: { vi: 'Có “{q}”', en: 'With “{q}”' },
  name: { vi: 'Họ và tên', en: 'Name' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  posts: { vi: 'Vị trí và đơn vị', en: 'Posts and units' },
  noPost: { vi: 'Chưa có vị trí', en: 'No post yet' },
  give: { vi: 'Giao vị trí', en: 'Give a post' },
  excluded: { vi: 'Các vị trí không được kiêm nhau', en: 'These posts exclude each other' },
  state: { vi: 'Tài khoản', en: 'Account' },
  none: { vi: 'Không có cán bộ nào khớp', en: 'Nobody matches' },
  noneText: { vi: 'Thử một phần của tên, hoặc bỏ bộ lọc.', en: 'Try a part of the name, or remove the filter.' },
} as const satisfies Record<string, Words>

const accountStates: Record<string, Words> = {
  registered: { vi: 'Chưa đăng nhập lần nào', en: 'Never signed in' },
  active: { vi: 'Đang dùng', en: 'In use' },
  paused: { vi: 'Tạm ngừng', en: 'Paused' },
  suspended: { vi: 'Bị đình chỉ', en: 'Suspended' },
  locked: { vi: 'Bị khóa', en: 'Locked' },
  closed: { vi: 'Đã đóng', en: 'Closed' },
}

const pageSize = 50

/** Every officer with the posts held today; who has none yet is among them. */
export const accounts = officerDoor('/quan-tri', {
  may: 'see-officers',
  get: async (visit) => {
    const { language, house, now, query } = visit
    const q = query['q']?.trim().slice(0, 100) ?? ''
    const found = await postHolders(house.db, dayOf(now), {
      q,
      after: query['tu']?.slice(0, 60) ?? '',
      limit: pageSize + 1,
    })
    const rows = found.slice(0, pageSize)
    const next = found.length > pageSize ? address('/quan-tri', { q, tu: rows.at(-1)?.username }) : undefined
    const operators = await operatorsOn(house.db, dayOf(now))
    const title = say(areaWords.accounts, language)
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(words.lead, language)}>{title}</Heading>
        <p>
          <a href="/quan-tri/can-bo-moi">{say(words.open, language)}</a>
        </p>
        <Filters action="/quan-tri" language={language}>
          <TextField
            language={language}
            name="q"
            label={say(words.search, language)}
            value={q}
            autocomplete="off"
            optional
          />
        </Filters>
        <Chips
          language={language}
          clear="/quan-tri"
          chips={q ? [{ label: say(words.chip, language, { q }), without: '/quan-tri' }] : []}
        />
        <DataTable
          language={language}
          caption={title}
          quietCaption
          rows={rows}
          columns={[
            { label: say(words.name, language), names: true, cell: ({ name }) => name },
            { label: say(words.username, language), whole: true, cell: ({ username }) => username },
            {
              label: say(words.posts, language),
              cell: ({ posts, username, state }) => (
                <>
                  {posts.length === 0 && <NoPost {...{ visit, username, state }} />}
                  {posts.map((post) => (
                    <p>{postWords(post, language)}</p>
                  ))}
                  {!mayHoldTogether(posts.map(({ role }) => role).filter(isRole)) && (
                    <Tag tone="wrong">{say(words.excluded, language)}</Tag>
                  )}
                </>
              ),
            },
            { label: say(words.state, language), cell: ({ state }) => <State state={state} language={language} /> },
          ]}
          empty={
            <EmptyState title={say(words.none, language)}>
              <p>{say(words.noneText, language)}</p>
            </EmptyState>
          }
        />
        <Pagination language={language} next={next} start={query['tu'] ? address('/quan-tri', { q }) : undefined} />
        <Section title={say(words.operators, language)}>
          <DataTable
            language={language}
            caption={say(words.operators, language)}
            quietCaption
            rows={operators}
            columns={[
              { label: say(words.name, language), names: true, cell: ({ name }) => name },
              { label: say(words.posts, language), cell: (one) => postWords(one, language) },
              {
                label: say(words.charge, language),
                cell: ({ unit, remit }) => (
                  <>
                    {unit}
                    <p class="small">{remit ?? say(words.noCharge, language)}</p>
                  </>
                ),
              },
            ]}
          />
        </Section>
      </>,
    )
  },
})

/** “Chủ tịch (Lãnh đạo cơ quan), Ủy ban nhân dân xã An Bình”. */
function postWords({ role, title, unit }: PostHolder['posts'][number], language: Language): string {
  const name = isRole(role) ? say(roles[role], language) : role
  return name === title ? `${title}, ${unit}` : `${title} (${name}), ${unit}`
}

/** An account without a post opens nothing; the way to give one stands beside it. */
function NoPost({ visit, username, state }: { visit: SignedVisit; username: string; state: string }) {
  const { language, viewer } = visit
  return (
    <>
      <Tag tone="soon">{say(words.noPost, language)}</Tag>
      {state !== 'closed' && mayDo(viewer, 'manage-officers') && (
        <p class="small">
          <a href={address('/quan-tri/to-chuc', { nguoi: username })}>
            {say(words.give, language)}
            <span class="hidden"> {username}</span>
          </a>
        </p>
      )}
    </>
  )
}

function State({ state, language }: { state: string; language: Language }) {
  const said = accountStates[state]
  const tone = state === 'active' ? 'done' : state === 'registered' ? 'plain' : 'wrong'
  return <Tag tone={tone}>{said ? say(said, language) : state}</Tag>
}
