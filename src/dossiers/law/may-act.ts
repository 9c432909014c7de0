import { done, refused } from '../../ground/result.ts'
import { isFiler, type Officer, type Post } from '../../organisations/law/index.ts'
import type { Proposal, State } from './states.ts'
import { type Act, type Transition, transitions } from './transitions.ts'

/** What of a dossier decides who may act on it. */
export type Actable = {
  state: State
  version: number
  filedBy: string
  applicant: string
  reception: string
  agency: string
  officer: string | null
  proposal: Proposal
  /** How often the applicant was asked at intake and while settling; never set back. */
  guidances: number
  supplements: number
  /** When it left the counter for the agency. */
  forwardedAt: Date | null
  /** The agencies whose own leg is looked at now; without a leg nobody answers for another agency. */
  asked?: readonly string[]
}

/**
 * The step this actor may take now with this act; three keys must fit: the role in this state, the reach of the post, the
 * person the task names. Refusals, in this order: `not-permitted`, `stale-version`, `person-signs-first`, `wrong-state`, and what a row says where it
 * does not fit the dossier (`apology-not-owed`, `division-leader-confirms-first`).
 * @law 88/2017/QĐ-UBND Điều 18.1; 04/2024/QĐ-UBND Điều 12
 * @req S1-18.1b
 * @req S1-18.2
 */
export function mayAct(
  dossier: Actable,
  actor: Officer,
  act: Act,
  asked: { version?: number; as?: 'person' | 'organisation' } = {},
) {
  const possible = transitions.filter((step) => step.act === act && (!asked.as || step.as === asked.as))
  const permitted = possible.filter((step) => isFor(step, actor, dossier))
  if (permitted.length === 0) return refused('not-permitted')
  if (asked.version !== undefined && asked.version !== dossier.version) {
    return refused('stale-version', { version: dossier.version })
  }
  const step = permitted.find(({ from }) => from.includes(dossier.state))
  if (step) return step.only?.refusal && !step.only.when(dossier) ? refused(step.only.refusal) : done(step)
  const early = permitted.find(({ tooEarly }) => tooEarly?.in === dossier.state)
  return early?.tooEarly ? refused(early.tooEarly.refusal) : refused('wrong-state', { state: dossier.state })
}

/**
 * Every act this actor may do now, in the order of the transition table.
 * @law 88/2017/QĐ-UBND Điều 18.1
 * @req S1-18.1b
 */
export function permittedSteps(dossier: Actable, actor: Officer): Transition[] {
  return transitions.filter(
    (step) =>
      step.from.includes(dossier.state) && isFor(step, actor, dossier) && (!step.only || step.only.when(dossier)),
  )
}

function isFor(step: Transition, actor: Officer, dossier: Actable): boolean {
  if (step.only && !step.only.refusal && !step.only.when(dossier)) return false
  if (step.who === 'filer') return isFiler(actor, dossier)
  if (step.who === 'applicant') return actor.id === dossier.applicant || isFiler(actor, dossier)
  if (step.who === 'system') return actor.kind === 'system'
  return actor.posts.some((post) => post.role === step.who && covers(post, actor.id, dossier))
}

/** The post from which an actor does a step, for the history: who acted for which unit. */
export function postFor(step: Transition, actor: Officer, dossier: Actable): Post | undefined {
  return actor.posts.find((post) => post.role === step.who && covers(post, actor.id, dossier))
}

function covers(post: Post, actor: string, dossier: Actable): boolean {
  switch (post.role) {
    case 'one-stop-officer':
    case 'centre-director':
      return post.unit === dossier.reception
    case 'processing-officer':
      return post.agency === dossier.agency && dossier.officer === actor
    case 'consulted-officer':
      return dossier.asked?.includes(post.agency) ?? false
    default:
      return post.agency === dossier.agency
  }
}
