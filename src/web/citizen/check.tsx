import { limitText } from '../../calendar/index.ts'
import { actTable, edit, timesIfSubmitted } from '../../dossiers/index.ts'
import { dayOf } from '../../ground/day.ts'
import { unitById } from '../../organisations/index.ts'
import { feeOf, fieldAt, isNeeded, oath, sworn } from '../../procedures/index.ts'
import { actWords, returnWords, type Words } from '../../words/index.ts'
import { freshOnce, onceOf, refusalSentence, show, tellerOf, Vietnamese } from '../public/show.tsx'
import {
  Button,
  Buttons,
  Checkbox,
  DateTime,
  DefinitionList,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  LinkList,
  Notice,
  type Problem,
  problemOf,
  Section,
  SummaryList,
} from '../ui/index.ts'
import type { Answer, PageDoor, SignedVisit } from '../visit.ts'
import { answerRows, FeeLines, paperRows } from './answers.tsx'
import { revisionCheck, sendRevision, sentAddress } from './check-revision.tsx'
import { type Draft, openDraft, papersOf, withDraft } from './draft.ts'
import { progressOf } from './progress.ts'

const words = {
  title: { vi: 'Kiểm tra trước khi nộp', en: 'Check before submitting' },
  lead: {
    vi: 'Xem lại mọi nội dung. Bạn sửa được từng dòng cho đến khi nộp.',
    en: 'Look through everything. You can change each line until you submit.',
  },
  where: { vi: 'Nơi nộp và nhận', en: 'Where it goes' },
  agency: { vi: 'Nơi nộp', en: 'Agency' },
  return: { vi: 'Cách nhận kết quả', en: 'How the result comes back' },
  papers: { vi: 'Giấy tờ kèm theo', en: 'Papers' },
  noPapers: { vi: 'Hồ sơ này không cần đính kèm giấy tờ.', en: 'This dossier needs no papers.' },
  fee: { vi: 'Phí và lệ phí', en: 'Fees' },
  time: { vi: 'Thời hạn', en: 'Time' },
  answerBy: { vi: 'Bộ phận Một cửa trả lời', en: 'The counter answers' },
  answerByText: { vi: 'trong {limit}, chậm nhất ', en: 'within {limit}, at the latest ' },
  settle: { vi: 'Giải quyết sau khi tiếp nhận', en: 'Settled once accepted' },
  incomplete: { vi: 'Hồ sơ còn phần chưa xong', en: 'Your dossier is not complete yet' },
  incompleteText: { vi: 'Hãy làm nốt những phần sau rồi quay lại đây.', en: 'Finish these parts and come back here.' },
  part: { vi: 'Phần “{title}”', en: 'Part “{title}”' },
  missing: { vi: 'Giấy tờ: {name}', en: 'Paper: {name}' },
  declaration: {
    vi: 'Tôi cam đoan nội dung khai và giấy tờ kèm theo là đúng sự thật, và chịu trách nhiệm trước pháp luật về cam đoan này',
    en: 'I declare that the answers and papers are true, and answer for this declaration before the law',
  },
  declarationNeeded: { vi: 'Đánh dấu vào ô cam đoan để nộp hồ sơ.', en: 'Tick the declaration to submit.' },
  later: { vi: 'Để sau', en: 'Not now' },
  completed: { vi: 'Làm nốt các phần được nêu rồi nộp lại.', en: 'Finish the parts named above and submit again.' },
} as const satisfies Record<string, Words>

/** Everything once more before the act: answers, papers, fee, time, declaration. */
export const check: PageDoor = {
  path: '/ho-so/:id/kiem-tra',
  for: 'citizen',
  get: (asked) =>
    withDraft(asked, (visit, draft) => (draft.revision ? revisionCheck(visit, draft) : page(visit, draft))),
  post: async (asked) => {
    const visit = asked as SignedVisit
    const { house, form, language, viewer, now } = visit
    const draft = await openDraft(visit)
    // Sent twice, the second time finds the dossier moved on by the first.
    const sent = form.fields['act'] ?? 'submit'
    if (draft && sent === 'submit' && draft.dossier.state === 'submitted') return { redirect: `${draft.here}/da-nop` }
    if (draft && sent !== draft.act) return { redirect: sentAddress(draft.dossier, sent) }
    return withDraft(visit, async (_visit, open) => {
      if (open.revision) return sendRevision(visit, open)
      const { submit } = actTable
      const body = submit.body.safeParse({
        version: Number(form.fields['version']),
        declaration: form.fields['declaration'] === 'true',
      })
      if (!body.success)
        return page(visit, open, [{ field: 'declaration', message: tellerOf(language)(words.declarationNeeded) }])
      const { isComplete } = progressOf(open, await papersOf(open), now, language)
      if (!isComplete) return page(visit, open, [{ field: 'incomplete', message: tellerOf(language)(words.completed) }])
      const id = open.dossier.id
      const done = await house.atDeskOnce(
        viewer,
        onceOf(visit),
        async (desk) => {
          const form = sworn(open.definition.form, open.answers)
          const kept = await edit(desk, id, { version: body.data.version, form })
          return kept.ok ? submit.run(desk, id, { ...body.data, version: kept.value.version }) : kept
        },
        () => ({ status: 200, resource: id }),
      )
      if (done.ok) return { redirect: `${open.here}/da-nop` }
      const again = (await openDraft(visit)) ?? open
      if (again.dossier.state === 'submitted') return { redirect: `${open.here}/da-nop` }
      return page(visit, again, [{ field: 'declaration', message: refusalSentence(done.refusal, language) }], 409)
    })
  },
}

