import { done, refused, type Result } from '../../ground/result.ts'
import { type State, states } from './states.ts'

export const legKinds = ['lead', 'joint', 'opinion', 'verification', 'confirmation'] as const
export type LegKind = (typeof legKinds)[number]

/** How a leg ended: answered in time or late, the draft disputed, silence that agrees or says nothing, or the dossier ended before. */
export type LegOutcome = 'answered' | 'late' | 'disputed' | 'agreed' | 'unanswered' | 'cancelled'

/** What of a leg decides what may be done with it. */
export type LegStanding = {
  readonly id: string
  readonly kind: LegKind
  readonly step: string | null
  readonly needs: readonly string[]
  readonly due: Date | null
  readonly silence: 'agreed' | 'unanswered' | null
  readonly outcome: LegOutcome | null
}

/**
 * Whether this leg may still be answered, and how: in time, or late, which is said of the agency that was asked and of nobody else. What silence has settled as
 * agreement stays settled (`leg-closed`); a leg that needs another's result waits for it (`earlier-leg-open`).
 * @law 04/2024/QĐ-UBND Điều 10.1.b, 10.1.d
 * @req S2-10.1b2
 * @req S2-10.1d2
 */
export function mayAnswer(
  leg: LegStanding,
  legs: readonly LegStanding[],
  now: Date,
): Result<'answered' | 'late', 'leg-closed' | 'earlier-leg-open'> {
  const isSettled = leg.outcome !== null && leg.outcome !== 'unanswered'
  if (isSettled || endOfSilence(leg, now) === 'agreed') return refused('leg-closed')
  const earlier = legs.filter(({ step, outcome }) => step && leg.needs.includes(step) && outcome === null)
  if (earlier.length > 0) return refused('earlier-leg-open')
  const isLate = leg.outcome === 'unanswered' || (leg.due !== null && now > leg.due)
  return done(isLate ? 'late' : 'answered')
}

/**
 * What the silence of an asked agency, or of the applicant, means when the time is over; nothing before, nothing where silence settles nothing.
 * The last minute still belongs to whoever was asked.
 * @law 61/2018/NĐ-CP Điều 19.5
 * @req S2-10.1b2
 */
export function endOfSilence({ due, silence, outcome }: LegStanding, now: Date): 'agreed' | 'unanswered' | undefined {
  return outcome === null && silence && due && now > due ? silence : undefined
}

/**
 * Whether the lead may propose: not before every agency that takes part has handed in its result (`legs-open`).
 * @law 04/2024/QĐ-UBND Điều 10.1.d; 61/2018/NĐ-CP Điều 19.6
 * @req S2-10.1d2
 */
export function mayConclude(legs: readonly LegStanding[]): Result<undefined, 'legs-open'> {
  const open = legs.filter(({ kind, outcome }) => kind === 'joint' && outcome === null)
  return open.length > 0 ? refused('legs-open', { count: open.length }) : done()
}

/** Whether an opinion is still being waited for. */
export function awaitsOpinions(legs: readonly LegStanding[]): boolean {
  return legs.some(({ kind, outcome }) => kind === 'opinion' && outcome === null)
}

/**
 * What an asked agency still reads of its leg: everything it was sent until it has answered, then what it was asked and what it said until the dossier is settled, and
 * nothing once nobody waits for its word any more.
 * @law 88/2017/QĐ-UBND Điều 18.1; 88/2017/QĐ-UBND Điều 19.3
 * @req S1-6.2
 */
export function legShows(
  { outcome }: Pick<LegStanding, 'outcome'>,
  { state, issuedAt }: { state: State; issuedAt: Date | null },
): 'papers' | 'word' | 'nothing' {
  if (issuedAt !== null || states[state].waits === null || outcome === 'cancelled') return 'nothing'
  return outcome === null || outcome === 'unanswered' ? 'papers' : 'word'
}
