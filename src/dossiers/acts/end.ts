import { calendarFor, type ClockName, clockOf, ledgerOf, tellClock } from '../../calendar/index.ts'
import { closeOpenLegs } from '../legs.ts'
import type { DossierDesk } from './take.ts'

/** A dossier that ends before its result: both clocks stop, wherever they stand, and nothing is due any more, from nobody. */
export async function endClocks(desk: DossierDesk, dossier: string, ground: string) {
  const { sql, now } = desk
  const calendar = await calendarFor(sql, now)
  for (const clock of ['intake', 'settlement'] as const satisfies ClockName[]) {
    const { state } = clockOf(calendar, await ledgerOf(sql, dossier, clock))
    if (state === 'running' || state === 'paused')
      await tellClock(desk, dossier, clock, { kind: 'stopped', at: now, ground })
  }
  await closeOpenLegs(desk, dossier, 'cancelled')
  return { due: null, ended_at: now }
}
