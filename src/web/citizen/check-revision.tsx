import { actTable, type Dossier, type DossierDesk } from '../../dossiers/index.ts'
import { refused } from '../../ground/result.ts'
import { refusalText, type Words } from '../../words/index.ts'
import { freshOnce, onceOf, show, tellerOf, Vietnamese } from '../public/show.tsx'
import {
  Button,
  Buttons,
  Comparison,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  LinkList,
  Notice,
  type Problem,
  Section,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { Asked, openRequest } from './asked.tsx'
import { type Changes, changesOf } from './changes.ts'
import { type Draft, openDraft, papersOf } from './draft.ts'
import { progressOf } from './progress.ts'
import { readExplanations, Unanswered, unansweredIn } from './unanswered.tsx'

const words = {
  supplement: { vi: 'Kiểm tra trước khi gửi bổ sung', en: 'Check before sending the supplement' },
  amend: { vi: 'Kiểm tra trước khi gửi bản sửa', en: 'Check before sending the changes' },
  lead: {
    vi: 'Dưới đây là những gì khác với bản bạn đã nộp. Mọi nội dung khác giữ nguyên.',
    en: 'This is what differs from what you submitted. Everything else stays as it is.',
  },
  changes: { vi: 'Những gì bạn thay đổi', en: 'What you changed' },
  before: { vi: 'Bản đã nộp', en: 'As submitted' },
  after: { vi: 'Bản gửi lần này', en: 'As sent now' },
  nothing: { vi: 'Bạn chưa thay đổi gì so với bản đã nộp', en: 'You have not changed anything yet' },
  nothingText: {
    vi: 'Chỉ gửi như thế này khi bạn đã đưa giấy tờ được yêu cầu trực tiếp tại quầy.',
    en: 'Send it like this only if you handed in what was asked at the counter.',
  },
  goChange: { vi: 'Quay lại để sửa', en: 'Go back and change' },
  asked: { vi: 'Cơ quan yêu cầu', en: 'What was asked' },
  incomplete: { vi: 'Hồ sơ còn phần chưa xong', en: 'Your dossier is not complete yet' },
  part: { vi: 'Phần “{title}”', en: 'Part “{title}”' },
  missing: { vi: 'Giấy tờ: {name}', en: 'Paper: {name}' },
  completed: { vi: 'Làm nốt các phần được nêu rồi gửi lại.', en: 'Finish the parts named above and send again.' },
  elsewhere: {
    vi: 'Nội dung vừa được sửa ở thẻ hoặc máy khác. Hãy xem lại bản dưới đây rồi gửi.',
    en: 'This was just changed in another tab or device. Look at it again below and send it.',
  },
  needed: { vi: 'Sửa ít nhất một nội dung rồi gửi.', en: 'Change at least one thing and send it.' },
  sendSupplement: { vi: 'Gửi bổ sung', en: 'Send the supplement' },
  sendAmend: { vi: 'Gửi bản sửa', en: 'Send the changes' },
  declared: {
    vi: 'Khi gửi, bạn cam đoan nội dung và giấy tờ gửi lần này là đúng sự thật và chịu trách nhiệm trước pháp luật.',
    en: 'By sending you declare that the answers and papers sent now are true, and answer for this before the law.',
  },
  later: { vi: 'Để sau', en: 'Not now' },
} as const satisfies Record<string, Words>

/** What differs from the submitted dossier, before it is sent. */
export async function revisionCheck(
  visit: SignedVisit,
  draft: Draft,
  problems: readonly Problem[] = [],
  status?: number,
): Promise<Answer> {
  const { language, csrf, now } = visit
  const t = tellerOf(language)
  const { definition: d, here, at, dossier, revision } = draft
  const supplement = draft.act === 'supplement'
  const [papers, changes, request] = await Promise.all([
    papersOf(draft),
    changesOf(draft, language),
    supplement ? openRequest(at, dossier) : undefined,
  ])
  const progress = progressOf(draft, papers, now, language)
  const name = d.shortName ?? d.name
  const open = unansweredIn(draft, request, changes)
  const title = t(supplement ? words.supplement : words.amend)
  return show(
    visit,
    { title: `${title} – ${name}`, back: { href: `${here}/to-khai` }, wrong: problems.length > 0, search: false },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading kicker={<Vietnamese language={language}>{name}</Vietnamese>} lead={t(words.lead)}>
        {title}
      </Heading>
      {!progress.isComplete && (
        <div id="f-incomplete" tabIndex={-1}>
          <Notice tone="important" title={t(words.incomplete)}>
            <LinkList
              links={[
                ...progress.pages
                  .filter(({ state }) => state !== 'done')
                  .map(({ id, title: part }) => ({
                    label: t(words.part, { title: part }),
                    href: `${here}/to-khai/${id}?ve=kiem-tra`,
                  })),
                ...progress.missing.map((one) => ({
                  label: t(words.missing, { name: one.name }),
                  href: `${here}/giay-to?ve=kiem-tra`,
                })),
              ]}
            />
          </Notice>
        </div>
      )}
      <Section title={t(words.changes)} id="f-changes">
        {changes.rows.length > 0 ? (
          <Comparison
            language={language}
            caption={t(words.changes)}
            quietCaption
            rows={changes.rows}
            before={t(words.before)}
            after={t(words.after)}
          />
        ) : (
          <Notice tone="important" title={t(words.nothing)}>
            {supplement && dossier.channel !== 'online' && <p>{t(words.nothingText)}</p>}
            <p>
              <a href={`${here}/to-khai`}>{t(words.goChange)}</a>
            </p>
          </Notice>
        )}
      </Section>
      {request && (
        <Section title={t(words.asked)}>
          <Asked request={request} language={language} />
        </Section>
      )}
      <Form
        action={`${here}/kiem-tra`}
        csrf={csrf}
        hidden={{ act: draft.act, version: dossier.version, revision: revision?.version ?? 0, ...freshOnce() }}
      >
        <Unanswered open={open} visit={visit} problems={problems} language={language} />
        <p class="prose">{t(words.declared)}</p>
        <Buttons>
          <Button>{t(supplement ? words.sendSupplement : words.sendAmend)}</Button>
          <LinkButton href={`${here}/to-khai`} kind="quiet">
            {t(words.later)}
          </LinkButton>
        </Buttons>
      </Form>
    </>,
    status,
  )
}

/** Sends the changes as they were shown, once however often the form arrives. */
export async function sendRevision(visit: SignedVisit, draft: Draft): Promise<Answer> {
  const { house, language, viewer } = visit
  const { act, dossier, here, revision } = draft
  if (act === 'submit' || !revision) return { redirect: here }
  const changes = await changesOf(draft, language)
  const request = act === 'supplement' ? await openRequest(draft.at, dossier) : undefined
  const said = readExplanations(visit, unansweredIn(draft, request, changes))
  const problem = await problemIn(visit, draft, changes, said.explanations.length > 0)
  const problems = problem ? [problem] : said.problems
  const { pages, papers } = changes
  const attachments = revision.attachments.filter(({ component }) => papers.has(component))
  // Only what differs is sent: what was not touched stays as it was submitted.
  const body = actTable[act].body.parse({
    version: dossier.version,
    ...(pages.size > 0 ? { form: revision.form } : {}),
    attachments: attachments.map(({ component, file, item }) =>
      item ? { component, recordItem: item } : { component, file },
    ),
    without: [...papers].filter((id) => !attachments.some(({ component }) => component === id)),
    ...(said.explanations.length > 0 ? { explanations: said.explanations } : {}),
  })
  const send = (desk: DossierDesk) => actTable[act].run(desk, dossier.id, body)
  // A form that arrives again ends where the first one did, whatever has become of the changes meanwhile.
  const work = problems.length > 0 ? async () => refused('stale-version') : send
  const sent = await house.atDeskOnce(viewer, onceOf(visit), work, () => ({ status: 200, resource: dossier.id }))
  if (sent.ok) return { redirect: sentAddress(dossier, act) }
  if (problems.length > 0) return revisionCheck(visit, draft, problems)
  const again = (await openDraft(visit)) ?? draft
  if (again.act !== act) return { redirect: again.here }
  return revisionCheck(visit, again, [{ field: 'changes', message: refusalText(sent, language) }], 409)
}

/** What is still to be done before it may be sent. */
async function problemIn(
  visit: SignedVisit,
  draft: Draft,
  { rows }: Changes,
  isExplained: boolean,
): Promise<Problem | undefined> {
  const { form, language, now } = visit
  const t = tellerOf(language)
  const { dossier, revision, act } = draft
  if (form.fields['revision'] !== String(revision?.version) || form.fields['version'] !== String(dossier.version))
    return { field: 'changes', message: t(words.elsewhere) }
  if (!progressOf(draft, await papersOf(draft), now, language).isComplete)
    return { field: 'incomplete', message: t(words.completed) }
  return !isExplained && (act === 'amend' || dossier.channel === 'online') && rows.length === 0
    ? { field: 'changes', message: t(words.needed) }
    : undefined
}

export const sentAddress = ({ id }: Pick<Dossier, 'id'>, act: string) =>
  `/ho-so/${id}?xong=${encodeURIComponent(act.toWellFormed())}`
