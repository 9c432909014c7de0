import { done, refused } from '../../ground/result.ts'
import type { Result } from '../../ground/result.ts'

/**
 * An organisation's account names who represents it before the law; a person's needs none. Refuses `representative-needed`.
 * @law 88/2017/QĐ-UBND Điều 10.1.a, 17.2.b
 * @req S1-17.2b
 */
export function checkRepresentative(
  kind: 'person' | 'organisation',
  representative: string | undefined,
): Result<undefined, 'representative-needed'> {
  return kind === 'organisation' && !representative?.trim() ? refused('representative-needed') : done(undefined)
}
