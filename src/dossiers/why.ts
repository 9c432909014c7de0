import {
  agencyOf,
  calendarFor,
  clockOf,
  type ClockEvent,
  type ClockName,
  isTentative,
  ledgersOf,
  type WhyStep,
  whySteps,
} from '../calendar/index.ts'
import type { Sql } from '../ground/database.ts'
import type { Vault } from '../ground/vault/index.ts'
import type { Dossier } from './dossier.ts'
import { grantedReasons } from './extensions.ts'
import type { Reader } from './read.ts'

export type Why = {
  readonly clock: ClockName
  readonly state: 'none' | 'running' | 'paused' | 'stopped'
  readonly due: Date | null
  /** The date leans on days off that are not decided or not confirmed. */
  readonly isTentative: boolean
  readonly steps: readonly WhyStep[]
  /** The ledger as it was written, oldest line first. */
  readonly lines: readonly ClockEvent[]
}

/** Why the due dates of a dossier are what they are: the counter's time to answer, then the time to settle; a clock not begun is left out. */
export async function whyOf({ db, vault, now }: Reader, dossier: Dossier): Promise<Why[]> {
  const ledgers = (await ledgersOf(db, [dossier.id])).get(dossier.id) ?? {}
  const told: Why[] = []
  for (const clock of ['intake', 'settlement'] as const) {
    const lines = ledgers[clock]
    if (!lines) continue
    const calendar = await calendarFor(db, now, agencyOf(lines))
    const { state, due = null, startedAt } = clockOf(calendar, lines)
    const leans = startedAt !== undefined && due !== null && isTentative(calendar, startedAt, due)
    const steps = whySteps(calendar, await inWords(db, vault, dossier.id, lines))
    told.push({ clock, state, due, isTentative: leans, steps, lines })
  }
  return told
}

/** The grounds that acts write into a ledger, as the panel says them. */
const groundWords: Readonly<Record<string, string>> = {
  'supplement-requested': 'chờ người nộp bổ sung hồ sơ',
  supplemented: 'người nộp đã bổ sung hồ sơ',
  're-appointed': 'cơ quan giải quyết xin lỗi và hẹn lại',
  'extension-confirmed': 'việc gia hạn đã được xác nhận',
}

/** The ledger with its grounds in words; an extension says what its slip and its letter said. */
async function inWords(db: Sql, vault: Vault, dossier: string, lines: readonly ClockEvent[]): Promise<ClockEvent[]> {
  const isExtension = ({ kind, ground }: ClockEvent) => kind === 'extended' && ground === 'extension-confirmed'
  const reasons = lines.some(isExtension) ? await grantedReasons(db, vault, dossier) : []
  return lines.map((line) => {
    const ground = (isExtension(line) && reasons.shift()) || (line.ground && (groundWords[line.ground] ?? line.ground))
    return ground ? { ...line, ground } : line
  })
}
