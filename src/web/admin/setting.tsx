import { accountsById } from '../../accounts/index.ts'
import { dayOf } from '../../ground/day.ts'
import {
  approvalFor,
  approveSetting,
  choicesAt,
  type Decision,
  decisionsIn,
  dropSetting,
  isKey,
  type Policy,
  policyOn,
  presets,
  proposeSetting,
  settings as known,
  type Subject,
} from '../../policy/index.ts'
import type { Result } from '../../ground/result.ts'
import { leansOn } from '../../organisations/index.ts'
import { codeWords, type Refusal, refusalWords, say, settingValue } from '../../words/index.ts'
import { missing, officerDoor, officerPage } from '../officer/desk.ts'
import { BackLink, DayText, DefinitionList, ErrorSummary, Heading, Notice, type Problem } from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { onceOf } from './once.ts'
import { readProposal } from './setting-body.ts'
import { words } from './setting-page-words.ts'
import { ChangeForm, Waiting } from './setting-change.tsx'
import { KnownCodes } from './setting-known.tsx'
import { ByWhom, Confidence, History, type Names, PerPreset, Presets } from './setting-parts.tsx'

const list = '/quan-tri/cai-dat'

type Told = { problems?: readonly Problem[]; refusal?: Refusal; status?: number }

/** One setting: what holds and why, what each preset says, who changed it and when, and the way to change it from a day on. */
export const setting = officerDoor(`${list}/:cai`, {
  may: 'see-settings',
  get: async (visit) => {
    const subject = subjectOf(visit)
    return subject ? show(visit, subject) : missing(visit)
  },
  post: async (visit) => {
    const subject = subjectOf(visit)
    if (!subject) return missing(visit)
    const { fields } = visit.form
    if (fields['viec'] === 'duyet') return approve(visit, subject, fields['quyet-dinh'] ?? '', fields['van-ban'] ?? '')
    if (fields['viec'] === 'bo') return drop(visit, subject, fields['quyet-dinh'] ?? '')
    return propose(visit, subject)
  },
})

function subjectOf({ params }: SignedVisit): Subject | undefined {
  const asked = params['cai'] ?? ''
  return asked === 'preset' || isKey(asked) ? asked : undefined
}

async function propose(visit: SignedVisit, subject: Subject): Promise<Answer> {
  const read = readProposal(subject, visit.form, visit.language)
  if ('problems' in read) return show(visit, subject, { problems: read.problems, status: 422 })
  const { house, viewer } = visit
  const here = `${list}/${subject}`
  const outcome = await house.atDeskOnce(
    viewer,
    onceOf(visit, here),
    (desk) => proposeSetting(desk, subject, read.proposal),
    ({ demands }) => ({ status: 303, resource: demands ? 'cho' : 'co' }),
  )
  if (!outcome.ok) return said(visit, subject, outcome, 'setting-from-gone-by', 'tu')
  const { value } = outcome
  return { redirect: `${here}?xong=${value.repeated ? value.resource : value.value.demands ? 'cho' : 'co'}` }
}

async function approve(visit: SignedVisit, subject: Subject, id: string, reference: string): Promise<Answer> {
  const here = `${list}/${subject}`
  const outcome = await visit.house.atDeskOnce(
    visit.viewer,
    onceOf(visit, here),
    (desk) => approveSetting(desk, id, { reference: reference.trim().slice(0, 300) }, leansOn),
    () => ({ status: 303, resource: 'co' }),
  )
  return outcome.ok
    ? { redirect: `${here}?xong=co` }
    : said(visit, subject, outcome, 'approval-reference-missing', 'van-ban')
}

async function drop(visit: SignedVisit, subject: Subject, id: string): Promise<Answer> {
  const here = `${list}/${subject}`
  const outcome = await visit.house.atDeskOnce(
    visit.viewer,
    onceOf(visit, here),
    (desk) => dropSetting(desk, id),
    () => ({ status: 303, resource: 'bo' }),
  )
  return outcome.ok ? { redirect: `${here}?xong=bo` } : said(visit, subject, outcome)
}

/** A refusal stands at its field where it has one, else above the page; what is not there or not theirs is not found. */
async function said(
  visit: SignedVisit,
  subject: Subject,
  { refusal }: Extract<Result<never, Refusal>, { ok: false }>,
  atField?: Refusal,
  field = '',
): Promise<Answer> {
  if (refusal === 'not-found' || refusal === 'not-permitted') return missing(visit)
  if (refusal !== atField) return show(visit, subject, { refusal, status: 409 })
  return show(visit, subject, {
    problems: [{ field, message: say(refusalWords[refusal], visit.language) }],
    status: 422,
  })
}

