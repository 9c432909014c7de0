export { holds, type Officer, type Post, postOf } from './officer.ts'
export { mayDo, mustProveTwice, type Permission, permissions } from './permissions.ts'
export { mayReach, type Reachable } from './reach.ts'
export { isRole, mayHoldTogether, type Reach, type Role, roles } from './roles.ts'
