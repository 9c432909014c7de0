import {
  type Calendar,
  calendarFor,
  type Session,
  sessionsOn,
  specialDay,
  type SpecialDay,
  type Week,
} from '../../calendar/index.ts'
import type { Sql } from '../../ground/database.ts'
import { addDays, type Day } from '../../ground/day.ts'
import { type Language, say, ui, type Words } from '../../words/index.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const words = {
  closed: { vi: 'nghỉ', en: 'closed' },
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

/** *7:30–11:30, 13:00–17:00* */
export function sessionsWords(sessions: readonly Session[], language: Language): string {
  if (sessions.length === 0) return say(words.closed, language)
  return sessions.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', ')
}

const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** The week in as few lines as it has different days: *thứ Hai–thứ Sáu*, *thứ Bảy–Chủ nhật*. */
export function weekRows(hours: Week, language: Language): { days: string; hours: string }[] {
  const rows: { from: number; to: number; hours: string }[] = []
  hours.forEach((sessions, at) => {
    const text = sessionsWords(sessions, language)
    const last = rows.at(-1)
    if (last?.hours === text) last.to = at
    else rows.push({ from: at, to: at, hours: text })
  })
  const name = (at: number) => say(ui.time[weekdays[at]!], language)
  return rows.map(({ from, to, hours }) => ({
    days: capital(from === to ? name(from) : `${name(from)}–${name(to)}`),
    hours,
  }))
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

export const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
