import { unitById } from '../../organisations/index.ts'
import { returnWords, type Words } from '../../words/index.ts'
import { show, tellerOf, Vietnamese } from '../public/show.tsx'
import { addresses, Heading, Section, SummaryList, type Task, TaskList } from '../ui/index.ts'
import type { PageDoor } from '../visit.ts'
import { papersOf, withDraft } from './draft.ts'
import { progressOf } from './progress.ts'
import { giveUp, revisionTasks } from './revision-tasks.tsx'

const words = {
  title: { vi: 'Các phần cần làm', en: 'Your tasks' },
  lead: {
    vi: 'Làm theo thứ tự nào cũng được. Hồ sơ được lưu sau mỗi phần; bạn có thể làm tiếp trên máy khác ở “Hồ sơ của tôi”.',
    en: 'In any order. Your dossier is kept after each part; go on from any device under “My dossiers”.',
  },
  fill: { vi: 'Khai phần “{title}”', en: 'Fill in “{title}”' },
  attach: { vi: 'Đính kèm giấy tờ', en: 'Attach the papers' },
  noPapers: { vi: 'Hồ sơ này không cần đính kèm giấy tờ', en: 'This dossier needs no papers' },
  missing: { vi: 'Còn thiếu {count} giấy tờ', en: '{count} still missing' },
  check: { vi: 'Kiểm tra và nộp hồ sơ', en: 'Check and submit' },
  where: { vi: 'Nơi nộp và nhận', en: 'Where it goes' },
  agency: { vi: 'Nơi nộp', en: 'Agency' },
  return: { vi: 'Cách nhận kết quả', en: 'How the result comes back' },
} as const satisfies Record<string, Words>

/** The parts of a draft, in any order, each with how far it is; checking comes last. Of a submitted dossier what may be changed now. */
export const tasks: PageDoor = {
  path: '/ho-so/:id/to-khai',
  for: 'citizen',
  post: (asked) =>
    withDraft(asked, async (visit, draft) =>
      draft.revision && visit.form.fields['bo'] ? giveUp(visit, draft) : { redirect: `${draft.here}/to-khai` },
    ),
  get: (asked) =>
    withDraft(asked, async (visit, draft) => {
      if (draft.revision) return revisionTasks(visit, draft)
      const { language, now } = visit
      const t = tellerOf(language)
      const { definition: d, dossier, here } = draft
      const [papers, agency] = await Promise.all([papersOf(draft), unitById(visit.house.db, dossier.agency)])
      const progress = progressOf(draft, papers, now, language)
      const name = d.shortName ?? d.name
      const pages: Task[] = progress.pages.map(({ id, title, state }) => ({
        name: t(words.fill, { title }),
        href: `${here}/to-khai/${id}`,
        state,
      }))
      const attached = papers.some(({ attachments }) => attachments.length > 0)
      const hint =
        progress.missing.length > 0
          ? t(words.missing, { count: progress.missing.length })
          : attached
            ? undefined
            : t(words.noPapers)
      return show(
        visit,
        { title: `${t(words.title)} – ${name}`, back: { href: addresses.dossiers }, search: false },
        <>
          <Heading kicker={<Vietnamese language={language}>{name}</Vietnamese>} lead={t(words.lead)}>
            {t(words.title)}
          </Heading>
          <TaskList
            language={language}
            tasks={[
              ...pages,
              { name: t(words.attach), href: `${here}/giay-to`, state: progress.papers, ...(hint ? { hint } : {}) },
              {
                name: t(words.check),
                href: `${here}/kiem-tra`,
                state: progress.isComplete ? 'not-started' : 'not-yet',
              },
            ]}
          />
          <Section title={t(words.where)}>
            <SummaryList
              language={language}
              rows={[
                { label: t(words.agency), value: <Vietnamese language={language}>{agency?.name}</Vietnamese> },
                { label: t(words.return), value: t(returnWords[dossier.returnBy]), change: `${here}/cach-nhan` },
              ]}
            />
          </Section>
        </>,
      )
    }),
}
