import { dayOf } from '../../ground/day.ts'
import { pointersOf, validateForm } from '../../procedures/index.ts'
import { say, type Words } from '../../words/index.ts'
import { FormFields } from '../forms/index.ts'
import { notFound, show, tellerOf, Vietnamese } from '../public/show.tsx'
import { asset, Button, Buttons, ErrorSummary, Form, Heading, MandatoryNote, type Problem } from '../ui/index.ts'
import type { Answer, PageDoor, SignedVisit } from '../visit.ts'
import { Conflict } from './conflict.tsx'
import { type Answers, type Draft, seenOf, withDraft } from './draft.ts'
import { keep, type LayoutPage, typedOn } from './keep-page.ts'

const words = {
  part: { vi: 'Phần {number}/{total}', en: 'Part {number} of {total}' },
  save: { vi: 'Lưu và tiếp tục', en: 'Save and continue' },
  later: { vi: 'Lưu lại, làm tiếp sau', en: 'Save and come back later' },
  inVietnamese: {
    vi: 'Hãy trả lời bằng tiếng Việt có dấu.',
    en: 'Please answer in Vietnamese, with its marks: the answers are printed on Vietnamese papers.',
  },
  saved: { vi: 'Đã lưu lúc {time}', en: 'Saved at {time}' },
  savedBut: {
    vi: 'Đã lưu lúc {time}, trừ {count} ô chưa đúng cách ghi',
    en: 'Saved at {time}, except {count} answers that need mending',
  },
  offline: {
    vi: 'Chưa có mạng. Nội dung vẫn ở trên trang này và sẽ được lưu khi có mạng.',
    en: 'You are offline. Your answers are still on this page and are saved once you are online.',
  },
  elsewhere: {
    vi: 'Phần này vừa được lưu ở thẻ hoặc máy khác. Bấm “Lưu và tiếp tục” để xem hai bản.',
    en: 'This part was just saved in another tab or device. Press “Save and continue” to see both.',
  },
  failed: {
    vi: 'Chưa lưu được. Nội dung vẫn ở trên trang này; hãy bấm “Lưu và tiếp tục”.',
    en: 'Not saved yet. Your answers are still on this page; press “Save and continue”.',
  },
} as const satisfies Record<string, Words>

/** One page of the e-form. It is kept when it is sent; what cannot be kept as it stands comes back with what to do about it. */
export const formPage: PageDoor = {
  path: '/ho-so/:id/to-khai/:page',
  for: 'citizen',
  get: (asked) =>
    withDraft(asked, async (visit, draft) => {
      const page = pageOf(visit, draft)
      return page ? screen(visit, draft, page) : notFound(visit)
    }),
  post: (asked) =>
    withDraft(asked, async (visit, draft) => {
      const page = pageOf(visit, draft)
      if (!page) return notFound(visit)
      const quiet = visit.request.headers['x-autosave'] === '1'
      const typed = typedOn(visit, draft, page)
      const outcome = await keep(visit, draft, page, typed)
      if (outcome.kind === 'conflict') {
        return quiet ? told(409, {}) : screen(visit, outcome.draft, page, { typed, conflict: true })
      }
      if (outcome.kind === 'refused') {
        const { sentence } = outcome
        return quiet
          ? told(409, {})
          : screen(visit, draft, page, { typed, problems: [{ field: pointersOf(page)[0]!, message: sentence }] })
      }
      const { answers, dropped } = outcome
      if (quiet) return told(200, { seen: seenOf(page, answers), words: savedWords(visit, dropped.length) })
      if ('later' in visit.form.fields) return { redirect: `${draft.here}/to-khai` }
      const problems = problemsOn(visit, draft, page, typed)
      if (problems.length > 0) return screen(visit, { ...draft, answers }, page, { typed, problems })
      return { redirect: visit.query['ve'] === 'kiem-tra' ? `${draft.here}/kiem-tra` : after(draft, page) }
    }),
}

function pageOf({ params }: SignedVisit, { definition }: Draft): LayoutPage | undefined {
  return definition.form.layout.pages.find(({ id }) => id === params['page'])
}

/** Where one comes from and goes back to: the check before submitting, or the list of tasks. */
export function backFrom({ query }: SignedVisit, { here }: Draft): string {
  return query['ve'] === 'kiem-tra' ? `${here}/kiem-tra` : `${here}/to-khai`
}

function after({ definition, here }: Draft, page: LayoutPage): string {
  const { pages } = definition.form.layout
  const next = pages[pages.indexOf(page) + 1]
  return next ? `${here}/to-khai/${next.id}` : `${here}/giay-to`
}

/** Only what this page asks; what other pages still lack is told where all is checked. */
function problemsOn(
  { now, language }: SignedVisit,
  { definition }: Draft,
  page: LayoutPage,
  typed: Answers,
): Problem[] {
  const check = validateForm(definition.form, typed, { today: dayOf(now), language })
  if (check.ok) return []
  const here = pointersOf(page)
  return check.errors.filter(({ path }) => here.includes(path)).map(({ path, message }) => ({ field: path, message }))
}

function savedWords({ language, now }: SignedVisit, dropped: number): string {
  const time = new Intl.DateTimeFormat('vi', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(now)
  return dropped > 0 ? say(words.savedBut, language, { time, count: dropped }) : say(words.saved, language, { time })
}

/** What the page itself is told, without a new page. */
function told(status: number, body: object): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(body) }
}

type Sent = { typed?: Answers; problems?: readonly Problem[]; conflict?: boolean }

async function screen(
  visit: SignedVisit,
  draft: Draft,
  page: LayoutPage,
  { typed, problems = [], conflict = false }: Sent = {},
): Promise<Answer> {
  const { language, csrf, path } = visit
  const { definition: d, answers } = draft
  const t = tellerOf(language)
  const { pages } = d.form.layout
  const part = t(words.part, { number: pages.indexOf(page) + 1, total: pages.length })
  const name = d.shortName ?? d.name
  return show(
    visit,
    {
      title: `${part} – ${page.title} – ${name}`,
      back: { href: backFrom(visit, draft) },
      wrong: problems.length > 0,
      search: false,
    },
    <>
      <ErrorSummary problems={problems} language={language} />
      {conflict && typed && <Conflict visit={visit} draft={draft} page={page} typed={typed} />}
      <Heading
        kicker={
          <>
            {part}, <Vietnamese language={language}>{name}</Vietnamese>
          </>
        }
      >
        {page.title}
      </Heading>
      {language === 'en' && <p class="muted">{t(words.inVietnamese)}</p>}
      <MandatoryNote language={language} />
      <Form action={path} csrf={csrf} id="autosave" hidden={{ seen: seenOf(page, answers) }}>
        <FormFields
          form={d.form}
          pages={[page]}
          titled={false}
          value={typed ?? answers}
          problems={problems}
          language={language}
        />
        <p
          class="small muted"
          id="autosave-told"
          role="status"
          data-offline={t(words.offline)}
          data-elsewhere={t(words.elsewhere)}
          data-failed={t(words.failed)}
        />
        <Buttons>
          <Button>{t(words.save)}</Button>
          <Button kind="quiet" name="later" value="1" formnovalidate>
            {t(words.later)}
          </Button>
        </Buttons>
      </Form>
      {['autosave.js', 'conditions.js'].map((island) => (
        <script type="module" src={asset(island).url} />
      ))}
    </>,
    conflict ? 409 : undefined,
  )
}
