import { type Calendar, dueAt, type TimeLimit } from '../../calendar/law/index.ts'

/** How long the counter has to send a dossier on, and from when: the filer's registration, its receipt by the system, or its acceptance. */
export type Forwarding = {
  readonly limit: TimeLimit
  readonly from: 'registration' | 'system-receipt' | 'acceptance'
}

/** The instants a dossier keeps of its way over the counter; `receivedAt` is when the filing as it is now arrived. */
export type CounterTimes = {
  readonly submittedAt: Date | null
  readonly receivedAt: Date | null
  readonly acceptedAt: Date | null
  readonly forwardedAt: Date | null
}

/**
 * Until when a dossier must have been sent to the agency: one working hour from the registration, eight from the system's receipt, or what else the province
 * chose. After guidance the filing is registered and received anew. None before the event that starts the time.
 * @law 88/2017/QĐ-UBND Điều 13.1; 04/2024/QĐ-UBND Điều 8.1.b; 61/2018/NĐ-CP Điều 18
 * @req S1-13.1a
 * @req S2-8.1b
 * @req S2-19.1d
 */
export function forwardDue(calendar: Calendar, { limit, from }: Forwarding, times: CounterTimes): Date | null {
  const began = from === 'acceptance' ? times.acceptedAt : (times.receivedAt ?? times.submittedAt)
  return began && dueAt(calendar, began, limit)
}

/**
 * Whether it went too late, or has not gone and should have.
 * @law 88/2017/QĐ-UBND Điều 13.1; 04/2024/QĐ-UBND Điều 8.1.b
 * @req S1-13.1a
 * @req S2-8.1b
 */
export function isForwardedLate(due: Date | null, { forwardedAt }: CounterTimes, now: Date): boolean {
  const went = forwardedAt ?? now
  return due !== null && Math.floor(went.getTime() / 60_000) > Math.floor(due.getTime() / 60_000)
}

/**
 * Whether a receipt slip is made: always, or, where the province says so, for what is settled at once only when the filer asks for it.
 * @law 04/2024/QĐ-UBND Điều 8.2; 61/2018/NĐ-CP Điều 17.4
 * @req S2-8.2d
 * @req S2-8.2f
 */
export function isReceiptDue(isImmediate: boolean, policy: 'always' | 'when-asked', isAskedFor: boolean): boolean {
  return !isImmediate || policy === 'always' || isAskedFor
}
