import { z } from 'zod'
import { tellClock } from '../../calendar/index.ts'
import { done, refused } from '../../ground/result.ts'
import { apologyPermit, delayPermit } from '../asking.ts'
import type { Dossier } from '../dossier.ts'
import { apologyOf, faults, isLate, lateCauses, type Transition } from '../law/index.ts'
import { reappointment } from '../reappointments.ts'
import { apologyLetter } from './apology-letter.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

export const apologiseBody = z.strictObject({
  version,
  about: z.enum(['second-guidance', 'second-supplement', 'late']),
  reason: written(4000),
  /** For a late result: whose fault, and why. */
  fault: z.enum(faults).optional(),
  cause: z.enum(lateCauses).optional(),
  /** For a late result: the day on which it is promised anew. */
  newDay: z.iso.date().optional(),
  pin: z.string().max(20).optional(),
})

type Body = z.infer<typeof apologiseBody>

/**
 * Signs a letter of apology with one's own key: the director of the centre before the applicant is asked once more, the head of the agency
 * for a late result, once for each promised date, with whose fault it was and, where there is one, the new date. Where the province lets no second
 * request go out, no letter for one is signed. Refusals: those of every act, `apology-not-owed`, `delay-unexplained`, those of a new appointment,
 * `no-certificate`, `pin-needed`, `pin-wrong`, `device-locked`.
 */
export async function apologise(desk: DossierDesk, id: string, body: Body) {
  const taken = await takeFor(desk, id, 'apologise', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const about = apologyOf(step)
  if (about !== body.about) return refused('apology-not-owed')
  if (about === 'late') return forDelay(desk, dossier, step, body)
  const permitted = await apologyPermit(desk.sql, dossier, about, desk.now)
  if (!permitted.ok) return permitted
  const { reason, pin } = body
  const letter = await apologyLetter(desk, dossier, { about, unit: dossier.reception, step, reason, pin })
  if (!letter.ok) return letter
  return done(await move(desk, dossier, step, { details: { about, file: letter.value.file }, words: { reason } }))
}

/** The letter for a promised date that passes or has passed; with a new date the clock is told, the notice says it. */
async function forDelay(
  desk: DossierDesk,
  dossier: Dossier,
  step: Transition,
  { reason, fault, cause, newDay, pin }: Body,
) {
  const { sql, now } = desk
  const permitted = await delayPermit(sql, dossier, now)
  if (!permitted.ok) return permitted
  if (isLate(dossier.due, { issuedAt: dossier.issuedAt, now }) && !fault && !dossier.lateFault)
    return refused('delay-unexplained', { law: '88/2017/QĐ-UBND Điều 22.7' })
  const again = newDay ? await reappointment(sql, dossier, newDay, now) : undefined
  if (again && !again.ok) return again
  const newDue = again?.value
  const due = dossier.due!
  const line = { kind: 're-appointed', at: now, due: newDue!, ground: 're-appointed' } as const
  if (newDue) await tellClock(desk, dossier.id, 'settlement', line)
  const about = { about: 'late', unit: dossier.agency, step, reason, originallyDue: due, newDue, cause, pin } as const
  const letter = await apologyLetter(desk, dossier, about)
  if (!letter.ok) return letter
  const { file } = letter.value
  const patch = {
    ...(fault ? { late_fault: fault, late_reason: cause ?? 'other' } : {}),
    ...(newDue ? { due: newDue } : {}),
  }
  const details = { about: 'late', file, due: due.toISOString(), fault, cause, ...(newDue ? { newDue } : {}) }
  const rescheduled = newDue ? { rescheduled: { was: due, why: reason } } : {}
  return done(
    await move(desk, dossier, step, {
      patch,
      details,
      words: { reason },
      otherwise: newDue !== undefined,
      ...rescheduled,
    }),
  )
}
