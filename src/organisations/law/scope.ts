import type { Officer } from './officer.ts'

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

/** Above whom in the tree this officer files requests and keeps devices; nothing named means the whole province. */
export function ownScope({ posts }: Officer): readonly string[] | 'all' {
  if (posts.some(({ role }) => role === 'administrator')) return 'all'
  return [...new Set(posts.map(({ agency }) => agency))]
}
