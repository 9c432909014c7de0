import { z } from 'zod'
import { tellClock, type TimeLimit } from '../../calendar/index.ts'
import { done, refused } from '../../ground/result.ts'
import { processOf, versionById } from '../../procedures/index.ts'
import type { Dossier } from '../dossier.ts'
import { closeLeg, legsOf, openLeg } from '../legs.ts'
import { draftHash, draftOf } from './approve.ts'
import { isTheDraftShown } from '../law/index.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

export const confirmBody = z.strictObject({
  version,
  draft: draftHash,
  agrees: z.boolean(),
  remarks: written(2000).optional(),
})

/**
 * The applicant says whether the draft is right: then it goes on to the leader; else the officer mends it by the remarks. The settlement clock, which stood
 * still, goes on either way. Refusals: those of every act, `draft-changed`, `reason-needed`.
 */
export async function confirmDraft(desk: DossierDesk, id: string, body: z.infer<typeof confirmBody>) {
  const taken = await takeFor(desk, id, 'confirm-draft', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const same = isTheDraftShown(body.draft, (await draftOf(desk, id)).sha256)
  if (!same.ok) return same
  if (!body.agrees && !body.remarks) return refused('reason-needed')
  const leg = await openConfirmation(desk, id)
  const outcome = body.agrees ? 'answered' : 'disputed'
  await closeLeg(desk, leg, { outcome, ...(body.remarks ? { answer: { text: body.remarks } } : {}) })
  const patch = await goOn(desk, id, outcome)
  const traces = { patch, details: { leg: leg.id }, words: { remarks: body.remarks } }
  return done(await move(desk, dossier, step, { ...traces, otherwise: !body.agrees }))
}

/** Where the process waits for the applicant's word on the draft, if it does. */
export async function waitIn({ sql }: Pick<DossierDesk, 'sql'>, dossier: Dossier) {
  return (await processOf(sql, dossier.procedureVersion)).waits[0]
}

/** Shows the applicant the draft: a leg that is theirs, and the settlement clock stands still until they answer or the time is over. */
export async function askApplicant(desk: DossierDesk, dossier: Dossier) {
  const wait = await waitIn(desk, dossier)
  if (!wait) return refused('nothing-to-confirm')
  const { definition } = await versionById(desk.sql, dossier.procedureVersion)
  const { name: work, silence, id: step } = wait
  const time = { limit: wait.limit as TimeLimit, law: definition.decision }
  const leg = await openLeg(desk, dossier.id, {
    kind: 'confirmation',
    agency: null,
    step,
    asked: { work },
    silence,
    time,
  })
  await tellClock(desk, dossier.id, 'settlement', { kind: 'paused', at: desk.now, ground: 'confirmation-asked' })
  return done({ patch: { due: null }, leg: leg.id })
}

export async function openConfirmation({ sql }: DossierDesk, id: string) {
  const open = (await legsOf(sql, id)).find(({ kind, outcome }) => kind === 'confirmation' && outcome === null)
  if (!open) throw new Error(`dossier ${id} waits for its applicant and has no leg of theirs`)
  return open
}

/** The settlement clock goes on from where it stood. */
export async function goOn(desk: DossierDesk, id: string, ground: string) {
  const due = await tellClock(desk, id, 'settlement', { kind: 'resumed', at: desk.now, ground })
  return { due: due ?? null }
}
