import { type Account, loginsOf } from '../accounts/index.ts'
import type { House } from '../ground/house.ts'
import { dayOf } from '../ground/day.ts'
import { policyFor } from '../policy/index.ts'
import { mayDo } from './law/index.ts'
import { withPosts } from './store.ts'

/**
 * Whether this officer may come in by the central sign-in alone: where the province chose so and that sign-in is connected, a password of the house is no way
 * around an account that was withdrawn there. Whoever manages accounts keeps one, for the day on which the central sign-in is away.
 */
export async function mustEnterCentrally({ db, config }: House, account: Account, now: Date): Promise<boolean> {
  if (account.kind !== 'officer' || !loginsOf(config).some(({ id }) => id === 'staff')) return false
  if ((await policyFor(db, now)).get('staff.login') !== 'central') return false
  const { id, kind, displayName: name } = account
  return !mayDo(await withPosts(db, { id, kind, name }, dayOf(now)), 'manage-accounts')
}
