import type { Day } from '../../ground/day.ts'
import { done, refused, type Result } from '../../ground/result.ts'
import type { Decision, Subject } from './decision.ts'
import type { Policy } from './policy-on.ts'
import { type Setting, settings, type Value } from './settings.ts'

type Rule = Value<'changes.approval'>[number]
/** Which kind of change a setting is, and who must approve such a change. */
export type ChangeKind = Rule['change']
export type Approval = Rule['by']

/** What a change of the settings with this number changes; the others change how a dossier is processed. */
const kinds: Partial<Record<Setting['number'], ChangeKind>> = {
  ...kindOf('functions', 'P8', 'P9', 'P10', 'P15', 'P16', 'P17', 'P18', 'P19', 'P22', 'P27'),
  ...kindOf('functions', 'S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'S10', 'S11', 'S20', 'S21', 'S40'),
  ...kindOf('lists', 'P20', 'P21', 'P24', 'P26', 'P28', 'P29', 'S41'),
  ...kindOf('states', 'S42'),
  ...kindOf('notice-texts', 'S43'),
}

function kindOf(kind: ChangeKind, ...numbers: Setting['number'][]) {
  return Object.fromEntries(numbers.map((number) => [number, kind]))
}

export function changeKindOf(subject: Subject): ChangeKind {
  return subject === 'preset' ? 'processes' : (kinds[settings[subject].number] ?? 'processes')
}

/**
 * Which approval a change needs under the policy that holds, before it takes effect; none where the province demands none. The list of
 * approvals itself and what asks for a second person never change by one person alone, nor do the states of a dossier and what people are told.
 * @law 04/2024/QĐ-UBND Điều 14; 88/2017/QĐ-UBND Điều 4.2; Dự thảo quy chế Một cửa điện tử Điều 5.3
 * @req S2-14.1a
 * @req S3A-5.3
 */
export function approvalFor(subject: Subject, policy: Policy): Approval | null {
  const kind = changeKindOf(subject)
  const rules = policy.get('changes.approval')
  const rule = rules.find(({ change }) => change === kind)
  if (subject === 'changes.approval' || subject === 'officers.second-person' || subject === 'preset')
    return rule?.by ?? 'chairman-decision'
  if (kind === 'states' || kind === 'notice-texts') return rule?.by ?? 'committee-approval'
  return rule?.by ?? null
}

/** What has a page of its own, where a change shows whom it moves. */
const keptElsewhere: readonly Subject[] = ['calendar.office-hours']

/**
 * Whether a value may be proposed from a day on: never from a day gone by, so that nothing already decided under the rules of its day is
 * touched. Refusals: `setting-kept-elsewhere`, `setting-from-gone-by`.
 * @law unconfirmed
 * @req S0-QD.2
 */
export function mayPropose(
  subject: Subject,
  from: Day,
  today: Day,
): Result<undefined, 'setting-kept-elsewhere' | 'setting-from-gone-by'> {
  if (keptElsewhere.includes(subject)) return refused('setting-kept-elsewhere')
  return from < today ? refused('setting-from-gone-by', { from, today }) : done()
}

/** Whoever proposes and decides about settings: the administrator and, for what needs approval, the chairman. */
export type Decider = { readonly id: string; readonly posts: readonly { readonly role: string }[] }

/**
 * The administrator proposes, and nobody else.
 * @law 88/2017/QĐ-UBND Điều 18.1
 * @req S1-18.1c
 */
export function mayProposeSettings({ posts }: Decider): boolean {
  return posts.some(({ role }) => role === 'administrator')
}

/**
 * Whether this person may approve a proposal: another than who proposed it, with number and day of the paper that approves it. Refusals:
 * `not-permitted`, `setting-already-decided`, `own-proposal`, `approval-reference-missing`.
 * @law 04/2024/QĐ-UBND Điều 14.1
 * @req S2-14.1a
 */
export function mayApprove(
  decision: Pick<Decision, 'isApproved' | 'proposedBy' | 'demands'>,
  by: Decider,
  reference: string,
): Result<undefined, 'not-permitted' | 'setting-already-decided' | 'own-proposal' | 'approval-reference-missing'> {
  if (!by.posts.some(({ role }) => role === 'administrator' || role === 'chairman')) return refused('not-permitted')
  if (decision.isApproved !== null) return refused('setting-already-decided')
  if (decision.proposedBy === by.id) return refused('own-proposal')
  return reference.trim() === '' ? refused('approval-reference-missing') : done()
}
