import { sql as raw } from 'kysely'
import { accountsById } from '../accounts/index.ts'
import type { AccountFact, ChangedHands, Merged, RecoveryFact } from '../accounts/index.ts'
import { instantText } from '../calendar/index.ts'
import { endConsentsOf, moveConsents } from '../disclosures/index.ts'
import type { DatesMoved, DossierFact, LegAsked, OneDossierFact, TimeFact } from '../dossiers/index.ts'
import { discardDraftsOf, moveDossiers } from '../dossiers/index.ts'
import { dayOf } from '../ground/day.ts'
import { notify, notifyAll, type Telling, type Template } from '../notifications/index.ts'
import { officersOf, withPosts } from '../organisations/index.ts'
import { policyFor } from '../policy/index.ts'
import { moveRecord } from '../records/index.ts'
import { procedureName } from '../procedures/index.ts'

/** Everything that can be announced in the house. */
export type Fact = DossierFact | TimeFact | AccountFact | ChangedHands | Merged | RecoveryFact

type Room = Telling
type Reaction =
  | { when: OneDossierFact['type']; what: (room: Room, fact: OneDossierFact) => Promise<void> }
  | { when: DatesMoved['type']; what: (room: Room, fact: DatesMoved) => Promise<void> }
  | { when: LegAsked['type']; what: (room: Room, fact: LegAsked) => Promise<void> }
  | { when: AccountFact['type']; what: (room: Room, fact: AccountFact) => Promise<void> }
  | { when: ChangedHands['type']; what: (room: Room, fact: ChangedHands) => Promise<void> }
  | { when: Merged['type']; what: (room: Room, fact: Merged) => Promise<void> }
  | { when: RecoveryFact['type']; what: (room: Room, fact: RecoveryFact) => Promise<void> }
  | { when: TimeFact['type']; what: (room: Room, fact: TimeFact) => Promise<void> }

/**
 * Who cares about what happened, in the transaction of the act; what is to come later it leaves as the row of a job. This table is the one
 * place to learn what an act sets in motion outside its own noun and those before it.
 */
export const reactions: readonly Reaction[] = [
  { when: 'dossier.submitted', what: tellApplicant('dossier.submitted') },
  { when: 'dossier.accepted', what: tellApplicant('dossier.accepted') },
  { when: 'dossier.issued', what: tellApplicant('dossier.issued') },
  { when: 'dossier.handed-to-counter', what: tellApplicant('dossier.handed-to-counter') },
  { when: 'dossier.returned', what: tellApplicant('dossier.returned') },
  { when: 'dossier.amended', what: tellApplicant('dossier.amended') },
  { when: 'dossier.returned-with-guidance', what: tellApplicant('dossier.returned-with-guidance') },
  { when: 'dossier.supplemented', what: tellApplicant('dossier.supplemented') },
  { when: 'dossier.rejected', what: tellApplicant('dossier.rejected') },
  { when: 'dossier.supplement-requested', what: tellApplicant('dossier.supplement-requested') },
  { when: 'dossier.withdrawn', what: tellApplicant('dossier.withdrawn') },
  { when: 'dossier.stopped', what: tellApplicant('dossier.stopped') },
  { when: 'dossier.refused', what: tellApplicant('dossier.refused') },
  { when: 'dossier.apologised-for-delay', what: tellApplicant('dossier.apologised-for-delay') },
  { when: 'dossier.papers-mismatched', what: tellApplicant('dossier.papers-mismatched') },
  { when: 'dossier.not-collected', what: tellApplicant('dossier.not-collected') },
  { when: 'dossier.time-runs-out', what: warnOfficers },
  { when: 'dossier.opinions-requested', what: tellApplicant('dossier.opinions-requested') },
  { when: 'dossier.verification-scheduled', what: tellApplicant('dossier.verification-scheduled') },
  { when: 'dossier.papers-called', what: tellApplicant('dossier.papers-called') },
  { when: 'dossier.confirmation-asked', what: tellApplicant('dossier.confirmation-asked') },
  { when: 'dossier.confirmed-by-silence', what: tellApplicant('dossier.confirmed-by-silence') },
  { when: 'dossier.passed-on', what: tellApplicant('dossier.passed-on') },
  { when: 'dossier.opinion-lapsed', what: tellHeads('leg.unanswered') },
  { when: 'dossier.opinions-closed', what: tellHeads('leg.unanswered') },
  { when: 'dossier.extended', what: tellApplicant('dossier.extended') },
  { when: 'dossier.re-appointed', what: tellApplicant('dossier.re-appointed') },
  { when: 'dossiers.dates-moved', what: tellOfMovedDates },
  { when: 'leg.asked', what: tellAsked },
  { when: 'account.signed-in-elsewhere', what: tellOfNewPlace },
  {
    when: 'account.changed-hands',
    what: async ({ sql, now }, { account, by, isSameName }) => {
      if (!isSameName) await discardDraftsOf(sql, { account, by, now })
    },
  },
  { when: 'account.changed-hands', what: ({ sql, now }, { account, by }) => endConsentsOf(sql, { account, by, now }) },
  { when: 'account.merged', what: ({ sql, now }, fact) => moveDossiers(sql, { ...fact, now }) },
  { when: 'account.merged', what: ({ sql, now }, fact) => moveRecord(sql, { ...fact, now }) },
  { when: 'account.merged', what: ({ sql }, fact) => moveConsents(sql, fact) },
  { when: 'account.recovery-asked', what: tellOfRecovery },
  { when: 'account.recovered', what: tellOfRecovery },
]

