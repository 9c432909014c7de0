import { type Calendar, dayKinds, sessionsOn, specialDay } from '../../calendar/index.ts'
import { addDays, day, type Day } from '../../ground/day.ts'
import { dayKindWords, type Language, say } from '../../words/index.ts'
import { type DayMark, Year } from '../ui/index.ts'
import { dayMarks, words } from './calendar-words.ts'

type Props = { calendar: Calendar; year: number; today: Day; language: Language }

/** The year of this calendar at a glance. */
export function YearAtAGlance({ calendar, year, today, language }: Props) {
  return (
    <Year
      language={language}
      year={year}
      today={today}
      months={Array.from({ length: 12 }, (_, index) => say(words.month, language, { month: index + 1 }))}
      mark={(when) => markOf(calendar, when, language)}
      legend={[
        ...dayKinds.map((look) => ({ look, letter: dayMarks[look], words: say(dayKindWords[look], language) })),
        { look: 'weekend', letter: '', words: say(words.weekend, language) },
        { letter: '?', words: say(words.unsure, language) },
      ]}
    />
  )
}

function markOf(calendar: Calendar, when: Day, language: Language): DayMark | undefined {
  const special = specialDay(calendar, when)
  if (!special) return sessionsOn(calendar, when).length === 0 ? { look: 'weekend' } : undefined
  const { kind, name, status } = special
  return {
    look: kind,
    letter: `${dayMarks[kind]}${status === 'unconfirmed' ? '?' : ''}`,
    words: `${say(dayKindWords[kind], language)}, ${name}`,
  }
}

/** All days of a year that do not follow their weekday. */
export function specialDaysOf(calendar: Calendar, year: number) {
  const found = []
  for (let when = day(`${year}-01-01`); Number(when.slice(0, 4)) === year; when = addDays(when, 1)) {
    const special = specialDay(calendar, when)
    if (special) found.push(special)
  }
  return found
}
