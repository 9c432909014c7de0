import type { Session, Week } from '../calendar/law/index.ts'
import { type Language, say, type Words } from './language.ts'
import { ui } from './ui.ts'

/** The names of the days under `ui.time`, Monday first. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const closed: Words = { vi: 'nghỉ', en: 'closed' }

/** *7:30–11:30, 13:00–17:00* */
export function sessionsWords(sessions: readonly Session[], language: Language): string {
  if (sessions.length === 0) return say(closed, language)
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

export const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
