import {
  type Access,
  type AccessPage,
  accessesOf,
  activityOf,
  dossierFor,
  maySeeAccesses,
  traceOpening,
} from '../../dossiers/index.ts'
import { releasesOf } from '../../disclosures/index.ts'
import { isId } from '../../ground/uuid.ts'
import { roles } from '../../organisations/law/index.ts'
import { type Language, say, ui, type Words } from '../../words/index.ts'
import { actName, purposeName } from '../admin/audit-words.ts'
import { addressWith } from '../public/cursor.ts'
import { MyTabs } from '../public/my-tabs.tsx'
import { notFound, show, tellerOf, Vietnamese } from '../public/show.tsx'
import { Releases, releasesTitle } from '../releases.tsx'
import { addresses, DataTable, DateTime, EmptyState, Heading, Pagination, Section } from '../ui/index.ts'
import { type PageDoor, readerOf, type SignedVisit } from '../visit.ts'

const words = {
  accesses: { vi: 'Ai đã mở hồ sơ này', en: 'Who opened this dossier' },
  accessesLead: {
    vi: 'Mỗi lần có người mở hồ sơ hoặc giấy tờ của hồ sơ, hệ thống ghi lại và không ai sửa được. Việc bạn xem trang này cũng được ghi.',
    en: 'Each time somebody opens the dossier or a paper of it, it is written down, and nobody can change that. Your looking at this page is written down too.',
  },
  activity: { vi: 'Nhật ký giao dịch', en: 'Activity' },
  activityLead: {
    vi: 'Mọi việc đã làm với tài khoản và hồ sơ của bạn, do bạn hoặc do cán bộ. Nếu thấy việc lạ, bạn hãy đổi mật khẩu và báo cho nơi tiếp nhận.',
    en: 'Everything done with your account and dossiers, by you or by officers. If something looks strange, change your password and tell the counter.',
  },
  at: { vi: 'Lúc', en: 'At' },
  who: { vi: 'Ai', en: 'Who' },
  what: { vi: 'Việc', en: 'What' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  you: { vi: 'Bạn', en: 'You' },
  system: { vi: 'Hệ thống', en: 'The system' },
  stranger: { vi: 'Người không có quyền, đã bị chặn', en: 'Somebody without the right, kept out' },
  reused: { vi: 'dùng lại {n} giấy tờ trong kho', en: 'using {n} papers of the record again' },
  none: { vi: 'Chưa có việc nào được ghi', en: 'Nothing is written down yet' },
} as const satisfies Record<string, Words>

/** Who opened a dossier, when and for what: for the one whose it is. */
export const dossierAccesses: PageDoor = {
  path: '/ho-so/:id/ai-da-xem',
  for: 'citizen',
  get: async (asked) => {
    const visit = asked as SignedVisit
    const { language, params } = visit
    const at = readerOf(visit)
    const id = params['id'] ?? ''
    const dossier = isId(id) ? await dossierFor(at, id) : undefined
    if (!dossier || !maySeeAccesses(at, dossier)) return notFound(visit)
    await traceOpening(at, id, 'accesses')
    const found = await accessesOf(at, id, { before: beforeOf(visit) })
    const released = await releasesOf(at.db, id)
    const title = say(words.accesses, language)
    const crumbs = [
      { label: say(ui.page.dossiers, language), href: addresses.dossiers },
      { label: dossier.code ?? dossier.reference ?? say(words.dossier, language), href: `/ho-so/${id}` },
      { label: title, href: `/ho-so/${id}/ai-da-xem` },
    ]
    return show(
      visit,
      { title, crumbs },
      <>
        <Heading lead={say(words.accessesLead, language)}>{title}</Heading>
        <Lines
          found={found}
          later={beforeOf(visit) !== undefined}
          here={`/ho-so/${id}/ai-da-xem`}
          title={title}
          language={language}
        />
        <Section title={say(releasesTitle, language)}>
          <Releases rows={released} language={language} />
        </Section>
      </>,
    )
  },
}

/** The holder's own transactions, and whoever opened what is theirs. */
export const activity: PageDoor = {
  path: '/tai-khoan/nhat-ky',
  for: 'citizen',
  get: async (asked) => {
    const visit = asked as SignedVisit
    const { language } = visit
    const found = await activityOf(readerOf(visit), { before: beforeOf(visit) })
    const title = say(words.activity, language)
    return show(
      visit,
      { title },
      <>
        <Heading lead={say(words.activityLead, language)}>{title}</Heading>
        <MyTabs visit={visit} here="account" />
        <Lines
          found={found}
          later={beforeOf(visit) !== undefined}
          here="/tai-khoan/nhat-ky"
          title={title}
          language={language}
          dossiers
        />
      </>,
    )
  },
}

const beforeOf = ({ query }: SignedVisit) => (/^\d{1,18}$/.test(query['truoc'] ?? '') ? query['truoc'] : undefined)

type LinesProps = {
  found: AccessPage
  later: boolean
  here: string
  title: string
  language: Language
  dossiers?: boolean
}

function Lines({ found: { items, next }, later, here, title, language, dossiers = false }: LinesProps) {
  const t = tellerOf(language)
  return (
    <>
      <DataTable
        language={language}
        caption={title}
        quietCaption
        rows={items}
        columns={[
          { label: t(words.at), whole: true, cell: ({ at }) => <DateTime at={at} language={language} /> },
          { label: t(words.who), cell: (line) => <Who line={line} language={language} /> },
          { label: t(words.what), names: true, cell: (line) => whatOf(line, language) },
          ...(dossiers
            ? [
                {
                  label: t(words.dossier),
                  whole: true,
                  cell: ({ dossier, code }: Access) =>
                    dossier ? <a href={`/ho-so/${dossier}`}>{code ?? t(words.dossier)}</a> : <>–</>,
                },
              ]
            : []),
        ]}
        empty={<EmptyState title={t(words.none)} />}
      />
      <Pagination
        language={language}
        next={next && addressWith(here, { truoc: next })}
        start={later ? here : undefined}
      />
    </>
  )
}

function whatOf({ act, what, reused }: Access, language: Language): string {
  if (reused) return `${actName(act, language)}, ${say(words.reused, language, { n: reused })}`
  return what && act === 'open' ? `${actName(act, language)}: ${purposeName(what, language)}` : actName(act, language)
}

function Who({ line: { self, by, act }, language }: { line: Access; language: Language }) {
  const t = tellerOf(language)
  if (self) return <>{t(words.you)}</>
  if (!by) return <>{t(act === 'denied' ? words.stranger : words.system)}</>
  return (
    <>
      <Vietnamese language={language}>{by.name}</Vietnamese>
      {(by.role || by.unit) && (
        <p class="small">{[by.role && say(roles[by.role], language), by.unit].filter(Boolean).join(', ')}</p>
      )}
    </>
  )
}
