import { calendarFor } from '../../calendar/index.ts'
import { postOf } from '../../organisations/index.ts'
import { processOf } from '../../procedures/index.ts'
import type { Vault } from '../../ground/vault/index.ts'
import { type Dossier, wordsContext } from '../dossier.ts'
import { postFor, type Proposal, type State, stepDue, stepFor, type Transition, waitsIn } from '../law/index.ts'
import { type Patch, sendMove, type Walk } from '../moves.ts'
import { isRevised } from '../revised.ts'
import { dropRevision } from '../revision.ts'
import { staysChanged, staysOfOne } from '../stays.ts'
import type { DossierDesk } from './take.ts'

type Traces = {
  patch?: Patch
  /** What proves the act: goes into the history and the audit as it is. */
  details?: Record<string, unknown>
  /** What somebody wrote with the act, such as a reason: sealed in the history, never in the audit. */
  words?: Record<string, string | undefined>
  /** When it really was, where it is entered only later; the moment of entry stands beside it. */
  at?: Date
  /** The act goes its second way. */
  otherwise?: boolean
  /** The whole time begins anew, and with it the budget of every step. */
  anew?: boolean
  /** The field of work of the agency whose stretch of the process begins, where it is another one's. */
  stretch?: string
  /** Of a promised date that moved: the one before, and why; whoever is told hears both. */
  rescheduled?: { was: Date; why: string }
}

/**
 * How every act ends: the new state and version, the queue it now waits in, the step of the process, the history,
 * the audit, and the announcement. All in the act's transaction; state, history and audit in one statement. What it writes may still be on
 * its way when it returns: whatever is asked later comes after it, and the act ends only when all of it was taken.
 */
export async function move(
  desk: DossierDesk,
  dossier: Dossier,
  step: Transition,
  {
    patch = {},
    details = {},
    words = {},
    at = desk.now,
    otherwise = false,
    anew = false,
    stretch,
    rescheduled,
  }: Traces = {},
): Promise<{ id: string; version: number; state: State }> {
  const { sql, vault, actor, now, alongside } = desk
  const way = (otherwise && step.otherwise) || step
  const proposal = (patch.proposal as Proposal | undefined) ?? dossier.proposal
  const to = waitsIn(way.to, proposal)
  const version = dossier.version + 1
  const officer = patch.officer === undefined ? dossier.officer : (patch.officer as string | null)
  const here = { ...dossier, proposal, officer, agency: (patch.agency as string | undefined) ?? dossier.agency }
  const walk = await walkTo(desk, here, way.to, { anew, stretch })
  // Changes that were not sent are about the dossier as it was; sent ones are in it now.
  const isOutdated = way.to !== dossier.state || way.event === 'amended'
  if (isOutdated && (await isRevised(sql, dossier.id))) await dropRevision(sql, dossier.id)

  const post = postFor(step, actor, dossier) ?? postOf(actor, 'one-stop-officer')
  // The first word the counter says of a filing is its first check.
  const isFirstCheck =
    dossier.state === 'submitted' && step.who === 'one-stop-officer' && dossier.firstCheckedAt === null
  const stead = post?.delegation ? { delegation: post.delegation } : {}
  const changes = {
    ...patch,
    ...(isFirstCheck ? { first_checked_at: now } : {}),
    state: way.to,
    version,
    queue: to.queue,
    desk: to.at === null ? null : here[to.at],
    changed_at: now,
  }
  const told = {
    event: way.event,
    from: dossier.state,
    to: way.to,
    at,
    unit: post?.unit ?? null,
    details: { ...details, ...sealedWords(vault, words, wordsContext(dossier.id, version)) },
  }
  const entry = {
    stream: `dossier:${dossier.id}` as const,
    act: step.act,
    actor: actor.id,
    details: { version, from: dossier.state, to: way.to, ...stead, ...details },
    occurredAt: at,
    recordedAt: now,
  }
  alongside(sendMove(sql, dossier.id, { changes, told, entry, walk }))
  if (walk) staysChanged(sql, dossier.id)
  const due = patch.due === undefined ? dossier.due : (patch.due as Date | null)
  await desk.announce({
    type: `dossier.${way.event}` as never,
    dossier: dossier.id,
    state: way.to,
    applicant: dossier.applicant,
    procedure: dossier.procedure,
    reference: patch.reference ?? dossier.reference!,
    code: patch.code ?? dossier.code,
    due: due?.toISOString() ?? null,
    ...(rescheduled ? { was: rescheduled.was.toISOString(), why: rescheduled.why } : {}),
    at: now.toISOString(),
    by: actor.id,
  })
  return { id: dossier.id, version, state: way.to }
}

function sealedWords(vault: Vault, words: Record<string, string | undefined>, context: string): { sealed?: string } {
  const said = Object.entries(words).filter(([, text]) => text)
  return said.length > 0 ? { sealed: vault.sealJson(Object.fromEntries(said), context).toString('base64') } : {}
}

/**
 * Whether the open step of the process ends, and which one the waiting role does next, with what is left of its time budget. A leader who decides
 * whether the applicant is asked for more, or more time is given, does so inside the present step.
 */
async function walkTo(
  { sql, now }: DossierDesk,
  dossier: Dossier,
  to: State,
  { anew, stretch }: { anew: boolean; stretch: string | undefined },
): Promise<Walk> {
  const { waits, at } = waitsIn(to, dossier.proposal)
  if (!waits || waits === 'applicant' || !at) return 'ends'
  const [{ steps }, stays, calendar] = await Promise.all([
    processOf(sql, dossier.procedureVersion),
    staysOfOne(sql, dossier.id),
    calendarFor(sql, now, dossier[at]),
  ])
  const open = stays.findLast(({ endedAt }) => endedAt === null)
  const present = open ? steps.findIndex(({ id }) => id === open.step) : -1

  const asks = (to === 'proposed' && dossier.proposal === 'supplement') || to === 'extension-requested'
  const inside = asks && steps[present]
  const step = inside ? { ...inside, role: waits, budgetMinutes: null } : steps[stepFor(steps, present, waits, stretch)]
  const holder = waits === 'processing-officer' ? dossier.officer : null
  if (!step || (open?.step === step.id && open.holder === holder && open.role === step.role)) return undefined
  const round = (stays.at(-1)?.round ?? 1) + (anew ? 1 : 0)
  const next = { ...step, step: step.id, round, startedAt: now, endedAt: null }
  const due = stepDue(calendar, [...stays.map((stay) => ({ ...stay, endedAt: stay.endedAt ?? now })), next]) ?? null
  return { ...next, position: (stays.at(-1)?.position ?? 0) + 1, unit: dossier[at], holder, due }
}
