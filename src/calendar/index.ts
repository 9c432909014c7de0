export * from './law/index.ts'
export type { ClockName } from './store.ts'
export { calendarFor, insertCalendar, ledgerOf, ledgersOf, tellClock } from './store.ts'
