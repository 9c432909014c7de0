import type { Remaining } from '../../calendar/index.ts'
import { dayOf } from '../../ground/day.ts'
import { type State, type Timing, timingsOf } from '../../dossiers/index.ts'
import { type Language, say, type Words } from '../../words/index.ts'
import { drawnAs, type Light } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'

const words = {
  applicant: { vi: 'Chờ người nộp', en: 'Waits for the applicant' },
  paused: { vi: 'Đang dừng', en: 'Paused' },
  extended: { vi: 'Đã gia hạn. {text}', en: 'Extended. {text}' },
  inTime: { vi: 'Xong đúng hạn', en: 'Done in time' },
  late: { vi: 'Xong quá hạn', en: 'Done late' },
  atOnce: { vi: 'Tiếp nhận ngay', en: 'Take in at once' },
  givenUp: { vi: 'Không còn tính hạn', en: 'No time limit any more' },
  none: { vi: 'Chưa tính hạn', en: 'No time limit yet' },
} as const satisfies Record<string, Words>

/** How a dossier stands with its time: a light while the clock runs, words alone once it has stopped. */
export type Due = {
  readonly text: string
  readonly light?: Light
  readonly due?: Date
  /** The step it is in, while the time of that step runs. */
  readonly step?: { readonly name: string; readonly text: string; readonly light: Light } | undefined
}

type Timed = { readonly id: string; readonly code: string | null; readonly state: State }

/** The due lights of a list: three questions to the database, however long the list is. */
export async function duesOf(
  { house: { db }, now, language }: Pick<SignedVisit, 'house' | 'now' | 'language'>,
  rows: readonly Timed[],
): Promise<ReadonlyMap<string, Due>> {
  const timings = await timingsOf({ db, now }, rows)
  return new Map(
    rows.map((row) => {
      const timing = timings.get(row.id)!
      const step = stepOf(timing, language)
      return [row.id, { ...dueOf(row, timing, now, language), ...(step ? { step } : {}) }]
    }),
  )
}

function stepOf({ step }: Timing, language: Language): Due['step'] {
  const light = step ? drawnAs[step.light] : undefined
  return step?.left && light ? { name: step.name, light, text: timeText(step.left, language) } : undefined
}

function dueOf({ code, state }: Timed, timing: Timing, now: Date, language: Language): Due {
  const { clock, light: sign, left, isGivenUp } = timing
  if (isGivenUp) return { text: say(words.givenUp, language) }
  const isAsked = ['returned-with-guidance', 'supplement-requested', 'awaiting-confirmation'].includes(state)
  if (sign === 'paused') return { light: 'paused', text: say(isAsked ? words.applicant : words.paused, language) }
  if (sign === 'none' || !clock.due || !left) return ended(clock, language)
  // What comes over the counter is answered while its bearer waits: no time to count down.
  if (!code && clock.startedAt && clock.due <= clock.startedAt && dayOf(clock.due) === dayOf(now))
    return { text: say(words.atOnce, language) }
  const text = timeText(left, language)
  const light = drawnAs[sign]!
  return { light, text: light === 'extended' ? say(words.extended, language, { text }) : text, due: clock.due }
}

function ended({ due, stoppedAt }: Timing['clock'], language: Language): Due {
  if (!due || !stoppedAt) return { text: say(words.none, language) }
  return { text: say(stoppedAt <= due ? words.inTime : words.late, language), due }
}

/** “Còn 1 ngày 3 giờ”: on an officer's screen all time is working time, so it need not be said in every row. */
export function timeText({ text }: Pick<Remaining, 'text'>, language: Language): string {
  const short = text[language].replace(/ làm việc$/, '')
  return short.charAt(0).toUpperCase() + short.slice(1)
}
