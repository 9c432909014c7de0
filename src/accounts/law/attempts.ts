/**
 * How many wrong guesses in a row are judged, and for how many minutes the door then stays shut: `login.*` of the province's policy.
 * `together` counts guesses of different people or places, who do not wait for each other before the limit.
 */
export type GuessRules = { readonly maxFailures: number; readonly lockMinutes: number; readonly together?: true }

/** So many times what one place may fail may all places fail together where the holder of a name never signed in. */
const placesTogether = 4
/** So many tries at names that were never signed in there may fail at one address before it waits a quarter of an hour. */
export const strangersAtOneAddress: GuessRules = { maxFailures: 50, lockMinutes: 15, together: true }

/** So many answers that a name or a number is taken are given at one address, and to one visitor, before nobody registers there for an hour. */
export const takenAtOneAddress: GuessRules = { maxFailures: 20, lockMinutes: 60, together: true }
export const takenToOneVisitor: GuessRules = { maxFailures: 5, lockMinutes: 60, together: true }

/**
 * Seconds to wait after this many wrong guesses in a row: none after the first two, then 1, 2, 4 …, and the whole lock at the limit.
 * @law QCVN 12:2026/BCA (đăng nhập sai)
 * @req S1-17.2e
 */
export function dueWait(failures: number, { maxFailures, lockMinutes, together }: GuessRules): number {
  if (failures >= maxFailures) return lockMinutes * 60
  return failures < 3 || together ? 0 : Math.min(2 ** (failures - 3), lockMinutes * 60)
}

/**
 * The rules for all places together where the holder of a name never signed in.
 * @law unconfirmed
 * @req S1-17.2e
 */
export function rulesElsewhere({ maxFailures, lockMinutes }: GuessRules): GuessRules {
  return { maxFailures: maxFailures * placesTogether, lockMinutes, together: true }
}
