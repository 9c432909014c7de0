import { z } from 'zod'
import { done, refused } from '../../ground/result.ts'
import { closeLeg, legsOf, openLeg } from '../legs.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

export const scheduleBody = z.strictObject({
  version,
  at: z.iso.datetime({ offset: true }),
  place: written(500),
  participants: written(2000),
  content: written(4000),
})

/** The officer sets when, where, with whom and what is looked at on the spot; the applicant is told. Refusals: those of every act, `time-gone-by`. */
export async function scheduleVerification(desk: DossierDesk, id: string, body: z.infer<typeof scheduleBody>) {
  const taken = await takeFor(desk, id, 'schedule-verification', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const at = new Date(body.at)
  if (at <= desk.now) return refused('time-gone-by')
  const { place, participants, content } = body
  const asked = { work: content, place, participants, content }
  const leg = await openLeg(desk, id, { kind: 'verification', agency: dossier.agency, asked, at })
  const words = { place, participants, content, appointment: body.at }
  return done(await move(desk, dossier, step, { details: { leg: leg.id, at: body.at }, words }))
}

export const verificationBody = z.strictObject({ version, matches: z.boolean(), findings: written(4000) })

/** What was found on the spot; the same officer goes on. Refusals: those of every act. */
export async function recordVerification(desk: DossierDesk, id: string, body: z.infer<typeof verificationBody>) {
  const taken = await takeFor(desk, id, 'record-verification', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const open = (await legsOf(desk.sql, id)).find(({ kind, outcome }) => kind === 'verification' && outcome === null)
  if (!open) throw new Error(`dossier ${id} is being verified and has no verification`)
  const answer = { text: body.findings, matches: body.matches }
  await closeLeg(desk, open, { outcome: 'answered', answer })
  return done(await move(desk, dossier, step, { details: { leg: open.id, matches: body.matches } }))
}
