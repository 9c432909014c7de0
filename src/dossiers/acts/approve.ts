import { z } from 'zod'
import { fileById } from '../../documents/index.ts'
import { done } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { isTheDraftShown, mayApprove } from '../law/index.ts'
import { resultOf } from '../store.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'

export const draftHash = z.string().regex(/^[0-9a-fA-F]{64}$/)
export const approveBody = z.strictObject({ version: z.int().min(1), draft: draftHash })
export const sendBackBody = z.strictObject({
  version: z.int().min(1),
  reason: textBody(2000).min(1),
})

/** The division's leader approves the draft that was shown. Refusals: those of every act, `own-proposal`, `draft-changed`. */
export async function approve(desk: DossierDesk, id: string, body: z.infer<typeof approveBody>) {
  const taken = await takeFor(desk, id, 'approve', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const permitted = mayApprove(desk.actor.id, dossier.proposedBy)
  if (!permitted.ok) return permitted
  const draft = await draftOf(desk, id)
  const same = isTheDraftShown(body.draft, draft.sha256)
  if (!same.ok) return same
  return done(await move(desk, dossier, step, { details: { draft: draft.sha256 } }))
}

/** The leader gives the proposal back with a reason. Refusals: those of every act. */
export async function sendBack(desk: DossierDesk, id: string, body: z.infer<typeof sendBackBody>) {
  const taken = await takeFor(desk, id, 'send-back', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  await desk.sql
    .updateTable('dossiers.result')
    .set({ note_sealed: desk.vault.seal(body.reason, `dossiers.note:${id}`) })
    .where('dossier', '=', id)
    .execute()
  return done(await move(desk, dossier, step, { words: { reason: body.reason } }))
}

/** The draft as it lies in the dossier, with the hash everybody who decides must have seen. */
export async function draftOf({ sql, vault }: DossierDesk, id: string) {
  const result = await resultOf(sql, id)
  const file = result && (await fileById(sql, vault, result.draft))
  if (!file) throw new Error(`dossier ${id} is proposed and has no draft`)
  return { result, sha256: file.sha256 }
}