export async function announce(room: Room, fact: Fact): Promise<void> {
  for (const { when, what } of reactions) if (when === fact.type) await what(room, fact as never)
}

/** The heads of the counter that took the dossier in learn of an agency that did not answer; they remind it. Silence that agrees is no such thing. */
function tellHeads(template: Template) {
  return async (room: Room, fact: OneDossierFact): Promise<void> => {
    const { sql, now } = room
    const { rows } = await lastLapse(fact.dossier).execute(sql)
    if (rows[0]?.outcome !== 'unanswered') return
    for (const { account } of await officersOf(sql, rows[0].reception, 'centre-director', dayOf(now)))
      await tellApplicant(template)(room, { ...fact, applicant: account })
  }
}

/** Whoever answers for an agency that was asked hears of its work, and until when. */
async function tellAsked(room: Room, { dossier, agency, kind, ...fact }: LegAsked): Promise<void> {
  const { sql, now } = room
  const gaps = gapsOf(await procedureName(sql, fact.procedure), fact)
  for (const { account } of await officersOf(sql, agency, 'consulted-officer', dayOf(now)))
    await notify(room, { account, dossier, template: `leg.${kind}`, gaps })
}

const lastLapse = (dossier: string) => raw<{ outcome: string; reception: string }>`
  select l.outcome, d.reception
  from dossiers.leg l
  join dossiers.dossier d on d.id = l.dossier
  where l.dossier = ${dossier} and l.kind = 'opinion' and l.closed_at is not null
  order by l.closed_at desc, l.position desc
  limit 1`

/** A message in the portal in this transaction, and in the outbox: the worker sends it by the other channels. */
function tellApplicant(template: Template) {
  return async (room: Room, fact: OneDossierFact): Promise<void> => {
    const gaps = gapsOf(await procedureName(room.sql, fact.procedure), fact)
    await notify(room, { account: fact.applicant, dossier: fact.dossier, template, gaps })
  }
}

/** The holder hears in the portal and by e-mail that somebody signed in as them at a second place. */
async function tellOfNewPlace(room: Room, { account, agent, address, at }: AccountFact): Promise<void> {
  const when = instantText(new Date(at))
  const gaps = {
    when,
    whenInEnglish: when.replace(' ngày ', ' on '),
    device: /(Firefox|Edg|OPR|Chrome|Safari)\//.exec(agent ?? '')?.[1] ?? '–',
    address: address ?? '–',
  }
  await notify(room, { account, template: 'account.signed-in-elsewhere', gaps })
}

