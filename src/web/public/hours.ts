import { type Calendar, calendarFor, sessionsOn, specialDay, type SpecialDay } from '../../calendar/index.ts'
import type { Sql } from '../../ground/database.ts'
import { addDays, type Day } from '../../ground/day.ts'
import { type Language, say, sessionsWords, type Words } from '../../words/index.ts'

const words = {
  closedToday: { vi: 'Hôm nay nghỉ', en: 'Closed today' },
  openToday: { vi: 'Hôm nay mở cửa {hours}', en: 'Open today {hours}' },
} as const satisfies Record<string, Words>

/** The province's calendar; a province that has loaded none yet still shows its pages. */
export async function calendarIfAny(db: Sql, now: Date): Promise<Calendar | undefined> {
  const any = await db
    .selectFrom('calendar.calendar')
    .select('id')
    .where('agency', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return any && calendarFor(db, now)
}

export function todayWords(calendar: Calendar, today: Day, language: Language): string {
  const sessions = sessionsOn(calendar, today)
  if (sessions.length === 0) return say(words.closedToday, language)
  return say(words.openToday, language, { hours: sessionsWords(sessions, language) })
}

/** Days within the next weeks that do not follow their weekday. */
export function specialDaysAhead(calendar: Calendar, today: Day, days: number): SpecialDay[] {
  return Array.from({ length: days }, (_, ahead) => specialDay(calendar, addDays(today, ahead))).filter(
    (one) => one !== undefined,
  )
}
