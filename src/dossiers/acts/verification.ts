import { z } from 'zod'
import { done, refused } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { versionById } from '../../procedures/index.ts'
import { heldItems } from '../held.ts'
import { mayAskFor, mayRecordPresented, presentedForms } from '../law/index.ts'
import { askedOf, closeLeg, legsOf, openLeg } from '../legs.ts'
import type { Dossier } from '../dossier.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

/** Papers to be presented when it is verified: which, and for one the record holds already, why. */
const callBody = z.strictObject({ component: z.string().min(1).max(80), special: textBody(1000).optional() })

export const scheduleBody = z.strictObject({
  version,
  at: z.iso.datetime({ offset: true }),
  place: written(500),
  participants: written(2000),
  content: written(4000),
  papers: z.array(callBody).min(1).max(100).optional(),
})

/**
 * The officer sets when, where, with whom and what is looked at, and calls for papers to be presented where they are to be checked; the applicant is told.
 * Refusals: those of every act, `time-gone-by`, `component-unknown`, `already-held`.
 */
export async function scheduleVerification(desk: DossierDesk, id: string, body: z.infer<typeof scheduleBody>) {
  const taken = await takeFor(desk, id, 'schedule-verification', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const at = new Date(body.at)
  if (at <= desk.now) return refused('time-gone-by')
  const called = await calledFor(desk, dossier, body.papers ?? [])
  if (!called.ok) return called
  const { papers, special } = called.value
  const { place, participants, content } = body
  const asked = { work: content, place, participants, content, ...(papers.length > 0 ? { papers } : {}) }
  const leg = await openLeg(desk, id, { kind: 'verification', agency: dossier.agency, asked, at })
  const words = { place, participants, content, appointment: body.at }
  const details = {
    leg: leg.id,
    at: body.at,
    ...(papers.length > 0 ? { papers: papers.map(({ component }) => component) } : {}),
    ...(special.length > 0 ? { special } : {}),
  }
  return done(await move(desk, dossier, step, { details, words, otherwise: papers.length > 0 }))
}

/** The papers that are called for, named as the procedure names them. */
async function calledFor({ sql, now }: DossierDesk, dossier: Dossier, asked: readonly z.infer<typeof callBody>[]) {
  const { definition } = await versionById(sql, dossier.procedureVersion)
  const unknown = asked.filter(({ component }) => definition.components.every(({ id }) => id !== component))
  if (unknown.length > 0) return refused('component-unknown', { components: unknown.map((one) => one.component) })
  const permitted = mayAskFor(asked, asked.length > 0 ? await heldItems({ db: sql, now }, dossier) : [])
  if (!permitted.ok) return permitted
  const papers = definition.components.flatMap(({ id, name }) => {
    const call = asked.find(({ component }) => component === id)
    return call ? [{ component: id, name, ...(call.special ? { special: call.special } : {}) }] : []
  })
  return done({ papers, special: permitted.value })
}

const presentedBody = z.strictObject({
  component: z.string().min(1).max(80),
  form: z.enum(presentedForms),
  matches: z.boolean(),
})

export const verificationBody = z.strictObject({
  version,
  matches: z.boolean(),
  findings: written(4000),
  /** Every paper that was called for: by what it was presented, and whether it agrees with the dossier. */
  presented: z.array(presentedBody).max(100).optional(),
})

/**
 * What was found on the spot and which papers were presented; the same officer goes on. Refusals: those of every act, `papers-unanswered`,
 * `papers-contradict-outcome`.
 */
export async function recordVerification(desk: DossierDesk, id: string, body: z.infer<typeof verificationBody>) {
  const taken = await takeFor(desk, id, 'record-verification', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const open = (await legsOf(desk.sql, id)).find(({ kind, outcome }) => kind === 'verification' && outcome === null)
  if (!open) throw new Error(`dossier ${id} is being verified and has no verification`)
  const called = askedOf(desk.vault, open).papers ?? []
  const presented = body.presented ?? []
  const asked = called.map(({ component }) => component)
  const permitted = mayRecordPresented(asked, presented, body.matches)
  if (!permitted.ok) return permitted
  const papers = called.length > 0 ? { presented } : {}
  const answer = { text: body.findings, matches: body.matches, ...papers }
  await closeLeg(desk, open, { outcome: 'answered', answer })
  const details = { leg: open.id, matches: body.matches, ...papers }
  return done(await move(desk, dossier, step, { details, otherwise: called.length > 0 }))
}
