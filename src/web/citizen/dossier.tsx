import { calendarFor, workingMinutesBetween } from '../../calendar/index.ts'
import {
  componentsOf,
  counterOf,
  type Dossier,
  documentsOf,
  dossierFor,
  type DossierView,
  formOf,
  historyOf,
  type Reader,
  traceOpening,
  viewOf,
} from '../../dossiers/index.ts'
import { isId } from '../../ground/uuid.ts'
import { versionById } from '../../procedures/index.ts'
import { rate, rateBody, ratingOf } from '../../ratings/index.ts'
import { eventWords, type Language, returnWords, say, stateWords, ui, type Words } from '../../words/index.ts'
import { capital } from '../public/hours.ts'
import { aheadWords } from '../public/lookup.tsx'
import { freshOnce, notFound, onceOf, refusalSentence, show, tellerOf, Vietnamese } from '../public/show.tsx'
import {
  ActionCard,
  addresses,
  Button,
  Buttons,
  Columns,
  DateTime,
  DefinitionList,
  Details,
  DocumentList,
  DueLight,
  ErrorSummary,
  Form,
  Heading,
  type Light,
  lightFor,
  LinkButton,
  Money,
  Notice,
  type Problem,
  problemOf,
  Rating,
  Section,
  SummaryList,
  Tag,
  TextArea,
  Timeline,
} from '../ui/index.ts'
import { type Answer, type PageDoor, readerOf, type SignedVisit } from '../visit.ts'
import { answerRows, paperRows } from './answers.tsx'
import { toneOf } from './dossiers.tsx'

const words = {
  code: { vi: 'mã {code}', en: 'code {code}' },
  state: { vi: 'Trạng thái', en: 'State' },
  facts: { vi: 'Về hồ sơ này', en: 'About this dossier' },
  returnedAt: { vi: 'Trả kết quả lúc', en: 'Returned' },
  holder: { vi: 'Đang giữ hồ sơ', en: 'Held by' },
  due: { vi: 'Hẹn trả kết quả', en: 'Due' },
  answerBy: { vi: 'Trả lời trước', en: 'Answer by' },
  paused: { vi: 'Đang dừng', en: 'Paused' },
  submittedAt: { vi: 'Nộp lúc', en: 'Submitted' },
  acceptedAt: { vi: 'Tiếp nhận lúc', en: 'Accepted' },
  return: { vi: 'Cách nhận kết quả', en: 'How the result comes back' },
  agency: { vi: 'Cơ quan giải quyết', en: 'Settled by' },
  fee: { vi: 'Phí, lệ phí', en: 'Fee' },
  history: { vi: 'Quá trình giải quyết', en: 'What happened' },
  you: { vi: 'Bạn', en: 'You' },
  system: { vi: 'Hệ thống', en: 'The system' },
  documents: { vi: 'Giấy tờ cơ quan đã lập', en: 'Papers made by the agency' },
  noDocuments: {
    vi: 'Chưa có giấy tờ nào. Giấy tiếp nhận sẽ nằm ở đây khi hồ sơ được tiếp nhận.',
    en: 'None yet. The receipt appears here once accepted.',
  },
  papers: { vi: 'Giấy tờ bạn đã nộp', en: 'Papers you handed in' },
  noPapers: { vi: 'Hồ sơ này không có giấy tờ đính kèm.', en: 'No papers were attached.' },
  answers: { vi: 'Nội dung bạn đã khai', en: 'Your answers' },
  collect: { vi: 'Mời bạn đến nhận kết quả', en: 'Your result is ready to collect' },
  collectText: {
    vi: 'Mang theo giấy tờ tùy thân và mã hồ sơ {code}.',
    en: 'Bring your identity paper and the code {code}.',
  },
  where: { vi: 'Xem giờ làm việc và đường đi', en: 'See hours and address' },
  result: { vi: 'Kết quả đã có', en: 'Your result is here' },
  resultText: {
    vi: 'Tệp kết quả nằm trong mục “Giấy tờ cơ quan đã lập” và trong kho giấy tờ của bạn.',
    en: 'The file is listed below and lies in your record.',
  },
  toRecord: { vi: 'Mở kho giấy tờ', en: 'Open my record' },
  rating: { vi: 'Đánh giá việc phục vụ', en: 'Rate the service' },
  comment: { vi: 'Điều bạn muốn nói thêm', en: 'Anything to add' },
  send: { vi: 'Gửi đánh giá', en: 'Send the rating' },
  scoreNeeded: { vi: 'Chọn mức độ hài lòng của bạn.', en: 'Choose how satisfied you are.' },
  commentLong: { vi: 'Rút gọn ý kiến còn nhiều nhất 2.000 ký tự.', en: 'Shorten your comment to 2,000 characters.' },
  rated: { vi: 'Bạn đã đánh giá', en: 'You rated' },
  thanks: { vi: 'Cảm ơn bạn đã đánh giá', en: 'Thank you for your rating' },
} as const satisfies Record<string, Words>

