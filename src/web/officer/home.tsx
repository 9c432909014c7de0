import type { VNode } from 'preact'
import { deskLoads, type DeskLoad, type QueueLoad, queueLoad, queuePage } from '../../dossiers/index.ts'
import { dayOf } from '../../ground/day.ts'
import { holds } from '../../organisations/index.ts'
import { roles } from '../../organisations/law/index.ts'
import { say, type Words } from '../../words/index.ts'
import { DataTable, DateTime, dayWords, EmptyState, Heading, LinkList, Section } from '../ui/index.ts'
import { readerOf, type SignedVisit } from '../visit.ts'
import { duesOf } from './dues.ts'
import { officerDoor, officerPage } from './page.tsx'
import { areaWords, queuesOf, queueWords, type WorkQueue } from './queue-words.ts'
import { dossierColumns } from './rows.tsx'

const words = {
  queue: { vi: 'Hàng việc', en: 'Queue' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  desk: { vi: 'Nơi đang giữ', en: 'Held by' },
  soonest: { vi: 'Hạn gần nhất', en: 'Next due' },
  loads: { vi: 'Số hồ sơ đang chờ ở từng nơi', en: 'What waits at each desk' },
  mine: { vi: 'Số hồ sơ đang chờ bạn', en: 'What waits for you' },
  first: { vi: '{queue}: cần làm trước', en: '{queue}: first' },
  seeAll: { vi: 'Xem cả {count} hồ sơ', en: 'See all {count} dossiers' },
  clear: { vi: 'Không có hồ sơ nào đang chờ', en: 'Nothing is waiting' },
  clearText: {
    vi: 'Hồ sơ mới sẽ hiện ở đây. Bạn có thể tìm hồ sơ đã xử lý bằng mã hoặc tên người nộp.',
    en: 'New dossiers will appear here. Past ones are found by code or by name.',
  },
  ways: { vi: 'Việc bạn có thể làm', en: 'What you can do' },
  accountsNote: { vi: 'Ai giữ vị trí nào, ở đơn vị nào.', en: 'Who holds which post, where.' },
  settingsNote: { vi: 'Mọi lựa chọn của tỉnh, kèm căn cứ.', en: 'Every choice of the province, with its basis.' },
  auditNote: { vi: 'Ai đã làm gì, đã xem gì, lúc nào.', en: 'Who did and saw what, when.' },
  allNote: { vi: 'Mọi hồ sơ trong phạm vi bạn được xem.', en: 'Every dossier within your reach.' },
  counterNote: { vi: 'Nhập hồ sơ người dân mang đến hoặc gửi bưu chính.', en: 'Enter what comes over the counter or by post.' },
} as const satisfies Record<string, Words>

/** The morning page: what waits, what comes first, where to go. */
export const home = officerDoor('/viec', {
  get: async (visit) => {
    const { language, viewer, now } = visit
    const title = say(areaWords.home, language)
    const day = dayWords(dayOf(now), language)
    const posts = viewer.posts.map(({ title: post, unitName }) => `${post}, ${unitName}`).join('; ')
    return officerPage(
      visit,
      { title },
      <>
        <Heading kicker={capital(day)} lead={posts}>
          {title}
        </Heading>
        {queuesOf(viewer).length > 0 && <MyWork {...await myWork(visit)} />}
        {watches(visit) && <Desks loads={await deskLoads(readerOf(visit))} visit={visit} />}
        <Ways visit={visit} />
      </>,
    )
  },
})

/** Those who watch over others' work see every desk within their reach. */
function watches({ viewer }: SignedVisit): boolean {
  return (['auditor', 'chairman', 'centre-director', 'agency-leader', 'division-leader'] as const).some((role) => holds(viewer, role))
}

type Work = { visit: SignedVisit; loads: Partial<Record<string, QueueLoad>>; tables: { queue: WorkQueue; table: VNode }[] }

async function myWork(visit: SignedVisit): Promise<Work> {
  const at = readerOf(visit)
  const loads = await queueLoad(at)
  const busy = queuesOf(visit.viewer).filter(({ queue }) => loads[queue]?.count)
  const tables = await Promise.all(
    busy.map(async ({ queue, words: name }) => {
      const { items } = await queuePage(at, { queue, limit: 5 })
      const list = { queue }
      const columns = dossierColumns({ language: visit.language, dues: await duesOf(visit, items), list, acts: true })
      const caption = say(words.first, visit.language, { queue: say(name, visit.language) })
      const table = <DataTable language={visit.language} caption={caption} quietCaption columns={columns} rows={items} />
      return { queue, table }
    }),
  )
  return { visit, loads, tables }
}

function MyWork({ visit: { language, viewer }, loads, tables }: Work) {
  const rows = queuesOf(viewer).map(({ queue, words: name }) => ({ queue, name, ...(loads[queue] ?? { count: 0, overdue: 0 }) }))
  return (
    <>
      <DataTable
        language={language}
        caption={say(words.mine, language)}
        columns={[
          {
            label: say(words.queue, language),
            names: true,
            cell: ({ queue, name }) => <a href={`/viec/${queue}`}>{say(name, language)}</a>,
          },
          { label: say(words.waiting, language), align: 'end', cell: ({ count }) => count },
          { label: say(words.overdue, language), align: 'end', cell: ({ overdue }) => overdue },
        ]}
        rows={rows}
      />
      {tables.length === 0 && (
        <EmptyState title={say(words.clear, language)}>
          <p>{say(words.clearText, language)}</p>
        </EmptyState>
      )}
      {tables.map(({ queue, table }) => (
        <Section title={say(queueWords.find((row) => row.queue === queue)!.words, language)}>
          {table}
          <p>
            <a href={`/viec/${queue}`}>{say(words.seeAll, language, { count: loads[queue]!.count })}</a>
          </p>
        </Section>
      ))}
    </>
  )
}

function Desks({ loads, visit: { language } }: { loads: readonly DeskLoad[]; visit: SignedVisit }) {
  return (
    <Section title={say(words.loads, language)}>
      <DataTable
        language={language}
        caption={say(words.loads, language)}
        quietCaption
        columns={[
          { label: say(words.desk, language), names: true, cell: ({ desk }) => desk },
          {
            label: say(words.queue, language),
            cell: ({ queue }) => say(queueWords.find((row) => row.queue === queue)?.words ?? areaWords.all, language),
          },
          { label: say(words.waiting, language), align: 'end', cell: ({ count }) => count },
          { label: say(words.overdue, language), align: 'end', cell: ({ overdue }) => overdue },
          {
            label: say(words.soonest, language),
            cell: ({ soonest }) => (soonest ? <DateTime at={soonest} language={language} /> : '–'),
          },
        ]}
        rows={loads}
        empty={<EmptyState title={say(words.clear, language)} />}
      />
    </Section>
  )
}

function Ways({ visit: { viewer, language } }: { visit: SignedVisit }) {
  const way = (href: string, label: Words, note: Words) => ({ href, label: say(label, language), note: say(note, language) })
  const links = [
    ...(holds(viewer, 'one-stop-officer') ? [way('/viec/tiep-nhan-truc-tiep', areaWords.counter, words.counterNote)] : []),
    ...(holds(viewer, 'administrator')
      ? [way('/quan-tri', areaWords.accounts, words.accountsNote), way('/quan-tri/cai-dat', areaWords.settings, words.settingsNote)]
      : []),
    ...(holds(viewer, 'auditor') ? [way('/quan-tri/nhat-ky', areaWords.audit, words.auditNote)] : []),
    ...(viewer.posts.some(({ role }) => roles[role].reach !== 'none') ? [way('/viec/all', areaWords.all, words.allNote)] : []),
  ]
  return (
    <Section title={say(words.ways, language)}>
      <LinkList links={links} />
    </Section>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
