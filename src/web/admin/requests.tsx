import { settleRequest, settleRequestBody } from '../../dossiers/index.ts'
import { dayOf } from '../../ground/day.ts'
import {
  fileRequest,
  officesOf,
  postsIn,
  requestBody,
  type RequestLine,
  requestsFor,
} from '../../organisations/index.ts'
import { mayDo, type Office, requestKinds } from '../../organisations/law/index.ts'
import { type Refusal, refusalWords, say } from '../../words/index.ts'
import { areaWords, missing, officerDoor, officerPage } from '../officer/desk.ts'
import { freshOnce, onceOf } from '../public/show.tsx'
import { ErrorSummary, Heading, LinkList, Notice, type Problem, Section } from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { AskForm, askNames } from './request-form.tsx'
import { Request } from './request-parts.tsx'
import { words } from './request-words.ts'

const here = '/quan-tri/yeu-cau'
const kinds = { 'can-bo': 'staff-change', 'mo-rong': 'extension' } as const

/** What agencies ask of those who run the system: they file it here, and whoever has the next word gives it here. */
export const requestsPage = officerDoor(here, {
  may: 'see-requests',
  get: (visit) => page(visit),
  post: async (visit) => (visit.form.fields['yeu-cau'] ? step(visit) : ask(visit)),
})

async function ask(visit: SignedVisit): Promise<Answer> {
  const { house, viewer, form, language } = visit
  const text = (name: string) => form.fields[name]?.trim().normalize('NFC') ?? ''
  const kind = text(askNames.kind)
  const said = { kind, title: text(askNames.title), reason: text(askNames.reason), decision: text(askNames.decision) }
  const staff = { post: text(askNames.post), to: text(askNames.to), toTitle: text(askNames.toTitle) }
  const read = requestBody.safeParse(kind === 'staff-change' ? { ...said, ...staff } : said)
  if (!read.success) {
    const parts = [...new Set(read.error.issues.map(({ path }) => String(path[0]) as keyof typeof askNames))]
    return page(visit, {
      problems: parts.map((part) => ({ field: askNames[part], message: say(words.needed, language) })),
    })
  }
  const filed = await house.atDeskOnce(
    viewer,
    onceOf(visit),
    (desk) => fileRequest(desk, read.data),
    ({ id }) => ({ status: 201, resource: id }),
  )
  if (filed.ok) return { redirect: `${here}?xong=gui` }
  if (filed.refusal === 'not-permitted') return missing(visit)
  const field = filed.refusal === 'not-found' ? askNames.post : askNames.to
  return page(visit, { problems: [{ field, message: say(refusalWords[filed.refusal], language) }] })
}

async function step(visit: SignedVisit): Promise<Answer> {
  const { house, viewer, form, language } = visit
  const id = form.fields['yeu-cau'] ?? ''
  const field = `van-ban-${id}`
  const read = settleRequestBody.safeParse({ step: form.fields['viec'], reference: form.fields[field] ?? '' })
  if (!read.success) return page(visit, { problems: [{ field, message: say(words.needed, language) }] })
  const known = (await requestsFor(house.db, viewer)).some((line) => line.id === id)
  if (!known) return missing(visit)
  const settled = await house.atDesk(viewer, (desk) => settleRequest(desk, id, read.data))
  if (settled.ok) return { redirect: `${here}?xong=${read.data.step === 'grant' ? 'dong-y' : 'buoc'}` }
  if (settled.refusal === 'approval-reference-missing')
    return page(visit, { problems: [{ field, message: say(refusalWords[settled.refusal], language) }] })
  return page(visit, { refusal: settled.refusal })
}

type Told = { problems?: readonly Problem[]; refusal?: Refusal }

async function page(visit: SignedVisit, { problems = [], refusal }: Told = {}): Promise<Answer> {
  const { house, viewer, language, query, form, now } = visit
  const [lines, offices] = await Promise.all([requestsFor(house.db, viewer), officesOf(house.db, viewer)])
  const [waiting, decided] = [
    lines.filter(({ isGranted }) => isGranted === null),
    lines.filter(({ isGranted }) => isGranted !== null),
  ]
  const mayAsk = mayDo(viewer, 'file-requests')
  const asked = form.fields[askNames.kind] ?? kinds[(query['loai'] ?? '') as keyof typeof kinds]
  const posts = asked === 'staff-change' && mayAsk ? await postsIn(house.db, viewer, dayOf(now)) : []
  const title = say(areaWords.requests, language)
  const done = { gui: words.filed, buoc: words.stepped, 'dong-y': words.granted }[query['xong'] ?? '']
  const isWrong = problems.length > 0 || refusal !== undefined
  const list = (all: readonly RequestLine[]) =>
    all.map((line) => <Request {...{ visit, line, problems, here, mayStep: speaksFor(line, offices) }} />)
  return officerPage(
    visit,
    { title, wrong: isWrong },
    <>
      <ErrorSummary problems={problems} language={language} />
      {refusal && <Notice tone="important" title={say(refusalWords[refusal], language)} />}
      {done && !isWrong && <Notice tone="success" title={say(done, language)} />}
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      <Section title={say(words.waiting, language)}>
        {waiting.length > 0 ? list(waiting) : <p class="muted">{say(words.noneWaiting, language)}</p>}
      </Section>
      {mayAsk && (
        <Section title={say(words.ask, language)}>
          <LinkList
            links={Object.entries(kinds).map(([name, kind]) => ({
              href: `${here}?loai=${name}`,
              label: say(requestKinds[kind], language),
            }))}
          />
          {(asked === 'staff-change' || asked === 'extension') && (
            <AskForm {...{ visit, here, kind: asked, posts, problems, once: freshOnce() }} />
          )}
        </Section>
      )}
      <Section title={say(words.decided, language)}>
        {decided.length > 0 ? list(decided) : <p class="muted">{say(words.noneDecided, language)}</p>}
      </Section>
    </>,
    isWrong ? 422 : 200,
  )
}

function speaksFor({ next }: RequestLine, offices: readonly string[]): boolean {
  return next.some((office: Office) => offices.includes(office))
}
