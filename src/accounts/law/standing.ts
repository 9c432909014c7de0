import { done, refused } from '../../ground/result.ts'
import type { Result } from '../../ground/result.ts'
import type { AccountState } from '../account.ts'

/** Who changes how an account stands: its holder, whoever helps holders at a counter, or whoever manages accounts. */
export type By = 'holder' | 'helper' | 'manager'
export type StandingAct = 'pause' | 'resume' | 'lock' | 'close' | 'suspend' | 'reopen' | 'recover' | 'confirm'

type Change = {
  readonly from: readonly AccountState[]
  readonly to: AccountState | 'as-before'
  readonly by: readonly By[]
}

/** How an account may come to stand otherwise. The holder needs no reason; whoever acts for another gives one. */
export const standings: Readonly<Record<StandingAct, Change>> = {
  pause: { from: ['registered', 'active'], to: 'paused', by: ['holder'] },
  resume: { from: ['paused'], to: 'active', by: ['holder'] },
  lock: { from: ['registered', 'active', 'paused'], to: 'locked', by: ['holder', 'helper', 'manager'] },
  close: { from: ['registered', 'active', 'paused', 'locked'], to: 'closed', by: ['holder', 'manager'] },
  suspend: { from: ['registered', 'active', 'paused', 'locked'], to: 'suspended', by: ['manager'] },
  reopen: { from: ['suspended', 'locked'], to: 'active', by: ['manager'] },
  recover: { from: ['registered', 'active', 'paused', 'locked'], to: 'registered', by: ['helper', 'manager'] },
  confirm: { from: ['registered', 'active', 'paused'], to: 'as-before', by: ['manager'] },
}

/**
 * How the account stands after this act. Refusals: `not-permitted` (not theirs to do), `wrong-account-state`, `standing-reason-needed`.
 * @law 90/2016/QĐ-UBND Điều 15.3; 88/2017/QĐ-UBND Điều 17.1, 23.3
 * @req S0-15.3b
 * @req S1-17.1b
 * @req S1-23.3a
 * @req S1-23.3c
 */
export function checkStanding(
  act: StandingAct,
  state: AccountState,
  by: By,
  reason: string | undefined,
): Result<AccountState, 'not-permitted' | 'wrong-account-state' | 'standing-reason-needed'> {
  const change = standings[act]
  if (!change.by.includes(by)) return refused('not-permitted')
  if (!change.from.includes(state)) return refused('wrong-account-state')
  if (by !== 'holder' && (reason ?? '').trim().length < 5) return refused('standing-reason-needed')
  return done(change.to === 'as-before' ? state : change.to)
}

/**
 * Whether an account that stands so may be entered and used. Refusals: `account-paused` (by its holder), `account-closed` (suspended, locked or closed).
 * @law 88/2017/QĐ-UBND Điều 17.1, 23.3
 * @req S1-17.1b
 * @req S1-23.3c
 */
export function mayUse(state: AccountState): Result<undefined, 'account-paused' | 'account-closed'> {
  if (state === 'paused') return refused('account-paused')
  return ['active', 'registered'].includes(state) ? done() : refused('account-closed')
}

/** Minutes in which a sign-in still says who sits there. */
const freshMinutes = 10

/**
 * Whether a sign-in is so recent that it proves its holder as the password would.
 * @law unconfirmed
 * @req S1-17.1b
 */
export function isFreshProof(began: Date | undefined, now: Date): boolean {
  return began !== undefined && now.getTime() - began.getTime() <= freshMinutes * 60_000
}
