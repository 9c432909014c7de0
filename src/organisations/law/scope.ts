import type { Officer, Post } from './officer.ts'
import { mayDo, type Permission } from './permissions.ts'
import { roles } from './roles.ts'

/**
 * Whether this officer administers this unit: whoever administers the whole system does, whoever administers one agency does for it and what stands
 * below it. `above` is the unit itself and all it belongs to.
 * @law unconfirmed (phân cấp quản trị)
 * @req S3A-15.1b
 */
export function administers({ posts }: Officer, above: readonly string[]): boolean {
  return posts.some(
    ({ role, agency, unit }) =>
      role === 'administrator' || (role === 'unit-administrator' && (above.includes(agency) || above.includes(unit))),
  )
}

/** Over which agencies a post that may do this speaks; nothing named means the whole province. What somebody may do in one agency they may not in another. */
export function ownScope({ posts }: Officer, permission: Permission): readonly string[] | 'all' {
  const mine = posts.filter((post) => mayDo({ posts: [post] }, permission))
  const isWide = ({ role }: Post) => role === 'administrator' || roles[role].reach === 'province'
  return mine.some(isWide) ? 'all' : [...new Set(mine.map(({ agency }) => agency))]
}
