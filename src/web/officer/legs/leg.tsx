import { type ActBody, actTable, legFor, type LegView } from '../../../dossiers/index.ts'
import { formFor, versionById } from '../../../procedures/index.ts'
import { type Refusal, refusalWords, say, type Words } from '../../../words/index.ts'
import {
  Columns,
  DateTime,
  DefinitionList,
  ErrorSummary,
  Heading,
  instantWords,
  Notice,
  type Problem,
  Section,
  SummaryList,
} from '../../ui/index.ts'
import { type Answer, readerOf, type SignedVisit } from '../../visit.ts'
import { onceOf } from '../acts/door.tsx'
import { rowsOf } from '../dossier/answers.tsx'
import { Files } from '../dossier/papers.tsx'
import { missing, officerDoor, officerPage } from '../page.tsx'
import { legAddress, legsAddress } from './address.ts'
import { AnswerForm, takeFiles } from './answer.tsx'
import { LegAnswered, LegTable, Standing } from './list.tsx'
import { kindWords, legWords, stanceWords } from './words.ts'

const words = {
  back: { vi: 'Việc phối hợp', en: 'Joint work' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  from: { vi: 'Cơ quan hỏi', en: 'Asked by' },
  askedAt: { vi: 'Gửi lúc', en: 'Asked' },
  facts: { vi: 'Thông tin chung', en: 'About' },
  asked: { vi: 'Nội dung được giao', en: 'What is asked' },
  papers: { vi: 'Giấy tờ bạn được xem', en: 'Papers you may open' },
  closedPapers: {
    vi: 'Cơ quan bạn đã trả lời nên giấy tờ và nội dung khai của hồ sơ không còn mở ở đây. Cần xem lại, hãy đề nghị cơ quan hỏi gửi lại.',
    en: 'Your agency has answered, so the papers and answers of the dossier are no longer open here. To see them again, ask the agency that asked to send them anew.',
  },
  noPapers: { vi: 'Cơ quan hỏi không gửi kèm giấy tờ nào.', en: 'No papers were sent with it.' },
  earlier: { vi: 'Kết quả của phần việc trước', en: 'What earlier agencies answered' },
  waits: { vi: 'Phần việc trước chưa có kết quả', en: 'An earlier agency has not answered yet' },
  waitsText: {
    vi: 'Bạn gửi kết quả được sau khi cơ quan trước trả lời. Thời hạn của bạn đã tính cả thời gian đó.',
    en: 'You can hand in yours once the earlier agency has answered. Your hour already reckons with that.',
  },
  yours: { vi: 'Trả lời của cơ quan bạn', en: 'Your agency’s answer' },
  chooseStance: { vi: 'Chọn ý kiến của cơ quan bạn', en: 'Choose what your agency thinks' },
  needAnswer: { vi: 'Ghi nội dung trả lời', en: 'Write the answer' },
  sent: { vi: 'Đã gửi trả lời', en: 'The answer is sent' },
  sentText: {
    vi: 'Cơ quan hỏi đã nhận được. Bạn không cần làm gì thêm.',
    en: 'The agency has it. You need not do anything more.',
  },
  late: { vi: 'Đã quá thời hạn trả lời', en: 'The time to answer is over' },
  lateText: {
    vi: 'Bạn vẫn gửi được; trả lời được ghi là sau thời hạn.',
    en: 'You can still answer; it is noted as late.',
  },
} as const satisfies Record<string, Words>

/** One leg for the agency that was asked: the work, what it needs of the dossier, and its answer. */
export const legPage = officerDoor(`${legsAddress}/:id`, {
  may: 'by-reach',
  uploads: true,
  get: async (visit) => {
    const leg = await legFor(readerOf(visit), visit.params['id'] ?? '')
    return leg ? page(visit, leg) : missing(visit)
  },
  post: async (visit) => {
    const leg = await legFor(readerOf(visit), visit.params['id'] ?? '')
    return leg ? send(visit, leg) : missing(visit)
  },
})

async function send(visit: SignedVisit, leg: LegView): Promise<Answer> {
  const { form, language, house, viewer } = visit
  const answer = form.fields['answer']?.trim() ?? ''
  const stance = form.fields['stance'] ?? ''
  const isOpinion = leg.kind === 'opinion'
  const problems: Problem[] = [
    ...(isOpinion && !(stance in stanceWords) ? [{ field: 'stance', message: say(words.chooseStance, language) }] : []),
    ...(answer ? [] : [{ field: 'answer', message: say(words.needAnswer, language) }]),
  ]
  const { files, wrong } = problems.length === 0 ? await takeFiles(visit) : { files: [], wrong: [] }
  if (problems.length + wrong.length > 0) return page(visit, leg, [...problems, ...wrong], 422)
  const body = { version: Number(form.fields['version']), leg: leg.id, answer, ...(files.length > 0 ? { files } : {}) }
  const sent = await house.atDeskOnce(
    viewer,
    onceOf(visit),
    (desk) =>
      isOpinion
        ? actTable['give-opinion'].run(desk, leg.dossier.id, { ...body, stance } as ActBody<'give-opinion'>)
        : actTable['finish-leg'].run(desk, leg.dossier.id, body),
    ({ id }) => ({ status: 303, resource: id }),
  )
  if (sent.ok) return { redirect: `${legAddress(leg.id)}?xong=1` }
  const now = await legFor(readerOf(visit), leg.id)
  return now ? page(visit, now, [], 409, sent.refusal) : missing(visit)
}

async function page(
  visit: SignedVisit,
  leg: LegView,
  problems: readonly Problem[] = [],
  status?: number,
  no?: Refusal,
): Promise<Answer> {
  const { language, query } = visit
  const kind = say(kindWords[leg.kind], language)
  const waits = leg.outcome === null && leg.earlier.some(({ isOpen }) => isOpen)
  return officerPage(
    visit,
    {
      title: `${kind}, ${leg.dossier.code}`,
      back: { href: legsAddress, label: say(words.back, language) },
      wrong: problems.length > 0 || no !== undefined,
    },
    <>
      <ErrorSummary problems={problems} language={language} />
      {no && <Notice tone="important" title={say(refusalWords[no], language)} />}
      {query['xong'] && leg.answeredAt && (
        <Notice tone="success" title={say(words.sent, language)}>
          <p>{say(words.sentText, language)}</p>
        </Notice>
      )}
      <Heading
        kicker={
          <>
            <span class="number">{leg.dossier.code}</span>, {leg.procedure.name}
          </>
        }
        {...(leg.due ? { lead: `${say(legWords.due, language)}: ${instantWords(leg.due, language)}` } : {})}
      >
        {kind}
      </Heading>
      {waits && (
        <Notice tone="important" title={say(words.waits, language)}>
          <p>{say(words.waitsText, language)}</p>
        </Notice>
      )}
      {leg.act && leg.isLate && (
        <Notice tone="important" title={say(words.late, language)}>
          <p>{say(words.lateText, language)}</p>
        </Notice>
      )}
      <Columns aside={<Facts leg={leg} language={language} />}>
        <Section title={say(words.asked, language)}>
          <p class="prose">{leg.asked?.work}</p>
        </Section>
        {leg.earlier.length > 0 && (
          <Section title={say(words.earlier, language)}>
            <LegTable legs={leg.earlier} caption={say(words.earlier, language)} language={language} />
          </Section>
        )}
        {leg.answer && (
          <Section title={say(words.yours, language)}>
            <LegAnswered leg={leg} language={language} />
          </Section>
        )}
        {leg.act && <AnswerForm visit={visit} leg={leg} problems={problems} />}
        <Section title={say(words.papers, language)}>
          {leg.components.length === 0 && (
            <p class="muted">{say(leg.isOpen ? words.noPapers : words.closedPapers, language)}</p>
          )}
          {leg.components.map((line) => (
            <section class="paper">
              <h3>{line.name}</h3>
              <Files line={line} language={language} />
            </section>
          ))}
        </Section>
        {await formSections(visit, leg)}
      </Columns>
    </>,
    status,
  )
}

function Facts({ leg, language }: { leg: LegView; language: 'vi' | 'en' }) {
  const rows = [
    { label: words.from, value: leg.dossier.agency },
    { label: words.applicant, value: leg.dossier.applicantName },
    { label: words.askedAt, value: <DateTime at={leg.askedAt} language={language} /> },
    { label: legWords.due, value: leg.due ? <DateTime at={leg.due} language={language} /> : '–' },
    { label: legWords.standing, value: <Standing leg={leg} language={language} /> },
  ]
  return (
    <Section title={say(words.facts, language)}>
      <DefinitionList compact rows={rows.map(({ label, value }) => ({ label: say(label, language), value }))} />
    </Section>
  )
}

/** The answers of the form, for an agency that takes part in the work itself. */
async function formSections({ house, language }: SignedVisit, { form: said, procedure }: LegView) {
  if (!said) return null
  const { definition } = await versionById(house.db, procedure.version)
  const form = formFor(definition.form, language, 'counter')
  return (
    <>
      {form.layout.pages.map((one) => (
        <Section title={one.title}>
          <SummaryList rows={rowsOf(form, one, said, language)} language={language} />
        </Section>
      ))}
    </>
  )
}
