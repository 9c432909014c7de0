import { CannotOpen } from '../ground/cannot-open.ts'
import type { House } from '../ground/house.ts'

/** Ten minutes: more than any clock drifts, less than anybody sets one back by mistake. */
const bearable = 10 * 60_000

/**
 * A province does not open while the machine's clock stands well before what is written down already: either the clock is
 * wrong now, or it was wrong then. The training house goes on from its last entry instead, and says so.
 */
export function mustNotBeBehind({ clock, config, log }: Pick<House, 'clock' | 'config' | 'log'>): void {
  const now = clock.now()
  const behind = clock.behind?.() ?? 0
  if (behind < bearable) return
  log.warn(
    { behindSeconds: Math.round(behind / 1000), from: now.toISOString() },
    'the clock stands before the last entry',
  )
  if (config.demo) return
  const machine = new Date(now.getTime() - behind).toISOString()
  throw new CannotOpen(
    `Đồng hồ máy chỉ ${machine}, nhưng việc cuối cùng đã ghi lúc ${now.toISOString()}. Hãy chỉnh lại đồng hồ máy rồi mở lại.\n` +
      `  The machine's clock says ${machine}, but the last entry is of ${now.toISOString()}. Set the clock right and start again.`,
  )
}
