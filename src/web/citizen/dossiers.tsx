import { z } from 'zod'
import { type Listed, myDossiers } from '../../dossiers/index.ts'
import { unreadCount } from '../../notifications/index.ts'
import { ratedOf } from '../../ratings/index.ts'
import { actWords, say, ui, type Words } from '../../words/index.ts'
import { addressWith, readCursor, writeCursor } from '../public/cursor.ts'
import { MyTabs } from '../public/my-tabs.tsx'
import { passwordReminder } from '../public/password-age.tsx'
import { show, tellerOf, Vietnamese } from '../public/show.tsx'
import {
  addresses,
  DataTable,
  DateTime,
  EmptyState,
  Heading,
  LinkButton,
  LinkList,
  Pagination,
  Section,
  Tag,
  type Tone,
} from '../ui/index.ts'
import { type PageDoor, readerOf, type SignedVisit } from '../visit.ts'
import { askedIn, Needed, neededOf } from './needed.tsx'

const words = {
  drafts: { vi: 'Đang khai, chưa nộp', en: 'Drafts' },
  draft: { vi: 'Sửa lần cuối', en: 'Last changed' },
  submitted: { vi: 'Đã nộp', en: 'Submitted' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  state: { vi: 'Trạng thái', en: 'State' },
  due: { vi: 'Hẹn', en: 'Due' },
  todo: { vi: 'Bạn cần làm', en: 'To do' },
  nothing: { vi: 'Chưa cần làm gì', en: 'Nothing now' },
  collect: { vi: 'Nhận kết quả', en: 'Collect the result' },
  letter: { vi: 'Nhận văn bản trả lời', en: 'Collect the letter' },
  rate: { vi: 'Đánh giá', en: 'Rate' },
  none: { vi: 'Bạn chưa nộp hồ sơ nào', en: 'You have not submitted any dossier yet' },
  noneNext: {
    vi: 'Tìm thủ tục bạn cần rồi bấm “Nộp hồ sơ trực tuyến”.',
    en: 'Find the procedure you need and press “File online”.',
  },
  noDrafts: { vi: 'Bạn không có hồ sơ nào đang khai dở.', en: 'You have no unfinished drafts.' },
  other: {
    vi: 'Có hồ sơ nộp tại quầy? Tra cứu bằng mã trên giấy tiếp nhận.',
    en: 'Filed at a counter? Look it up by the code on your receipt.',
  },
  find: { vi: 'Tìm thủ tục để nộp', en: 'Find a procedure to file' },
} as const satisfies Record<string, Words>

const place = z.object({ at: z.string().max(60), id: z.uuid() })

/** Everything of one's own: what is still being filled in, and what is on its way. */
export const dossiers: PageDoor = {
  path: '/ho-so',
  for: 'citizen',
  get: async (asked) => {
    const visit = asked as SignedVisit
    const { language, query, house, viewer } = visit
    const t = tellerOf(language)
    const at = readerOf(visit)
    const after = readCursor(place, query['tiep'])
    const [drafts, submitted, unread, needed] = await Promise.all([
      myDossiers(at, { drafts: true, limit: 50 }),
      myDossiers(at, { drafts: false, after }),
      unreadCount(house.db, viewer.id),
      neededOf(visit),
    ])
    const shown = submitted.items.map(({ id }) => id)
    const rated = await ratedOf(house.db, shown)
    const title = say(ui.page.dossiers, language)
    return show(
      visit,
      { title },
      <>
        <Heading>{title}</Heading>
        {await passwordReminder(visit)}
        <MyTabs visit={visit} here="dossiers" unread={unread} />
        {!after && <Needed dossiers={needed} visit={visit} />}
        {!after && drafts.items.length > 0 && (
          <Section title={t(words.drafts)}>
            <LinkList
              links={drafts.items.map(({ id, procedureName, changedAt }) => ({
                label: procedureName,
                href: `/ho-so/${id}/to-khai`,
                note: (
                  <>
                    {t(words.draft)} <DateTime at={changedAt} language={language} />
                  </>
                ),
              }))}
            />
          </Section>
        )}
        <Section title={t(words.submitted)}>
          <DataTable
            language={language}
            caption={t(words.submitted)}
            quietCaption
            rows={submitted.items}
            empty={
              <EmptyState title={t(words.none)}>
                <p>{t(words.noneNext)}</p>
                <p>
                  <a href={addresses.lookup}>{t(words.other)}</a>
                </p>
              </EmptyState>
            }
            columns={[
              {
                label: t(words.procedure),
                names: true,
                cell: ({ id, procedureName }) => (
                  <a href={`/ho-so/${id}`}>
                    <Vietnamese language={language}>{procedureName}</Vietnamese>
                  </a>
                ),
              },
              {
                label: t(words.code),
                whole: true,
                cell: ({ code, reference }) => <span class="number">{code ?? reference}</span>,
              },
              {
                label: t(words.state),
                cell: ({ state, outcome }) => (
                  <Tag tone={toneOf(state, outcome === 'refuse')}>
                    {t(visit.states(state, outcome === 'refuse').name)}
                  </Tag>
                ),
              },
              {
                label: t(words.due),
                cell: ({ due, state }) =>
                  due && !settled.has(state) ? <DateTime at={due} language={language} /> : '–',
              },
              { label: t(words.todo), cell: (one) => t(todoOf(one, rated)) },
            ]}
          />
          <Pagination
            language={language}
            next={submitted.next && addressWith(addresses.dossiers, { tiep: writeCursor(submitted.next) })}
            start={after ? addresses.dossiers : undefined}
          />
        </Section>
        <LinkButton href={addresses.procedures}>{t(words.find)}</LinkButton>
      </>,
    )
  },
}

function todoOf({ id, state, outcome }: Listed, rated: ReadonlySet<string>): Words {
  const asked = askedIn(state)
  if (asked) return actWords[asked.act]
  if (state === 'ready-to-return' || state === 'not-collected')
    return outcome === 'refuse' ? words.letter : words.collect
  if (state === 'returned' && !rated.has(id)) return words.rate
  return words.nothing
}

export function toneOf(state: Listed['state'], isRefused: boolean): Tone {
  if (isRefused) return 'wrong'
  return tones[state] ?? 'active'
}

/** States in which a due date no longer says anything. */
const settled: ReadonlySet<Listed['state']> = new Set([
  'returned',
  'returned-with-guidance',
  'supplement-requested',
  'awaiting-confirmation',
  'rejected',
  'refused',
  'withdrawn',
  'stopped',
  'not-collected',
  'archived',
])

const tones: Partial<Record<Listed['state'], Tone>> = {
  returned: 'done',
  'ready-to-return': 'soon',
  issued: 'soon',
  'not-collected': 'soon',
  'returned-with-guidance': 'soon',
  'supplement-requested': 'soon',
  'awaiting-confirmation': 'soon',
  rejected: 'wrong',
  refused: 'wrong',
  stopped: 'wrong',
  withdrawn: 'plain',
  archived: 'plain',
}