/** One dossier for its applicant: where it is, what to do, what happened, every paper. */
export const dossier: PageDoor = {
  path: '/ho-so/:id',
  for: 'citizen',
  get: (asked) => withDossier(asked as SignedVisit, (visit, found) => page(visit, found)),
  post: (asked) =>
    withDossier(asked as SignedVisit, async (visit, found) => {
      const { house, form, language, viewer } = visit
      const t = tellerOf(language)
      const comment = form.fields['comment']?.trim()
      const body = rateBody.safeParse({ score: Number(form.fields['score']), ...(comment ? { comment } : {}) })
      if (!body.success) {
        const wrong = new Set(body.error.issues.map(({ path }) => path[0]))
        return page(visit, found, [
          ...(wrong.has('score') ? [{ field: 'score', message: t(words.scoreNeeded) }] : []),
          ...(wrong.has('comment') ? [{ field: 'comment', message: t(words.commentLong) }] : []),
        ])
      }
      const { id } = found
      const done = await house.atDeskOnce(
        viewer,
        onceOf(visit),
        (desk) => rate(desk, id, body.data),
        () => ({ status: 201, resource: id }),
      )
      if (!done.ok)
        return page(visit, found, [{ field: 'score', message: refusalSentence(done.refusal, language) }], 409)
      return { redirect: `/ho-so/${id}?da-danh-gia=1` }
    }),
}

async function withDossier(
  visit: SignedVisit,
  then: (visit: SignedVisit, dossier: Dossier) => Promise<Answer>,
): Promise<Answer> {
  const id = visit.params['id'] ?? ''
  const found = isId(id) ? await dossierFor(readerOf(visit), id) : undefined
  if (!found) return notFound(visit)
  return found.state === 'draft' ? { redirect: `/ho-so/${id}/to-khai` } : then(visit, found)
}

async function page(
  visit: SignedVisit,
  found: Dossier,
  problems: readonly Problem[] = [],
  status?: number,
): Promise<Answer> {
  const { language, query, house } = visit
  const t = tellerOf(language)
  const at = readerOf(visit)
  const { definition } = await versionById(house.db, found.procedureVersion)
  const [view, history, documents, lines, score] = await Promise.all([
    viewOf(at, found),
    historyOf(at, found.id),
    documentsOf(at, found),
    componentsOf(at, found),
    ratingOf(house.db, found.id),
  ])
  await traceOpening(at, found.id, 'dossier')
  const code = found.code ?? found.reference ?? ''
  const answers = formOf(at, found)
  const papers = paperRows(definition.components, lines, language)
  return show(
    visit,
    {
      title: `${t(stateWords[found.state].name)} – ${code}`,
      wrong: problems.length > 0,
      crumbs: [
        { label: say(ui.page.dossiers, language), href: addresses.dossiers },
        { label: code, href: `/ho-so/${found.id}` },
      ],
    },
    <>
      <ErrorSummary problems={problems} language={language} />
      {query['da-danh-gia'] === '1' && <Notice tone="success" title={t(words.thanks)} />}
      <Heading
        kicker={
          <>
            <Vietnamese language={language}>{view.procedure.name}</Vietnamese>,{' '}
            <span class="number">{t(words.code, { code })}</span>
          </>
        }
      >
        {t(stateWords[found.state].says)}
      </Heading>
      <Due visit={visit} view={view} light={await lightOf(at, view)} />
      <ToDo
        visit={visit}
        found={found}
        counter={found.state === 'ready-to-return' ? await counterOf(at, found) : undefined}
      />
      <Columns aside={<Facts visit={visit} view={view} />}>
        <Section title={t(words.history)}>
          <Timeline
            language={language}
            ahead={aheadWords(found.state, language)}
            past={history.map(({ at: when, event, by }) => ({
              at: when,
              by: by.unit ?? (by.name ? t(words.you) : t(words.system)),
              event: eventWords[event] ? t(eventWords[event]) : event,
            }))}
          />
        </Section>
        <Section title={t(words.documents)}>
          {documents.length === 0 ? (
            <p class="muted">{t(words.noDocuments)}</p>
          ) : (
            <DocumentList
              language={language}
              items={documents.map(({ title, file, madeAt, signedBy }) => ({
                title: `${title} (PDF)`,
                href: `/tep/${file}`,
                at: madeAt,
                signedBy: signedBy.map(({ name }) => name),
              }))}
            />
          )}
        </Section>
        <Section title={t(words.papers)}>
          {papers.length === 0 ? (
            <p class="muted">{t(words.noPapers)}</p>
          ) : (
            <SummaryList language={language} rows={papers} />
          )}
        </Section>
        <Section title={t(words.answers)}>
          {definition.form.layout.pages.map((one) => (
            <Details summary={one.title}>
              <SummaryList language={language} rows={answerRows(definition, one, answers)} />
            </Details>
          ))}
        </Section>
        {found.state === 'returned' && <RatingPart visit={visit} found={found} score={score} problems={problems} />}
      </Columns>
    </>,
    status,
  )
}

