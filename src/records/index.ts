export type { RecordItem } from './store.ts'
export { deliver, itemsById, itemsOf, recordOf } from './store.ts'