/** The officer hears that their sign-in is asked back or was given back, and so does whoever heads their agency; the code goes to the officer alone. */
async function tellOfRecovery(room: Room, { type, account, by, code, at }: RecoveryFact): Promise<void> {
  const { sql, now } = room
  const named = await accountsById(sql, [account, by])
  const officer = { id: account, kind: 'officer', name: named.get(account)!.displayName } as const
  const when = instantText(new Date(at))
  const told = {
    name: officer.name,
    by: named.get(by)!.displayName,
    when,
    whenInEnglish: when.replace(' ngày ', ' on '),
  }
  await notify(room, { account, template: type, gaps: { ...told, code: code ?? '' } })
  const agencies = new Set((await withPosts(sql, officer, dayOf(now))).posts.map(({ agency }) => agency))
  const heads = new Set<string>()
  for (const agency of agencies)
    for (const role of ['agency-leader', 'centre-director'])
      for (const head of await officersOf(sql, agency, role, dayOf(now))) heads.add(head.account)
  const template = type === 'account.recovered' ? 'officer.recovered' : 'officer.recovery-asked'
  for (const head of heads)
    if (head !== account && head !== by) await notify(room, { account: head, template, gaps: told })
}

const abouts = {
  intake: { vi: 'Thời hạn trả lời tiếp nhận', en: 'The time to answer at the counter' },
  settlement: { vi: 'Thời hạn giải quyết', en: 'The time to settle' },
} as const

/** Whoever holds the dossier and those above hear that its time runs out, in the portal, and by e-mail where the province wants that. */
async function warnOfficers(room: Room, fact: TimeFact): Promise<void> {
  const { sql, now } = room
  const email = (await policyFor(sql, now)).get('warnings.email')
  const due = instantText(new Date(fact.due))
  const said = fact.about === 'step' ? { vi: `Bước “${fact.step}”`, en: `The step “${fact.step}”` } : abouts[fact.about]
  const gaps = {
    what: said.vi,
    whatInEnglish: said.en,
    procedure: await procedureName(sql, fact.procedure),
    code: fact.code ?? fact.reference,
    percent: String(fact.percent),
    due,
    dueInEnglish: due.replace(' ngày ', ' on '),
  }
  for (const { account, as } of fact.to) {
    const over = fact.about === 'settlement' ? 'over' : 'step-over'
    const template: Template = fact.percent >= 100 ? `time.${as}.${over}` : `time.${as}`
    await notify(room, { account, dossier: fact.dossier, template, gaps, email })
  }
}

/** How many messages go into one statement. */
const together = 500

/** A changed calendar moved many promised dates: every applicant hears of theirs, once. */
async function tellOfMovedDates({ sql, vault, now }: Room, { moves, why, law }: DatesMoved): Promise<void> {
  const procedures = new Set(moves.map(({ procedure }) => procedure))
  const names = new Map<string, string>()
  for (const code of procedures) names.set(code, await procedureName(sql, code))
  for (let first = 0; first < moves.length; first += together) {
    const notices = moves.slice(first, first + together).map((move) => ({
      account: move.applicant,
      dossier: move.dossier,
      template: move.clock === 'intake' ? ('dossier.answer-moved' as const) : ('dossier.date-moved' as const),
      gaps: gapsOf(names.get(move.procedure)!, { ...move, why: law ? `${why} (${law})` : why }),
    }))
    await notifyAll(sql, vault, notices, now)
  }
}

type Told = Pick<OneDossierFact, 'reference' | 'code' | 'due' | 'was' | 'why'>

/** What the templates leave open, as people read it. */
function gapsOf(procedure: string, { reference, code, due, was, why }: Told): Record<string, string> {
  const [until, before] = [due, was].map((at) => (at ? instantText(new Date(at)) : '')) as [string, string]
  const inEnglish = (at: string) => at.replace(' ngày ', ' on ')
  return {
    procedure,
    reference,
    code: code ?? reference,
    due: until,
    intakeDue: until,
    dueInEnglish: inEnglish(until),
    ...(was ? { was: before, wasInEnglish: inEnglish(before), why: (why ?? '').trim().replace(/[.;,]+$/, '') } : {}),
  }
}
