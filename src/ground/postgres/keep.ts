import { setTimeout as wait } from 'node:timers/promises'

const look = 500
const patience = 3_000

/**
 * Looks twice a second whether the server runs, and starts it again when it does not: killed, crashed, or stopped by a
 * full disk, in which case it is tried every three seconds until there is room. Says once that it is gone and once that it is back.
 */
export function keepRunning(
  runs: () => boolean,
  start: () => Promise<void>,
  complain: (line: string) => void,
): { stop(): Promise<void> } {
  const closing = new AbortController()
  const pause = (milliseconds: number) =>
    wait(milliseconds, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)

  async function watch(): Promise<void> {
    let gone = false
    while (!closing.signal.aborted) {
      if (!runs()) {
        if (!gone) complain('the database server ended; it is started again')
        gone = true
        await start().catch((fault: Error) => complain(fault.message.split('\n')[0]!))
        if (!runs()) await pause(patience)
        else complain('the database server is back')
        gone = !runs()
      }
      await pause(look)
    }
  }

  const watching = watch()
  return {
    stop: async () => {
      closing.abort()
      await watching
    },
  }
}
