import { giveUpRevision } from '../../dossiers/index.ts'
import type { Words } from '../../words/index.ts'
import { show, tellerOf, Vietnamese } from '../public/show.tsx'
import { ActionCard, Button, Form, Heading, LinkButton, type Task, TaskList } from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { Asked, openRequest } from './asked.tsx'
import { changesOf } from './changes.ts'
import { type Draft, papersOf } from './draft.ts'
import { progressOf } from './progress.ts'

const words = {
  supplement: { vi: 'Bổ sung hồ sơ', en: 'Supplement your dossier' },
  supplementLead: {
    vi: 'Chỉ cần sửa những gì được yêu cầu. Nội dung khác giữ nguyên như bản đã nộp. Những gì bạn sửa được lưu lại; chỉ khi bạn gửi, cơ quan mới nhận.',
    en: 'Change only what is asked; the rest stays as you submitted it. Your changes are kept, and the agency gets them only when you send.',
  },
  amend: { vi: 'Sửa hồ sơ đã nộp', en: 'Change your submitted dossier' },
  amendLead: {
    vi: 'Bạn sửa được cho đến khi Bộ phận Một cửa trả lời. Bản đã nộp vẫn được giữ; những gì bạn sửa chỉ có hiệu lực khi bạn gửi.',
    en: 'You can change it until the counter answers. What you submitted is kept; your changes count only once you send them.',
  },
  asked: { vi: 'Bạn được yêu cầu bổ sung', en: 'What is asked of you' },
  form: { vi: 'Xem hoặc sửa phần “{title}”', en: 'See or change “{title}”' },
  papers: { vi: 'Xem hoặc thay giấy tờ', en: 'See or replace papers' },
  papersAsked: { vi: 'Bổ sung giấy tờ được yêu cầu', en: 'Add the papers asked for' },
  changed: { vi: 'Đã sửa, chưa gửi', en: 'Changed, not sent yet' },
  missing: { vi: 'Còn thiếu {count} giấy tờ', en: '{count} still missing' },
  sendSupplement: { vi: 'Kiểm tra và gửi bổ sung', en: 'Check and send the supplement' },
  sendAmend: { vi: 'Kiểm tra và gửi bản sửa', en: 'Check and send the changes' },
  giveUp: { vi: 'Bỏ mọi thay đổi chưa gửi', en: 'Drop all changes not sent' },
  back: { vi: 'Về hồ sơ', en: 'Back to the dossier' },
  attach: { vi: 'Đến phần giấy tờ', en: 'Go to the papers' },
} as const satisfies Record<string, Words>

export const revisionTitles = { supplement: words.supplement, amend: words.amend } as const

/** The parts of a submitted dossier that may be changed now: what is asked on top, what was changed marked, sending comes last. */
export async function revisionTasks(visit: SignedVisit, draft: Draft): Promise<Answer> {
  const { language, now, csrf } = visit
  const t = tellerOf(language)
  const { definition: d, here, at, dossier } = draft
  const supplement = draft.act === 'supplement'
  const [papers, changes, request] = await Promise.all([
    papersOf(draft),
    changesOf(draft, language),
    supplement ? openRequest(at, dossier) : undefined,
  ])
  const progress = progressOf(draft, papers, now, language)
  const asksPapers = request?.components.some(({ verdict }) => verdict === 'fail') ?? false
  const maySend = changes.rows.length > 0 || supplement
  const name = d.shortName ?? d.name
  const pages: Task[] = progress.pages.map(({ id, title, state }) => ({
    name: t(words.form, { title }),
    href: `${here}/to-khai/${id}`,
    state,
    ...(changes.pages.has(id) ? { hint: t(words.changed) } : {}),
  }))
  const hint =
    progress.missing.length > 0
      ? t(words.missing, { count: progress.missing.length })
      : changes.papers.size > 0
        ? t(words.changed)
        : undefined
  const paperTask: Task = {
    name: t(asksPapers ? words.papersAsked : words.papers),
    href: `${here}/giay-to`,
    state:
      asksPapers && changes.papers.size === 0 ? 'not-started' : progress.papers === 'done' ? 'done' : 'in-progress',
    ...(hint ? { hint } : {}),
  }
  const title = t(supplement ? words.supplement : words.amend)
  return show(
    visit,
    { title: `${title} – ${name}`, back: { href: here, label: t(words.back) }, search: false },
    <>
      <Heading
        kicker={<Vietnamese language={language}>{name}</Vietnamese>}
        lead={t(supplement ? words.supplementLead : words.amendLead)}
      >
        {title}
      </Heading>
      {request && (
        <ActionCard title={t(words.asked)} act={<LinkButton href={`${here}/giay-to`}>{t(words.attach)}</LinkButton>}>
          <Asked request={request} language={language} />
        </ActionCard>
      )}
      <TaskList
        language={language}
        tasks={[
          ...(asksPapers ? [paperTask, ...pages] : [...pages, paperTask]),
          {
            name: t(supplement ? words.sendSupplement : words.sendAmend),
            href: `${here}/kiem-tra`,
            state: progress.isComplete && maySend ? 'not-started' : 'not-yet',
          },
        ]}
      />
      {changes.rows.length > 0 && (
        <Form action={`${here}/to-khai`} csrf={csrf}>
          <Button kind="quiet" name="bo" value="1">
            {t(words.giveUp)}
          </Button>
        </Form>
      )}
    </>,
  )
}

/** Gives the changes up; the dossier stays as it was submitted. */
export async function giveUp({ house, viewer }: SignedVisit, { dossier, here }: Draft): Promise<Answer> {
  await house.atDesk(viewer, (desk) => giveUpRevision(desk, dossier.id))
  return { redirect: `${here}/to-khai` }
}
