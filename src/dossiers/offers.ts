import { mayGiveUp, type Transition } from './law/index.ts'
import { waitedFor } from './limits.ts'
import type { Dossier } from './dossier.ts'
import { type Reader, stepsFor } from './read.ts'

/** The steps this reader may take now, those left out for which it is too early. */
export async function offersFor(at: Reader, dossier: Dossier): Promise<Transition[]> {
  const steps = stepsFor(at, dossier)
  const waits = steps.some(({ act }) => act === 'mark-not-collected')
  if (!waits || mayGiveUp(at.now, await waitedFor(at.db, dossier)).ok) return steps
  return steps.filter(({ act }) => act !== 'mark-not-collected')
}
