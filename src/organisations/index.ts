export type { Officer, Post } from './law/index.ts'
export { holds, postOf } from './law/index.ts'
export type { Unit } from './store.ts'
export { officersOf, receptionFor, unitById, units, unitWithParents, withPosts } from './store.ts'
