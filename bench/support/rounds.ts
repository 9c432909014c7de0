/** What one round did: how often, in how many seconds. */
export type Round = { done: number; seconds: number }

/** Does the work again and again, so many at once, until the seconds are over; what has begun is finished and counted. */
export async function inSeconds(
  seconds: number,
  atOnce: number,
  work: (turn: number) => Promise<unknown>,
): Promise<Round> {
  const begun = performance.now()
  const end = begun + seconds * 1000
  let done = 0
  let turn = 0
  const lane = async () => {
    while (performance.now() < end) {
      await work(turn++)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return { done, seconds: (performance.now() - begun) / 1000 }
}