async function show(
  visit: SignedVisit,
  subject: Subject,
  { problems = [], refusal, status }: Told = {},
): Promise<Answer> {
  const { language, house, now, query } = visit
  const day = dayOf(now)
  const all = await decisionsIn(house.db)
  const policy = policyOn(day, choicesAt(all, now, day))
  const decisions = all.filter((one) => one.subject === subject)
  const names = await namesIn(visit, decisions)
  const demands = approvalFor(subject, policy)
  const isOwn = subject !== 'preset' && policy.stated(subject).by === 'province'
  const title = say(subject === 'preset' ? words.presetTitle : known[subject].title, language)
  const action = `${list}/${subject}`
  const isElsewhere = subject === 'calendar.office-hours'
  return officerPage(
    visit,
    { title, wrong: problems.length > 0 || refusal !== undefined },
    <>
      <BackLink href={list} label={say(words.back, language)} language={language} />
      <ErrorSummary problems={problems} language={language} />
      {refusal && <Notice tone="important" title={say(refusalWords[refusal], language)} />}
      <Done what={status ? undefined : query['xong']} language={language} />
      <Heading kicker={subject === 'preset' ? undefined : known[subject].number}>{title}</Heading>
      <DefinitionList rows={factsOf(visit, subject, policy, inForce(decisions, now, day), names, demands)} />
      {decisions
        .filter(({ isApproved }) => isApproved === null)
        .map((one) => (
          <Waiting {...{ visit, action, one, names, problems }} />
        ))}
      {isElsewhere ? (
        <p>
          <a href="/quan-tri/lich">{say(words.elsewhere, language)}</a>
        </p>
      ) : (
        <ChangeForm {...{ visit, action, subject, policy, isOwn, demands, problems }} />
      )}
      <KnownCodes {...{ subject, language }} />
      {subject === 'preset' ? <Presets language={language} /> : <PerPreset {...{ subject, language }} />}
      <History {...{ decisions, names, language }} />
    </>,
    status,
  )
}

function Done({ what, language }: { what: string | undefined; language: SignedVisit['language'] }) {
  const texts = { co: words.doneText, cho: words.waitsText, bo: words.droppedText }
  if (what !== 'co' && what !== 'cho' && what !== 'bo') return null
  return (
    <Notice tone="success" title={say(words.done, language)}>
      <p>{say(texts[what], language)}</p>
    </Notice>
  )
}

/** The decision that holds on this day, as far as one of the province does. */
export function inForce(decisions: readonly Decision[], now: Date, day: string): Decision | undefined {
  return decisions
    .filter(({ isApproved, decidedAt, from }) => isApproved && decidedAt! <= now && from <= day)
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.decidedAt!.getTime() - b.decidedAt!.getTime()))
    .at(-1)
}

export async function namesIn({ house }: SignedVisit, decisions: readonly Decision[]): Promise<Names> {
  const ids = decisions.flatMap(({ proposedBy, decidedBy }) => [proposedBy, decidedBy])
  return accountsById(
    house.db,
    ids.filter((id) => id !== null),
  )
}

function factsOf(
  { language }: SignedVisit,
  subject: Subject,
  policy: Policy,
  decision: Decision | undefined,
  names: Names,
  demands: string | null,
) {
  const stated = subject === 'preset' ? undefined : policy.stated(subject)
  const present = subject === 'preset' ? policy.preset : stated!.value
  const proposer = stated?.by === 'province' ? decision?.proposedBy : null
  const typist = proposer && (names.get(proposer)?.displayName ?? proposer)
  const needs = demands
    ? say(words.needs, language, { approval: codeWords(demands, language) })
    : say(words.noApproval, language)
  return [
    { label: say(words.now, language), value: settingValue(subject, present, language) },
    ...(stated
      ? [
          { label: say(words.source, language), value: stated.source },
          {
            label: say(words.confidence, language),
            value: (
              <>
                <Confidence of={stated.confidence} language={language} />
                {typist && <p class="small">{say(words.typed, language, { who: typist })}</p>}
              </>
            ),
          },
        ]
      : []),
    {
      label: say(words.decided, language),
      value:
        decision && (subject === 'preset' || stated!.by === 'province') ? (
          <ByWhom who={decision.decidedBy} at={decision.decidedAt!} names={names} language={language} />
        ) : (
          say(presets[stated && stated.by !== 'province' ? stated.by : policy.preset].title, language)
        ),
    },
    ...(decision
      ? [{ label: say(words.since, language), value: <DayText day={decision.from} language={language} /> }]
      : []),
    { label: say(words.approval, language), value: needs },
  ]
}
