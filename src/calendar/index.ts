export * from './law/index.ts'
export type { ClockName } from './store.ts'
export { calendarFor, insertCalendar, ledgerOf, tellClock } from './store.ts'
