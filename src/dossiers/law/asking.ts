import { done, refused, type Result } from '../../ground/result.ts'

/** How a request goes out: the how many-th it is, with a letter of apology, or beyond what is usual and said so. */
export type Asking = { time: number; withApology: boolean; isBeyond: boolean }

/**
 * Whether the counter may guide the applicant once more. Beyond the number the province allows it is refused
 * (`guidance-exhausted`), goes out only with a letter of apology signed before (`apology-needed`), or goes out and is noted.
 * @law 88/2017/QĐ-UBND Điều 13.2; 04/2024/QĐ-UBND Điều 8.1.a
 * @req S1-13.2b
 * @req S2-8.1a3
 */
export function mayGuide(
  guidances: number,
  { max, beyond, hasApology }: { max: number; beyond: 'block' | 'apology' | 'warn'; hasApology: boolean },
): Result<Asking, 'guidance-exhausted' | 'apology-needed'> {
  const time = guidances + 1
  if (time <= max) return done({ time, withApology: false, isBeyond: false })
  if (beyond === 'block') return refused('guidance-exhausted', { times: guidances })
  if (beyond === 'warn') return done({ time, withApology: hasApology, isBeyond: true })
  return hasApology
    ? done({ time, withApology: true, isBeyond: true })
    : refused('apology-needed', { times: guidances })
}

/**
 * Whether the agency may ask for more papers once more: once in all; again only for a cause the province admits
 * (`supplement-exhausted` otherwise), and then with a letter of apology signed before (`apology-needed`).
 * @law 88/2017/QĐ-UBND Điều 14.1
 * @req S1-14.1c
 * @req S1-14.1d
 */
export function mayRequestSupplement(
  supplements: number,
  {
    max,
    causes,
    cause,
    hasApology,
  }: { max: number; causes: readonly string[]; cause: string | undefined; hasApology: boolean },
): Result<Asking, 'supplement-exhausted' | 'apology-needed'> {
  const time = supplements + 1
  if (time <= max) return done({ time, withApology: false, isBeyond: false })
  if (!cause || !causes.includes(cause)) return refused('supplement-exhausted', { times: supplements })
  return hasApology
    ? done({ time, withApology: true, isBeyond: true })
    : refused('apology-needed', { times: supplements })
}
