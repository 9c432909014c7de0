import {
  componentsOf,
  counterOf,
  type Dossier,
  documentsOf,
  dossierFor,
  formOf,
  historyOf,
  legLinesOf,
  refusalOf,
  stepsFor,
  traceOpening,
  viewOf,
  whyOf,
} from '../../dossiers/index.ts'
import { isId } from '../../ground/uuid.ts'
import { formFor, versionById } from '../../procedures/index.ts'
import { rate, ratingOf } from '../../ratings/index.ts'
import { eventWords, say, ui, type Words } from '../../words/index.ts'
import { aheadWords } from '../public/lookup.tsx'
import { headlineOf, notFound, onceOf, refusalSentence, show, tellerOf, Vietnamese } from '../public/show.tsx'
import {
  addresses,
  Columns,
  Details,
  DocumentList,
  ErrorSummary,
  Heading,
  LinkList,
  Notice,
  type Problem,
  Section,
  SummaryList,
  Timeline,
} from '../ui/index.ts'
import { WhyThisDate } from '../why.tsx'
import { type Answer, type PageDoor, readerOf, type SignedVisit } from '../visit.ts'
import { answerRows, paperRows } from './answers.tsx'
import { RatingPart, readRating } from './dossier-rating.tsx'
import { openRequest } from './asked.tsx'
import { Due, Facts, lightOf } from './dossier-standing.tsx'
import { Others } from './others.tsx'
import { headings, refusedHeading, sentIn } from './standing-words.ts'
import { furtherWays, ToDo } from './to-do.tsx'

const words = {
  code: { vi: 'mã {code}', en: 'code {code}' },
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
      const read = readRating(form, t)
      if ('problems' in read) return page(visit, found, read.problems)
      const { id } = found
      const done = await house.atDeskOnce(
        viewer,
        onceOf(visit),
        (desk) => rate(desk, id, read.body),
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
  const version = await versionById(house.db, found.procedureVersion)
  const definition = { ...version.definition, form: formFor(version.definition.form, language, 'reader') }
  const [view, history, documents, lines, score, request, refusal] = await Promise.all([
    viewOf(at, found),
    historyOf(at, found.id),
    documentsOf(at, found),
    componentsOf(at, found),
    ratingOf(house.db, found.id),
    openRequest(at, found),
    refusalOf(at, found),
  ])
  await traceOpening(at, found.id, 'dossier')
  const code = found.code ?? found.reference ?? ''
  const answers = formOf(at, found)
  const papers = paperRows(definition, definition.components, lines, language)
  const sent = sentIn(query['xong'], history.at(-1)?.event)
  const light = lightOf(view)
  const { headline } = headlineOf(
    t(refusal ? refusedHeading : (headings[found.state] ?? visit.states(found.state, false).says)),
  )
  const further = furtherWays(found, stepsFor(at, found), language)
  return show(
    visit,
    {
      title: `${t(visit.states(found.state, refusal !== undefined).name)} – ${code}`,
      wrong: problems.length > 0,
      crumbs: [
        { label: say(ui.page.dossiers, language), href: addresses.dossiers },
        { label: code, href: `/ho-so/${found.id}` },
      ],
    },
    <>
      <ErrorSummary problems={problems} language={language} />
      {query['da-danh-gia'] === '1' && <Notice tone="success" title={t(words.thanks)} />}
      {sent && (
        <Notice tone="success" title={t(sent.title)}>
          <p>{t(sent.next)}</p>
        </Notice>
      )}
      <Heading
        kicker={
          <>
            <Vietnamese language={language}>{view.procedure.name}</Vietnamese>,{' '}
            <span class="number">{t(words.code, { code })}</span>
          </>
        }
      >
        {headline}
      </Heading>
      <Due visit={visit} view={view} light={light} isRefused={refusal !== undefined} />
      {light && view.due && <WhyThisDate why={await whyOf(at, found)} language={language} />}
      <ToDo
        visit={visit}
        found={found}
        request={request}
        refusal={refusal}
        history={history}
        documents={documents}
        rated={score !== null}
        counter={await counterOf(at, found)}
      />
      <Columns
        aside={
          <>
            {further && (
              <Section title={further.title}>
                <LinkList links={further.links} />
              </Section>
            )}
            <Facts visit={visit} view={view} />
          </>
        }
      >
        <Others legs={await legLinesOf(at, found)} language={language} />
        <Section title={t(words.history)}>
          <Timeline
            language={language}
            ahead={aheadWords(found.state, language, view.clock === 'running' ? view.due : null)}
            past={history.map(({ at: when, event, by, words: written }) => ({
              at: when,
              by: by.unit ?? (by.name ? t(words.you) : t(words.system)),
              event: eventWords[event] ? t(eventWords[event]) : event,
              ...(written?.['reason'] ? { reason: written['reason'] } : {}),
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
              <SummaryList language={language} rows={answerRows(definition, one, answers, language)} />
            </Details>
          ))}
        </Section>
        {found.state === 'returned' && <RatingPart visit={visit} found={found} score={score} problems={problems} />}
      </Columns>
    </>,
    status,
  )
}
