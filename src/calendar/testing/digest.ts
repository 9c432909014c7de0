import { createHash } from 'node:crypto'

import { type Calendar, calendarFrom, dueAt, type TimeLimit } from '../law/index.ts'
import { dice, drawCalendar, drawLimits, drawStart } from './draw.ts'
import type { Plain } from './slow.ts'

/** The calendar of the law with the same plain data as the slow one. */
export function lawful({ week, years: [first, last], days }: Plain): Calendar {
  const years = Array.from({ length: last - first + 1 }, (_, index) => ({
    year: first + index,
    days: days
      .filter(({ day }) => day.startsWith(String(first + index)))
      .map((one) => ({ ...one, name: one.kind, source: 'drawn', status: 'confirmed' })) as never,
  }))
  return calendarFrom({ version: 'drawn', hours: week, years })
}

/** What five hundred drawn calendars answer, as one hash: the same on every machine in every time zone. */
export function digest(): string {
  const hash = createHash('sha256')
  for (let seed = 1; seed <= 500; seed++) {
    const of = dice(seed)
    const plain = drawCalendar(of)
    const calendar = lawful(plain)
    const received = drawStart(of, plain)
    for (const limit of drawLimits(of) as TimeLimit[]) hash.update(dueAt(calendar, received, limit).toISOString())
  }
  return hash.digest('hex')
}
