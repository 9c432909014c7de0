export type { Officer, Post } from './law/index.ts'
export { holds, postOf } from './law/index.ts'
export type { PostHolder, Unit } from './store.ts'
export {
  agenciesToAsk,
  agencyWithDuty,
  counters,
  officersOf,
  postHolders,
  receptionFor,
  signedInBy,
  unitById,
  units,
  unitWithParents,
  withPosts,
} from './store.ts'
