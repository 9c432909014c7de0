import {
  agencyOf,
  calendarsFor,
  clockLight,
  clockOf,
  ledgersOf,
  remaining,
  type Remaining,
} from '../../calendar/index.ts'
import { dayOf } from '../../ground/day.ts'
import type { State } from '../../dossiers/index.ts'
import { type Language, say, type Words } from '../../words/index.ts'
import type { Light } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'

const words = {
  applicant: { vi: 'Chờ người nộp', en: 'Waits for the applicant' },
  paused: { vi: 'Đang dừng', en: 'Paused' },
  inTime: { vi: 'Xong đúng hạn', en: 'Done in time' },
  late: { vi: 'Xong quá hạn', en: 'Done late' },
  atOnce: { vi: 'Tiếp nhận ngay', en: 'Take in at once' },
  none: { vi: 'Chưa tính hạn', en: 'No time limit yet' },
} as const satisfies Record<string, Words>

/** How a dossier stands with its time: a light while the clock runs, words alone once it has stopped. */
export type Due = { readonly text: string; readonly light?: Light; readonly due?: Date }

type Timed = { readonly id: string; readonly code: string | null; readonly state: State }

const lights = {
  ample: 'calm',
  half: 'soon',
  near: 'near',
  over: 'overdue',
  paused: 'paused',
  extended: 'extended',
} as const

/** The due lights of a list: three questions to the database, however long the list is. */
export async function duesOf(
  { house: { db }, now, language }: Pick<SignedVisit, 'house' | 'now' | 'language'>,
  rows: readonly Timed[],
): Promise<ReadonlyMap<string, Due>> {
  if (rows.length === 0) return new Map()
  const ledgers = await ledgersOf(
    db,
    rows.map(({ id }) => id),
  )
  const ledgerOf = ({ id, code }: Timed) => ledgers.get(id)?.[code ? 'settlement' : 'intake'] ?? []
  const calendarOf = await calendarsFor(
    db,
    now,
    rows.map((row) => agencyOf(ledgerOf(row))),
  )
  return new Map(
    rows.map((row) => {
      const { id, code, state } = row
      const ledger = ledgerOf(row)
      const calendar = calendarOf(agencyOf(ledger))
      // Until it has its code the counter's time to answer runs, from then on the agency's.
      const clock = clockOf(calendar, ledger)
      // Answered by the counter, and nothing runs until the applicant has answered too.
      if (state === 'returned-with-guidance') return [id, { light: 'paused', text: say(words.applicant, language) }]
      const light = clockLight(calendar, clock, now)
      if (light === 'none') return [id, ended(clock, language)]
      if (light === 'paused' || !clock.due)
        return [
          id,
          { light: 'paused', text: say(state === 'supplement-requested' ? words.applicant : words.paused, language) },
        ]
      // What comes over the counter is answered while its bearer waits: no time to count down.
      if (!code && clock.startedAt && clock.due <= clock.startedAt && dayOf(clock.due) === dayOf(now))
        return [id, { text: say(words.atOnce, language) }]
      return [
        id,
        { light: lights[light], text: timeText(remaining(calendar, now, clock.due), language), due: clock.due },
      ]
    }),
  )
}

function ended({ due, stoppedAt }: { due?: Date; stoppedAt?: Date }, language: Language): Due {
  if (!due || !stoppedAt) return { text: say(words.none, language) }
  return { text: say(stoppedAt <= due ? words.inTime : words.late, language), due }
}

/** “Còn 1 ngày 3 giờ”: on an officer's screen all time is working time, so it need not be said in every row. */
export function timeText({ text }: Remaining, language: Language): string {
  const short = text[language].replace(/ làm việc$/, '')
  return short.charAt(0).toUpperCase() + short.slice(1)
}
