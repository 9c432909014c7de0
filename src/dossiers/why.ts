import {
  agencyOf,
  calendarFor,
  clockOf,
  type ClockEvent,
  type ClockName,
  isTentative,
  ledgersOf,
  type WhyStep,
  whySteps,
} from '../calendar/index.ts'
import type { Dossier } from './dossier.ts'
import type { Reader } from './read.ts'

export type Why = {
  readonly clock: ClockName
  readonly state: 'none' | 'running' | 'paused' | 'stopped'
  readonly due: Date | null
  /** The date leans on days off that are not decided or not confirmed. */
  readonly isTentative: boolean
  readonly steps: readonly WhyStep[]
  /** The ledger as it was written, oldest line first. */
  readonly lines: readonly ClockEvent[]
}

/** Why the due dates of a dossier are what they are: the counter's time to answer, then the time to settle; a clock not begun is left out. */
export async function whyOf({ db, now }: Reader, dossier: Dossier): Promise<Why[]> {
  const ledgers = (await ledgersOf(db, [dossier.id])).get(dossier.id) ?? {}
  const told: Why[] = []
  for (const clock of ['intake', 'settlement'] as const) {
    const lines = ledgers[clock]
    if (!lines) continue
    const calendar = await calendarFor(db, now, agencyOf(lines))
    const { state, due = null, startedAt } = clockOf(calendar, lines)
    const leans = startedAt !== undefined && due !== null && isTentative(calendar, startedAt, due)
    told.push({ clock, state, due, isTentative: leans, steps: whySteps(calendar, lines), lines })
  }
  return told
}
