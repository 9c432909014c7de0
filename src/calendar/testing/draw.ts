import type { Plain, PlainLimit } from './slow.ts'

type Session = readonly [number, number]

/** Numbers that look random and are the same for the same seed, on every machine. */
export function dice(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (most: number): number => Math.floor(next() * (most + 1))
  const oneOf = <T>(list: readonly T[]): T => list[upTo(list.length - 1)]!
  return { upTo, oneOf, chance: (share: number) => next() < share }
}
export type Dice = ReturnType<typeof dice>

const usual: readonly Session[] = [
  [450, 690],
  [780, 1020],
]
const days = ['usual', 'usual', 'usual', 'morning', 'eight', 'whole', 'evening', 'odd', 'drawn'] as const

function sessions(of: Dice): readonly Session[] {
  switch (of.oneOf(days)) {
    case 'usual':
      return usual
    case 'morning':
      return [[450, 690]]
    case 'eight':
      return [
        [480, 720],
        [780, 1020],
      ]
    case 'whole':
      return [[0, 1440]]
    case 'evening':
      return [...usual, [1080, 1440]]
    case 'odd':
      return [
        [0, 1],
        [899, 901],
        [1439, 1440],
      ]
    case 'drawn': {
      const from = of.upTo(600)
      const noon = from + 1 + of.upTo(200)
      const again = noon + of.upTo(90)
      return [
        [from, noon],
        [again, again + 1 + of.upTo(400)],
      ]
    }
  }
}

const kinds = ['holiday', 'compensatory-off', 'swap-off', 'swap-work', 'local-closure', 'half-day', 'half-day'] as const

/** A calendar with a week of its own, Saturday mornings, swaps, half days, closures and holidays, decided for one year or several. */
export function drawCalendar(of: Dice): Plain {
  const same = of.chance(0.5) ? usual : sessions(of)
  const week = [1, 2, 3, 4, 5, 6, 7].map((number): readonly Session[] => {
    if (number === 1) return usual
    if (number <= 5) return of.chance(0.85) ? same : of.chance(0.5) ? [] : sessions(of)
    return of.chance(number === 6 ? 0.4 : 0.1) ? [[450, 690]] : []
  })
  const first = 2024 + of.upTo(8)
  const last = Math.min(2032, first + of.upTo(2))
  const found = new Map<string, Plain['days'][number]>()
  for (let left = of.upTo(30); left > 0; left--) {
    const start = Date.UTC(first, 0, 1 + of.upTo((last - first + 1) * 365))
    const kind = of.oneOf(kinds)
    for (let length = kind === 'half-day' ? 1 : 1 + of.upTo(4); length > 0; length--) {
      const day = new Date(start + length * 86_400_000).toISOString().slice(0, 10)
      const own = kind === 'half-day' || (kind === 'swap-work' && of.chance(0.5)) ? { sessions: sessions(of) } : {}
      if (Number(day.slice(0, 4)) <= last) found.set(day, { day, kind, ...own })
    }
  }
  return { week, years: [first, last], days: [...found.values()] }
}

const minutes = [0, 449, 450, 451, 689, 690, 691, 779, 780, 898, 899, 900, 901, 959, 1019, 1020, 1021, 1439, 1440]
const edges = ['02-28', '02-29', '03-01', '12-31', '01-01', '01-31', '04-30', '08-31', '09-01']

/** When something arrives: any minute of 2024 to 2032, often at an edge: 14:59, 15:00, 15:01, opening, closing, 24:00, a leap day, a special day. */
export function drawStart(of: Dice, calendar: Plain): Date {
  const year = of.chance(0.5) ? calendar.years[0] : 2024 + of.upTo(8)
  let midnight = Date.UTC(year, 0, 1 + of.upTo(364))
  if (of.chance(0.2)) midnight = Date.parse(`${year}-${of.oneOf(edges)}`)
  if (Number.isNaN(midnight)) midnight = Date.UTC(year, 1, 29)
  if (calendar.days.length > 0 && of.chance(0.3))
    midnight = Date.parse(of.oneOf(calendar.days).day) - of.upTo(3) * 86_400_000
  const minute = of.chance(0.6) ? of.oneOf(minutes) : of.upTo(1439)
  return new Date(midnight - 7 * 3_600_000 + minute * 60_000 + (of.chance(0.3) ? of.upTo(59_999) : 0))
}

/** One limit of every unit, so that no calendar passes without all of them. */
export function drawLimits(of: Dice): PlainLimit[] {
  const cutoff = of.chance(0.3) ? { cutoff: of.oneOf([600, 840, 899, 900, 901, 1439]) } : {}
  return [
    { value: of.upTo(40), unit: 'working-hours', ...cutoff },
    { value: of.upTo(80) / 4, unit: 'working-days', ...cutoff },
    { value: of.upTo(20), unit: 'working-days', countFrom: 'next-day', ...cutoff },
    { value: of.upTo(60), unit: 'calendar-days', ...cutoff },
    { value: of.upTo(13), unit: 'months', ...cutoff },
    { value: 1, unit: 'same-day', ...cutoff },
  ]
}
