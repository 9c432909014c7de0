import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { system } from '../../audit/index.ts'
import { type CalendarProblem, instantText, readCalendarFile } from '../../calendar/index.ts'
import { changeDays, movesOf } from '../../dossiers/index.ts'
import type { Config } from '../../ground/config.ts'
import type { House } from '../../ground/house.ts'
import { calendarProblemWords, refusalWords } from '../../words/index.ts'
import { mustBeFile } from '../given-file.ts'
import { openHouse } from '../open.ts'

/**
 * `calendar import <csv>`: the decided days of one year become the next version of the calendar, and the promised dates of open dossiers follow;
 * with `--check` only says what would happen. A file with a mistake is refused with every line and reason, and nothing is changed.
 */
export async function calendarCommand(config: Config, [what, file, ...rest]: string[]): Promise<number> {
  if (what !== 'import' || !file || file.startsWith('--')) {
    console.error('  motcua calendar import <csv> [--check]')
    return 2
  }
  mustBeFile(file)
  const house = await openHouse({ ...config, logLevel: 'warn' }, { connections: 2 })
  try {
    const { done, lines } = await importCalendar(house, readFileSync(file), basename(file), rest.includes('--check'))
    for (const line of lines) console.log(`  ${line}`)
    return done ? 0 : 1
  } finally {
    await house.close()
  }
}

/** The import itself, with what is to be said about it. */
export async function importCalendar(
  { db, clock, atDesk }: House,
  bytes: Uint8Array,
  name: string,
  isCheck = false,
): Promise<{ done: boolean; lines: string[] }> {
  const read = readCalendarFile(bytes)
  if (!read.ok) {
    const problems = read.detail!['problems'] as CalendarProblem[]
    const said = problems.map(
      ({ line, reason, found }) => `${name}:${line}: ${calendarProblemWords[reason].vi} (${reason}): ${found}`,
    )
    return { done: false, lines: [...said, refusalWords[read.refusal].vi] }
  }
  const year = read.value
  const change = { year, source: name }
  const moves = await movesOf(db, change, clock.now())
  if (!moves.ok) return { done: false, lines: [`${refusalWords[moves.refusal].vi} (${JSON.stringify(moves.detail)})`] }
  const first = moves.value.first
    .slice(0, 20)
    .map(({ label, was, due }) => `${label}: ${instantText(was)} → ${instantText(due)}`)
  const lines = [`Năm ${year.year}: ${year.days.length} ngày; ${moves.value.count} ngày hẹn thay đổi`, ...first]
  if (isCheck) return { done: moves.value.behind === 0, lines }

  const changed = await atDesk({ ...system, posts: [] }, (desk) =>
    changeDays(desk, change, { ground: `Nạp lịch làm việc năm ${year.year}` }),
  )
  if (!changed.ok) return { done: false, lines: [...lines, refusalWords[changed.refusal].vi] }
  return { done: true, lines: [...lines, `Đã áp dụng; ${changed.value.moved} ngày hẹn được tính lại`] }
}
