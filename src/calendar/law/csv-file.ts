import type { Result } from '../../ground/result.ts'
import { refused } from '../../ground/result.ts'
import type { CalendarYear } from './calendar.ts'
import { type CalendarProblem, readCalendarCsv } from './csv.ts'

/**
 * Reads a calendar file as it lies on the disk. It must be UTF-8 in every line: a line of another encoding (TCVN3, Windows-1258, UTF-16, or one
 * read wrongly before) is named, and nothing is taken from the file. Otherwise as `readCalendarCsv`.
 * @law 45/2019/QH14 Điều 111.3, Điều 112
 * @req S2-8.1c2
 */
export function readCalendarFile(bytes: Uint8Array, year?: number): Result<CalendarYear, 'calendar-not-understood'> {
  const problems: CalendarProblem[] = []
  const lines: string[] = []
  for (const [index, line] of linesOf(bytes).entries()) {
    const text = decoded(line)
    lines.push(text ?? '')
    if (text === undefined)
      problems.push({ line: index + 1, reason: 'not-utf-8', found: Buffer.from(line).toString('latin1').slice(0, 80) })
  }
  if (problems.length > 0) return refused('calendar-not-understood', { problems })
  return readCalendarCsv(lines.join('\n'), year)
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let from = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    lines.push(bytes.subarray(from, end))
    from = end + 1
  }
  return [...lines, bytes.subarray(from)]
}

/** The line's text; none when it is not UTF-8, or carries marks of having been read wrongly before. */
function decoded(line: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(line)
    return /(?!\s)\p{Cc}|\uFFFD/u.test(text) ? undefined : text.normalize('NFC')
  } catch {
    return undefined
  }
}
