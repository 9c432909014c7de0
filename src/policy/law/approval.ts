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

/** By what the house knows who somebody is, and lets nobody act alone. */
const guards: readonly Subject[] = [
  'changes.approval',
  'officers.second-person',
  'login.second-factor',
  'login.max-failures',
  'login.lock-minutes',
  'session.idle-minutes',
  'password.rules',
  'staff.login',
  'staff.first-login-change',
  'accounts.identity-sources',
  'accounts.confirmation',
  'log.retention-months',
]

/**
 * Which approval a change needs under the policy that holds, before it takes effect; none where the province demands none. The list of
 * approvals itself, and what guards signing in and the trace, never change by one person alone, nor do the states of a dossier and what people are told.
 * @law 04/2024/QĐ-UBND Điều 14; 88/2017/QĐ-UBND Điều 4.2; Dự thảo quy chế Một cửa điện tử Điều 5.3
 * @req S2-14.1a
 * @req S3A-5.3
 */
export function approvalFor(subject: Subject, policy: Policy): Approval | null {
  const kind = changeKindOf(subject)
  const rules = policy.get('changes.approval')
  const rule = rules.find(({ change }) => change === kind)
  if (subject === 'preset' || guards.includes(subject)) return rule?.by ?? 'chairman-decision'
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

/** Whose word each approval is: a test is seen to by whoever administers, every other one is the chairman's to give. */
const approvers: Record<Approval, readonly string[]> = {
  'chairman-decision': ['chairman'],
  'committee-approval': ['chairman'],
  'legal-document': ['chairman'],
  'test-record': ['administrator', 'chairman'],
}

/**
 * Whether this person may approve a proposal: another than who proposed it, of the office that is asked for, with number and day of the paper that approves it, and no
 * creature of who proposed it (`leansOn`). Refusals: `not-permitted`, `setting-already-decided`, `own-proposal`, `approver-other-office`, `approver-not-independent`,
 * `approval-reference-missing`.
 * @law 04/2024/QĐ-UBND Điều 14.1
 * @req S2-14.1a
 */
export function mayApprove(
  decision: Pick<Decision, 'isApproved' | 'proposedBy' | 'demands'>,
  by: Decider,
  reference: string,
  leansOn: readonly string[],
): Result<undefined, NotApproved> {
  if (!by.posts.some(({ role }) => role === 'administrator' || role === 'chairman')) return refused('not-permitted')
  if (decision.isApproved !== null) return refused('setting-already-decided')
  if (decision.proposedBy === by.id) return refused('own-proposal')
  const named = approvers[decision.demands ?? 'test-record']
  if (!by.posts.some(({ role }) => named.includes(role))) return refused('approver-other-office')
  if (decision.proposedBy !== null && leansOn.includes(decision.proposedBy)) return refused('approver-not-independent')
  return reference.trim() === '' ? refused('approval-reference-missing') : done()
}

type NotApproved =
  | 'not-permitted'
  | 'setting-already-decided'
  | 'own-proposal'
  | 'approver-other-office'
  | 'approver-not-independent'
  | 'approval-reference-missing'
