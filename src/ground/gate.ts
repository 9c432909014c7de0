/** Too many wait already; the door answers 429 and nothing was begun. */
export class Busy extends Error {
  readonly statusCode = 429
}

/** Lets so many pieces of costly work run at once and so many wait; whoever comes after that is turned away (`Busy`). */
export function gate(width: number, waiting: number) {
  const queue: (() => void)[] = []
  let running = 0
  return async function pass<T>(work: () => Promise<T>): Promise<T> {
    if (running >= width) {
      if (queue.length >= waiting) throw new Busy('too many wait')
      await new Promise<void>((resolve) => queue.push(resolve))
    } else running += 1
    try {
      return await work()
    } finally {
      // The place is handed on: whoever waits longest takes it without anyone slipping in between.
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}

/** One piece of work at a time for each key, or as many as `width` says; keys do not wait for each other. */
export function inTurn(waiting: number, width = 1) {
  const gates = new Map<string, { pass: ReturnType<typeof gate>; users: number }>()
  return async function pass<T>(key: string, work: () => Promise<T>): Promise<T> {
    const own = gates.get(key) ?? { pass: gate(width, waiting), users: 0 }
    gates.set(key, own)
    own.users += 1
    try {
      return await own.pass(work)
    } finally {
      own.users -= 1
      if (own.users === 0) gates.delete(key)
    }
  }
}
