import type { VNode } from 'preact'
import { deskLoads, type DeskLoad, type QueueLoad, queueLoad, queuePage } from '../../dossiers/index.ts'
import { dayOf } from '../../ground/day.ts'
import { holds } from '../../organisations/index.ts'
import { mayDo } from '../../organisations/law/index.ts'
import { capital, say, type Words } from '../../words/index.ts'
import { DataTable, DateTime, dayWords, EmptyState, Heading, LinkList, Section } from '../ui/index.ts'
import { readerOf, type SignedVisit } from '../visit.ts'
import { duesOf } from './dues.ts'
import { officerDoor, officerPage } from './page.tsx'
import { legsAddress } from './legs/address.ts'
import { areaWords, queuesOf, queueWords, seesDossiers, type WorkQueue } from './queue-words.ts'
import { dossierColumns } from './rows.tsx'

const words = {
  queue: { vi: 'Hàng việc', en: 'Queue' },
  waiting: { vi: 'Đang chờ', en: 'Waiting' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  desk: { vi: 'Nơi đang giữ', en: 'Held by' },
  soonest: { vi: 'Hạn gần nhất', en: 'Next due' },
  loads: { vi: 'Số hồ sơ đang chờ ở từng nơi', en: 'What waits at each desk' },
  someLate: { vi: '{count} hồ sơ đang chờ, {overdue} hồ sơ quá hạn.', en: '{count} waiting, {overdue} overdue.' },
  noneLate: { vi: '{count} hồ sơ đang chờ, không có hồ sơ quá hạn.', en: '{count} waiting, none overdue.' },
  clearQueues: { vi: 'Không có hồ sơ nào ở: {queues}.', en: 'Nothing waits in: {queues}.' },
  first: { vi: '{queue}: cần làm trước', en: '{queue}: first' },
  seeAll: { vi: 'Xem tất cả', en: 'See all' },
  clear: { vi: 'Không có hồ sơ nào đang chờ', en: 'Nothing is waiting' },
  clearText: {
    vi: 'Hồ sơ mới sẽ hiện ở đây. Bạn có thể tìm hồ sơ đã xử lý bằng mã hoặc tên người nộp.',
    en: 'New dossiers will appear here. Past ones are found by code or by name.',
  },
  ways: { vi: 'Việc bạn có thể làm', en: 'What you can do' },
  accountsNote: { vi: 'Ai giữ vị trí nào, ở đơn vị nào.', en: 'Who holds which post, where.' },
  calendarNote: { vi: 'Ngày nghỉ, làm bù, giờ làm việc', en: 'Days off, days worked, office hours' },
  settingsNote: { vi: 'Mọi lựa chọn của tỉnh, kèm căn cứ.', en: 'Every choice of the province, with its basis.' },
  auditNote: { vi: 'Ai đã làm gì, đã xem gì, lúc nào.', en: 'Who did and saw what, when.' },
  legsNote: { vi: 'Việc cơ quan khác nhờ cơ quan bạn làm hoặc cho ý kiến.', en: 'What other agencies ask of yours.' },
  requestsNote: { vi: 'Thay đổi cán bộ, đề nghị mở rộng hệ thống.', en: 'Changes of staff, extensions.' },
  devicesNote: {
    vi: 'Máy quét, máy in, đầu đọc: thông số và thử.',
    en: 'Scanners, printers, readers: settings and trials.',
  },
  allNote: { vi: 'Mọi hồ sơ trong phạm vi bạn được xem.', en: 'Every dossier within your reach.' },
} as const satisfies Record<string, Words>

/** The morning page: what waits, what comes first, where to go. */
export const home = officerDoor('/viec', {
  may: 'by-reach',
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
        {queuesOf(viewer).length === 0 && <Ways visit={visit} />}
      </>,
    )
  },
})

/** Those who watch over others' work see every desk within their reach. */
function watches({ viewer }: SignedVisit): boolean {
  return (['auditor', 'chairman', 'centre-director', 'agency-leader', 'division-leader'] as const).some((role) =>
    holds(viewer, role),
  )
}

