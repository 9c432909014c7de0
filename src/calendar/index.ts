export * from './law/index.ts'
export { type CalendarChange, changeCalendar, plannedCalendar } from './change.ts'
export { type Renewal, renewalsOf, writeRenewals } from './renewals.ts'
export {
  agencyOf,
  type ClockName,
  holdCalendar,
  ledgerOf,
  ledgersFrom,
  ledgersOf,
  linesIn,
  noteLedgers,
  noteShared,
  sharedEditions,
  tellClock,
} from './ledgers.ts'
export { type CalendarDraft, calendarFor, calendarsFor, insertCalendar, localOf } from './store.ts'
