import { setImmediate as listen, setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** Whether the database answers, as it did within the last five seconds or so. */
export type Pulse = { beats(): boolean; stop(): Promise<void> }

const every = 500
const patience = 2_500

/**
 * Asks the database twice a second over a connection of its own, so that a server that hangs (and would let every visitor
 * hang) is known to be away before anybody waits for it. A server that says no is away at once; one that is late must be late
 * twice, for a busy machine is late too.
 */
export function takePulse(url: string): Pulse {
  const closing = new AbortController()
  let late = 0
  let refused = false
  let client: pg.Client | undefined

  async function ask(): Promise<void> {
    if (!client) {
      client = new pg.Client({ connectionString: url, application_name: 'motcua-pulse', keepAlive: true })
      client.on('error', () => undefined)
      await client.connect()
    }
    await client.query('select')
  }

  async function watch(): Promise<void> {
    while (!closing.signal.aborted) {
      const answer = await within(patience, ask())
      late = answer === 'late' ? late + 1 : 0
      refused = answer === 'no'
      if (refused || late > 1) {
        void client?.end().catch(() => undefined)
        client = undefined
      }
      await wait(every, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
    }
    await within(patience, client?.end() ?? Promise.resolve())
  }

  const watching = watch()
  return {
    beats: () => !refused && late < 2,
    stop: async () => {
      closing.abort()
      await watching
    },
  }
}

/** Late is only what has not come after this program itself had a turn to listen: it may have been busy all the while. */
async function within(milliseconds: number, work: Promise<void>): Promise<'yes' | 'no' | 'late'> {
  const over = new AbortController()
  const answer = await Promise.race([
    work.then(
      () => 'yes' as const,
      () => 'no' as const,
    ),
    wait(milliseconds, undefined, { signal: over.signal, ref: false })
      .then(listen)
      .then(listen)
      .then(
        () => 'late' as const,
        () => 'late' as const,
      ),
  ])
  over.abort()
  return answer
}
