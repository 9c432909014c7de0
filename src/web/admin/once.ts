import { type OnceKey, requestHash } from '../../ground/idempotency.ts'
import type { SignedVisit } from '../visit.ts'

/** The once-key of the form that was sent to this address, so that it is taken once however often it arrives. */
export function onceOf({ viewer, form }: SignedVisit, path: string): OnceKey | undefined {
  const { csrf: _csrf, ...sent } = form.fields
  const key = sent['once']
  if (!key || key.length > 100) return undefined
  return { account: viewer.id, key, request: requestHash('POST', path, JSON.stringify([sent, form.lists])) }
}
