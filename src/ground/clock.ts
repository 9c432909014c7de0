import { CannotOpen } from './cannot-open.ts'

/** Where the time comes from. The law never reads it: it gets an instant as an argument. */
export type Clock = {
  now(): Date
  /** How far the machine's clock lies behind the time of the house, in milliseconds; 0 as it should be. */
  behind?(): number
}

/**
 * The machine's clock, or one that ticks from a chosen start (`MOTCUA_NOW`, ISO 8601) for training and tests. It never
 * goes back, neither behind an instant it gave nor behind `floor`, the last that is written down: when the machine's clock
 * is set back, the time of the house goes on at half speed until the machine has caught up.
 */
export function openClock(start?: string, floor?: Date, machine: () => number = Date.now): Clock {
  const opened = performance.now()
  const begin = start === undefined ? undefined : Date.parse(start)
  if (Number.isNaN(begin)) throw new CannotOpen(notAnInstant(start!))
  const source = begin === undefined ? machine : () => begin + (performance.now() - opened)
  let last = floor?.getTime()
  let asked = opened
  return {
    now() {
      const passed = performance.now() - asked
      asked += passed
      last = last === undefined ? source() : Math.max(source(), last + passed / 2)
      return new Date(Math.floor(last))
    },
    behind: () => Math.max(0, Math.floor((last ?? source()) - source())),
  }
}

const notAnInstant = (start: string) =>
  `MOTCUA_NOW=${start} không phải là một thời điểm. Hãy ghi như 2026-03-02T09:00:00+07:00, hoặc bỏ biến này.\n` +
  `  MOTCUA_NOW=${start} is not an instant. Write it as 2026-03-02T09:00:00+07:00, or unset it.`
