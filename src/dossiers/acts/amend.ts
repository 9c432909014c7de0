import { done, refused } from '../../ground/result.ts'
import { isChange } from '../law/index.ts'
import { type Change, change, changeBody } from './change.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'

export const amendBody = changeBody

/**
 * The applicant changes what was filed while the counter has not answered yet; both versions are kept and the intake clock goes on.
 * Refusals: those of every act, `nothing-supplied` (whatever way it came: there are no papers to wait for), `nothing-changed` (what is sent
 * is what lies there), those of a change.
 */
export async function amend(desk: DossierDesk, id: string, body: Change) {
  const taken = await takeFor(desk, id, 'amend', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  if (!body.form && !body.attachments?.length && !body.without?.length) return refused('nothing-supplied')
  const changed = await change(desk, dossier, body, (brought) => isChange({ ...brought, explained: [] }))
  if (!changed.ok) return changed
  const { patch, details } = changed.value
  return done(await move(desk, dossier, step, { patch, details }))
}