async function page(
  visit: SignedVisit,
  draft: Draft,
  problems: readonly Problem[] = [],
  status?: number,
): Promise<Answer> {
  const { language, csrf, now, house } = visit
  const t = tellerOf(language)
  const { at, definition: d, dossier, answers, here } = draft
  const [lines, agency, times] = await Promise.all([
    papersOf(draft),
    unitById(house.db, dossier.agency),
    timesIfSubmitted(at, dossier),
  ])
  const progress = progressOf(draft, lines, now, language)
  const filed = { form: answers, channel: dossier.channel }
  const asked = d.components.filter(
    (one) =>
      one.kind === 'submit' &&
      (isNeeded(one, filed) || lines.some(({ id, attachments }) => id === one.id && attachments.length > 0)),
  )
  const name = d.shortName ?? d.name
  return show(
    visit,
    {
      title: `${t(words.title)} – ${name}`,
      back: { href: `${here}/to-khai` },
      wrong: problems.length > 0,
      search: false,
    },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading kicker={<Vietnamese language={language}>{name}</Vietnamese>} lead={t(words.lead)}>
        {t(words.title)}
      </Heading>
      {!progress.isComplete && (
        <div id="f-incomplete" tabIndex={-1}>
          <Notice tone="important" title={t(words.incomplete)}>
            <p>{t(words.incompleteText)}</p>
            <LinkList
              links={[
                ...progress.pages
                  .filter(({ state }) => state !== 'done')
                  .map(({ id, title }) => ({
                    label: t(words.part, { title }),
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
      <Section title={t(words.where)}>
        <SummaryList
          language={language}
          rows={[
            { label: t(words.agency), value: <Vietnamese language={language}>{agency?.name}</Vietnamese> },
            {
              label: t(words.return),
              value: t(returnWords[dossier.returnBy]),
              change: `${here}/cach-nhan?ve=kiem-tra`,
            },
          ]}
        />
      </Section>
      {d.form.layout.pages.map((one) => (
        <Section title={one.title}>
          <SummaryList
            language={language}
            rows={answerRows(
              d,
              one,
              answers,
              language,
              (page, field) => `${here}/to-khai/${page}?ve=kiem-tra#${encodeURI(field)}`,
            )}
          />
        </Section>
      ))}
      <Section title={t(words.papers)}>
        {asked.length === 0 ? (
          <p>{t(words.noPapers)}</p>
        ) : (
          <SummaryList language={language} rows={paperRows(d, asked, lines, language, `${here}/giay-to?ve=kiem-tra`)} />
        )}
      </Section>
      <Section title={t(words.fee)}>
        <FeeLines of={d} fee={feeOf(d, { ...filed, day: dayOf(now) })} language={language} />
      </Section>
      <Section title={t(words.time)}>
        <DefinitionList
          rows={[
            {
              label: t(words.answerBy),
              value: (
                <>
                  {t(words.answerByText, { limit: limitText(times.answer)[language] })}
                  <DateTime at={times.answerBy} language={language} />
                </>
              ),
            },
            { label: t(words.settle), value: limitText(times.settlement)[language] },
          ]}
        />
      </Section>
      <Form
        action={`${here}/kiem-tra`}
        csrf={csrf}
        hidden={{ act: 'submit', version: dossier.version, ...freshOnce() }}
      >
        <Checkbox
          language={language}
          name="declaration"
          label={fieldAt(d.form, oath)?.schema.title ?? t(words.declaration)}
          checked={visit.form.fields['declaration'] === 'true'}
          error={problemOf(problems, 'declaration')}
        />
        <Buttons>
          <Button>{t(actWords.submit)}</Button>
          <LinkButton href={`${here}/to-khai`} kind="quiet">
            {t(words.later)}
          </LinkButton>
        </Buttons>
      </Form>
    </>,
    status,
  )
}