type Work = {
  visit: SignedVisit
  sections: { name: Words; queue: WorkQueue; load: QueueLoad; table: VNode }[]
  clear: Words[]
}

/** Every queue of this officer: what comes first in it, and the ones in which nothing waits. */
async function myWork(visit: SignedVisit): Promise<Work> {
  const { language, viewer } = visit
  const at = readerOf(visit)
  const loads = await queueLoad(at)
  const [busy, idle] = [
    queuesOf(viewer).filter(({ queue }) => loads[queue]?.count),
    queuesOf(viewer).filter(({ queue }) => !loads[queue]?.count),
  ]
  const sections = await Promise.all(
    busy.map(async ({ queue, words: name, states }) => {
      const { items } = await queuePage(at, { queue, limit: 5 })
      const columns = dossierColumns({
        language,
        names: visit.states,
        dues: await duesOf(visit, items),
        list: { queue },
        states: states.length > 1,
      })
      const caption = say(words.first, language, { queue: say(name, language) })
      const table = <DataTable language={language} caption={caption} quietCaption columns={columns} rows={items} />
      return { name, queue, load: loads[queue]!, table }
    }),
  )
  return { visit, sections, clear: idle.map(({ words: name }) => name) }
}

function MyWork({ visit: { language }, sections, clear }: Work) {
  return (
    <>
      {sections.map(({ name, queue, load: { count, overdue }, table }) => (
        <Section title={say(name, language)}>
          <p>
            {say(overdue > 0 ? words.someLate : words.noneLate, language, { count, overdue })}{' '}
            {count > 5 && <a href={`/viec/${queue}`}>{say(words.seeAll, language)}</a>}
          </p>
          {table}
        </Section>
      ))}
      {sections.length === 0 && (
        <EmptyState title={say(words.clear, language)}>
          <p>{say(words.clearText, language)}</p>
        </EmptyState>
      )}
      {sections.length > 0 && clear.length > 0 && (
        <p class="muted">
          {say(words.clearQueues, language, { queues: clear.map((name) => say(name, language)).join(', ') })}
        </p>
      )}
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
        rows={loads.toSorted((one, other) => one.desk.localeCompare(other.desk, 'vi') || place(one) - place(other))}
        empty={<EmptyState title={say(words.clear, language)} />}
      />
    </Section>
  )
}

/** In the order of the work. */
function place({ queue }: DeskLoad): number {
  return queueWords.findIndex((row) => row.queue === queue)
}

function Ways({ visit: { viewer, language } }: { visit: SignedVisit }) {
  const way = (href: string, label: Words, note: Words) => ({
    href,
    label: say(label, language),
    note: say(note, language),
  })
  const links = [
    ...(mayDo(viewer, 'see-officers')
      ? [
          way('/quan-tri', areaWords.accounts, words.accountsNote),
          way('/quan-tri/lich', areaWords.calendar, words.calendarNote),
        ]
      : []),
    ...(mayDo(viewer, 'answer-legs') ? [way(legsAddress, areaWords.legs, words.legsNote)] : []),
    ...(mayDo(viewer, 'see-settings') ? [way('/quan-tri/cai-dat', areaWords.settings, words.settingsNote)] : []),
    ...(mayDo(viewer, 'see-requests') ? [way('/quan-tri/yeu-cau', areaWords.requests, words.requestsNote)] : []),
    ...(mayDo(viewer, 'see-devices') ? [way('/quan-tri/thiet-bi', areaWords.devices, words.devicesNote)] : []),
    ...(mayDo(viewer, 'read-audit') ? [way('/quan-tri/nhat-ky', areaWords.audit, words.auditNote)] : []),
    ...(seesDossiers(viewer) ? [way('/viec/all', areaWords.all, words.allNote)] : []),
  ]
  return (
    <Section title={say(words.ways, language)}>
      <LinkList links={links} />
    </Section>
  )
}
