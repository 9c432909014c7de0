import { z } from 'zod'
import { fileById } from '../../documents/index.ts'
import { done } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import type { Dossier } from '../dossier.ts'
import { isTheDraftShown, mayApprove, type Transition } from '../law/index.ts'
import { endExtension, waitingExtension } from '../extensions.ts'
import { waitingRequest } from '../requests.ts'
import { documentFile, resultOf } from '../store.ts'
import { move } from './move.ts'
import { release } from './request-supplement.ts'
import { type DossierDesk, takeFor } from './take.ts'

export const draftHash = z.string().regex(/^[0-9a-fA-F]{64}$/)
export const approveBody = z.strictObject({ version: z.int().min(1), draft: draftHash })
export const sendBackBody = z.strictObject({
  version: z.int().min(1),
  reason: textBody(2000).min(1),
})

/**
 * A leader approves the draft that was shown: the division's leader that of a result, the agency's leader a request for more papers, which then goes out.
 * Refusals: those of every act, `own-proposal`, `draft-changed`; for a request also those of asking.
 */
export async function approve(desk: DossierDesk, id: string, body: z.infer<typeof approveBody>) {
  const taken = await takeFor(desk, id, 'approve', body, [resultOf])
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const permitted = mayApprove(desk.actor.id, dossier.proposedBy)
  if (!permitted.ok) return permitted
  if (dossier.proposal === 'supplement') return letOut(desk, dossier, step, body.draft)
  const draft = await draftOf(desk, id)
  const same = isTheDraftShown(body.draft, draft.sha256)
  if (!same.ok) return same
  return done(await move(desk, dossier, step, { details: { draft: draft.sha256 } }))
}

/** The slip that was shown goes out, made once more with its number and the day on which it leaves. */
async function letOut(desk: DossierDesk, dossier: Dossier, step: Transition, shown: string) {
  const { sql, vault } = desk
  const file = await documentFile(sql, dossier.id, 'supplement-draft')
  const draft = file && (await fileById(sql, vault, file))
  const request = await waitingRequest(sql, vault, dossier.id)
  if (!draft || !request) throw new Error(`dossier ${dossier.id} waits with a request and has none`)
  const same = isTheDraftShown(shown, draft.sha256)
  return same.ok ? release(desk, dossier, step, request) : same
}

/** The leader, or of an extension the centre too, gives the proposal back with a reason; a promised date stays. Refusals: those of every act. */
export async function sendBack(desk: DossierDesk, id: string, body: z.infer<typeof sendBackBody>) {
  const taken = await takeFor(desk, id, 'send-back', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  if (dossier.proposal === 'result')
    await desk.sql
      .updateTable('dossiers.result')
      .set({ note_sealed: desk.vault.seal(body.reason, `dossiers.note:${id}`) })
      .where('dossier', '=', id)
      .execute()
  const extension = dossier.state === 'extension-requested' && (await waitingExtension(desk.sql, desk.vault, id))
  if (extension) await endExtension(desk, extension.id, null)
  return done(await move(desk, dossier, step, { patch: { proposal: 'result' }, words: { reason: body.reason } }))
}

/** The draft as it lies in the dossier, with the hash everybody who decides must have seen. */
export async function draftOf({ sql }: DossierDesk, id: string) {
  const result = await resultOf(sql, id)
  if (!result?.draftSha256) throw new Error(`dossier ${id} is proposed and has no draft`)
  return { result, sha256: result.draftSha256.toString('hex') }
}
