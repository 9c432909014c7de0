export type { RecordItem } from './store.ts'
export { moveRecord } from './merge.ts'
export { noteReuse, type Reuse } from './reuse.ts'
export { deliver, itemsById, itemsOf, recordOf } from './store.ts'
