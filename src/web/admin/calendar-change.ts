import {
  areInOrder,
  type CalendarChange,
  type DayKind,
  dayKinds,
  readSessions,
  type Session,
  type SpecialDay,
} from '../../calendar/index.ts'
import { addDays, type Day } from '../../ground/day.ts'
import { type Language, say, type Words } from '../../words/index.ts'
import type { Problem } from '../ui/index.ts'
import { words } from './calendar-words.ts'
import { typedDay } from './typed-day.ts'

type Fields = Readonly<Record<string, string | undefined>>
type Read = { change: CalendarChange } | { problems: Problem[] }

/** What an agency may say of a day; everything else is the province's to decide. */
export const localKinds: readonly DayKind[] = ['local-closure', 'half-day', 'swap-work']

const longest = 31

/** What the form of days asks for, or what is to be mended in it. */
export function readDays(fields: Fields, language: Language): Read {
  const problems: Problem[] = []
  const wrong = (field: string, message: Words) => void problems.push({ field, message: say(message, language) })
  const text = (name: string) => fields[name]?.trim().normalize('NFC') ?? ''
  const agency = text('don-vi')
  const [from, until] = [typedDay(fields, 'tu'), typedDay(fields, 'den')]
  if (!from) wrong('tu', words.badDay)
  if (until === undefined) wrong('den', words.badDay)
  const days = from && until !== undefined ? rangeOf(from, until ?? from) : []
  if (from && until !== undefined && days.length === 0) wrong('den', words.badRange)

  const kind = text('loai')
  const isClear = kind === 'bo'
  const allowed = agency ? localKinds : dayKinds
  if (!isClear && !allowed.includes(kind as DayKind)) wrong('loai', words.badKind)
  const sessions = text('gio') && (kind === 'half-day' || kind === 'swap-work') ? sessionsIn(text('gio')) : []
  if (!sessions || (kind === 'half-day' && sessions.length === 0)) wrong('gio', words.badSessions)
  if (!isClear && !text('ten')) wrong('ten', words.noName)
  if (!text('can-cu')) wrong('can-cu', words.noSource)
  if (problems.length > 0) return { problems }

  const source = text('can-cu').slice(0, 300)
  const base = { source, ...(agency ? { agency } : {}) }
  if (isClear) return { change: { ...base, clear: days } }
  const rest = {
    kind: kind as DayKind,
    name: text('ten').slice(0, 200),
    source,
    status: fields['chua-xac-nhan'] ? 'unconfirmed' : 'confirmed',
    ...(sessions && sessions.length > 0 ? { sessions } : {}),
  } as const
  return { change: { ...base, set: days.map((day): SpecialDay => ({ day, ...rest })) } }
}

/** What the form of the week asks for. */
export function readWeek(fields: Fields, language: Language): Read {
  const agency = fields['don-vi']?.trim()
  const source = fields['can-cu-tuan']?.trim().normalize('NFC').slice(0, 300) ?? ''
  const problems: Problem[] = []
  const hours = [1, 2, 3, 4, 5, 6, 7].map((number) => {
    const text = fields[`thu-${number}`]?.trim() ?? ''
    const sessions = text ? sessionsIn(text) : []
    if (!sessions) problems.push({ field: `thu-${number}`, message: say(words.badSessions, language) })
    return sessions ?? []
  })
  const isSame = Boolean(agency && fields['nhu-tinh'])
  if (isSame) problems.length = 0
  else if (problems.length === 0 && hours.every((sessions) => sessions.length === 0))
    problems.push({ field: 'thu-1', message: say(words.noWeek, language) })
  if (!source) problems.push({ field: 'can-cu-tuan', message: say(words.noSource, language) })
  if (problems.length > 0) return { problems }
  return { change: { source, hours: isSame ? null : hours, ...(agency ? { agency } : {}) } }
}

function sessionsIn(text: string): Session[] | undefined {
  const sessions = readSessions(text.replaceAll(',', ' '))
  return sessions && areInOrder(sessions) ? sessions : undefined
}

function rangeOf(from: Day, until: Day): Day[] {
  const days: Day[] = []
  for (let day = from; day <= until && days.length <= longest; day = addDays(day, 1)) days.push(day)
  return days.length > longest ? [] : days
}
