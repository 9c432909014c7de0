import { legQueue, type LegQueued } from '../../../dossiers/index.ts'
import { say, type Words } from '../../../words/index.ts'
import {
  type Column,
  DataTable,
  DateTime,
  EmptyState,
  Heading,
  LinkButton,
  Pagination,
  Tabs,
  Tag,
} from '../../ui/index.ts'
import { readerOf } from '../../visit.ts'
import { address, officerDoor, officerPage } from '../page.tsx'
import { legAddress, legsAddress } from './address.ts'
import { kindWords, legWords, standingOf } from './words.ts'

const words = {
  lead: {
    vi: 'Cơ quan khác nhờ cơ quan bạn cho ý kiến hoặc làm một phần việc. Việc có hạn sớm nhất đứng đầu.',
    en: 'Other agencies ask yours for an opinion or for a part of the work. The earliest hour comes first.',
  },
  waiting: { vi: 'Chờ trả lời', en: 'To answer' },
  answered: { vi: 'Đã trả lời', en: 'Answered' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  from: { vi: 'Cơ quan hỏi', en: 'Asked by' },
  answeredAt: { vi: 'Trả lời lúc', en: 'Answered' },
  act: { vi: 'Việc', en: 'Act' },
  open: { vi: 'Mở và trả lời', en: 'Open and answer' },
  look: { vi: 'Xem lại', en: 'Look again' },
  empty: { vi: 'Không có việc phối hợp nào đang chờ', en: 'Nothing is waiting' },
  emptyText: {
    vi: 'Việc hiện ở đây khi cơ quan khác gửi hồ sơ phối hợp hoặc lấy ý kiến cơ quan bạn.',
    en: 'It stands here once another agency asks yours.',
  },
  emptyAnswered: { vi: 'Cơ quan bạn chưa trả lời việc nào', en: 'Your agency has answered nothing yet' },
} as const satisfies Record<string, Words>

/** What other agencies asked of this officer's, the earliest hour first; beside it what was answered. */
export const legQueuePage = officerDoor(legsAddress, {
  may: 'answer-legs',
  get: async (visit) => {
    const { language, query } = visit
    const answered = query['loc'] === 'da-tra-loi'
    const { items, next } = await legQueue(readerOf(visit), { answered, cursor: query['tu'] })
    const title = say(legWords.title, language)
    const loc = answered ? 'da-tra-loi' : undefined
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(words.lead, language)}>{title}</Heading>
        <Tabs
          language={language}
          tabs={[
            { label: say(words.waiting, language), href: legsAddress, current: !answered },
            {
              label: say(words.answered, language),
              href: address(legsAddress, { loc: 'da-tra-loi' }),
              current: answered,
            },
          ]}
        />
        <DataTable
          language={language}
          caption={`${title}: ${say(answered ? words.answered : words.waiting, language)}`}
          quietCaption
          columns={columns(answered, language, visit.now)}
          rows={items}
          empty={
            <EmptyState title={say(answered ? words.emptyAnswered : words.empty, language)}>
              <p>{say(words.emptyText, language)}</p>
            </EmptyState>
          }
        />
        <Pagination
          language={language}
          next={next ? address(legsAddress, { loc, tu: next }) : undefined}
          start={query['tu'] ? address(legsAddress, { loc }) : undefined}
        />
      </>,
    )
  },
})

function columns(answered: boolean, language: 'vi' | 'en', now: Date): Column<LegQueued>[] {
  const isLate = ({ outcome, due }: LegQueued) =>
    outcome === 'late' || outcome === 'unanswered' || (!outcome && !!due && due < now)
  return [
    {
      label: say(words.code, language),
      names: true,
      whole: true,
      cell: ({ id, code }) => <a href={legAddress(id)}>{code}</a>,
    },
    { label: say(words.procedure, language), cell: ({ procedureName }) => procedureName },
    { label: say(words.from, language), cell: ({ from }) => from },
    { label: say(legWords.kind, language), whole: true, cell: ({ kind }) => say(kindWords[kind], language) },
    {
      label: say(answered ? words.answeredAt : legWords.due, language),
      whole: true,
      cell: ({ due, answeredAt }) => <Moment at={answered ? answeredAt : due} language={language} />,
    },
    {
      label: say(legWords.standing, language),
      whole: true,
      cell: (leg) => {
        const { text, tone } = standingOf({ ...leg, isLate: isLate(leg) }, language)
        return <Tag tone={tone}>{text}</Tag>
      },
    },
    {
      label: say(words.act, language),
      cell: ({ id, code }) => (
        <LinkButton href={legAddress(id)} kind="quiet">
          {say(answered ? words.look : words.open, language)}
          <span class="hidden"> {code}</span>
        </LinkButton>
      ),
    },
  ]
}

function Moment({ at, language }: { at: Date | null; language: 'vi' | 'en' }) {
  return at ? <DateTime at={at} language={language} /> : <>–</>
}