/** On top when there is something for the citizen to do. */
function ToDo({
  visit,
  found,
  counter,
}: {
  visit: SignedVisit
  found: Dossier
  counter: Awaited<ReturnType<typeof counterOf>>
}) {
  const { language } = visit
  const t = tellerOf(language)
  if (found.state === 'ready-to-return' && found.returnBy === 'counter' && counter) {
    return (
      <ActionCard
        title={t(words.collect)}
        act={<LinkButton href={`${addresses.counters}#${counter.id}`}>{t(words.where)}</LinkButton>}
      >
        <p>
          <Vietnamese language={language}>{[counter.name, counter.address].filter(Boolean).join(', ')}</Vietnamese>
        </p>
        <p>{t(words.collectText, { code: found.code ?? '' })}</p>
      </ActionCard>
    )
  }
  if (found.state === 'returned') {
    return (
      <ActionCard title={t(words.result)} act={<LinkButton href="/kho-giay-to">{t(words.toRecord)}</LinkButton>}>
        <p>{t(words.resultText)}</p>
      </ActionCard>
    )
  }
  return null
}

type Lit = { light: Light; text: string } | undefined

/** The running clock in words, with the sign that repeats them. */
async function lightOf(
  { db, now }: Reader,
  { clock, remaining, acceptedAt, submittedAt }: DossierView,
): Promise<((language: Language) => Lit) | undefined> {
  if (clock === 'paused') return (language) => ({ light: 'paused', text: say(words.paused, language) })
  const from = acceptedAt ?? submittedAt
  if (!remaining || !from) return undefined
  const total = workingMinutesBetween(await calendarFor(db, now), from, remaining.until)
  const light = remaining.until < now ? 'overdue' : lightFor({ remaining: remaining.minutes, total })
  return (language) => ({ light, text: capital(remaining.text[language]) })
}

/** When and by whom, right below the sentence that says where the dossier is. */
function Due({
  visit: { language },
  view,
  light,
}: {
  visit: SignedVisit
  view: DossierView
  light: ((language: Language) => Lit) | undefined
}) {
  const t = tellerOf(language)
  const lit = light?.(language)
  const running = lit && view.due
  return (
    <DefinitionList
      rows={[
        {
          label: t(words.state),
          value: (
            <Tag tone={toneOf(view.state as Dossier['state'])}>
              {t(stateWords[view.state as Dossier['state']].name)}
            </Tag>
          ),
        },
        ...(running
          ? [
              {
                label: t(view.acceptedAt ? words.due : words.answerBy),
                value: (
                  <>
                    <DateTime at={running} language={language} />{' '}
                    <DueLight light={lit.light} text={lit.text} language={language} />
                  </>
                ),
              },
            ]
          : []),
        ...(view.holder
          ? [{ label: t(words.holder), value: <Vietnamese language={language}>{view.holder}</Vietnamese> }]
          : []),
      ]}
    />
  )
}

function Facts({ visit: { language }, view }: { visit: SignedVisit; view: DossierView }) {
  const t = tellerOf(language)
  const moment = (label: Words, at: Date | null) =>
    at ? [{ label: t(label), value: <DateTime at={at} language={language} /> }] : []
  return (
    <Section title={t(words.facts)}>
      <DefinitionList
        compact
        rows={[
          { label: t(words.agency), value: <Vietnamese language={language}>{view.agency.name}</Vietnamese> },
          { label: t(words.return), value: t(returnWords[view.returnBy as keyof typeof returnWords]) },
          ...(view.fee === null
            ? []
            : [{ label: t(words.fee), value: <Money amount={view.fee} language={language} /> }]),
          ...moment(words.submittedAt, view.submittedAt),
          ...moment(words.acceptedAt, view.acceptedAt),
          ...moment(words.returnedAt, view.returnedAt),
        ]}
      />
    </Section>
  )
}

type RatingProps = { visit: SignedVisit; found: Dossier; score: number | null; problems: readonly Problem[] }

function RatingPart({ visit, found, score, problems }: RatingProps) {
  const { language, csrf, form } = visit
  const t = tellerOf(language)
  if (score !== null) {
    return (
      <Section title={t(words.rating)}>
        <p>
          {t(words.rated)}: {say(ui.rating[score as 1 | 2 | 3 | 4 | 5], language)}
        </p>
      </Section>
    )
  }
  const chosen = Number(form.fields['score'])
  return (
    <Section title={t(words.rating)}>
      <Form action={`/ho-so/${found.id}`} csrf={csrf} hidden={freshOnce()}>
        <Rating language={language} error={problemOf(problems, 'score')} {...(chosen ? { value: chosen } : {})} />
        <TextArea
          language={language}
          name="comment"
          label={t(words.comment)}
          value={form.fields['comment']}
          maxlength={2000}
          error={problemOf(problems, 'comment')}
          optional
        />
        <Buttons>
          <Button>{t(words.send)}</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
