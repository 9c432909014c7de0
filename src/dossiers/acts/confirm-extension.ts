import { z } from 'zod'
import { accountById } from '../../accounts/index.ts'
import { tellClock } from '../../calendar/index.ts'
import { fileById } from '../../documents/index.ts'
import { done } from '../../ground/result.ts'
import { policyFor } from '../../policy/index.ts'
import type { Dossier } from '../dossier.ts'
import {
  agreeToExtension,
  endExtension,
  extensionPermit,
  waitingExtension,
  type WaitingExtension,
} from '../extensions.ts'
import { isTheDraftShown, mayApprove, postFor, type Transition } from '../law/index.ts'
import { documentFile } from '../store.ts'
import { apologyLetter } from './apology-letter.ts'
import { draftHash } from './approve.ts'
import { sendSlip } from './letter.ts'
import { move } from './move.ts'
import { extensionSlip } from './request-extension.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version } from './words.ts'

export const confirmExtensionBody = z.strictObject({ version, draft: draftHash, pin: z.string().max(20).optional() })

/**
 * Confirms an extension by the slip that was shown: first the division's leader, then the director of the centre, who thereby moves the date and
 * sends notice and letter of apology in the same breath. Whether so much more time may be given is asked anew each time. Refusals: those of every
 * act, `division-leader-confirms-first`, `own-proposal`, `draft-changed`, those of asking; for the letter `no-certificate`, `pin-needed`, `pin-wrong`, `device-locked`.
 */
export async function confirmExtension(desk: DossierDesk, id: string, body: z.infer<typeof confirmExtensionBody>) {
  const taken = await takeFor(desk, id, 'confirm-extension', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { sql, vault, actor, now } = desk
  const waiting = await waitingExtension(sql, vault, id)
  const slip = await documentFile(sql, id, slipKind(dossier))
  const shown = slip && (await fileById(sql, vault, slip))
  if (!waiting || !shown) throw new Error(`dossier ${id} waits with an extension and has none`)
  for (const earlier of [waiting.madeBy, waiting.agreedBy]) {
    const another = mayApprove(actor.id, earlier)
    if (!another.ok) return another
  }
  const same = isTheDraftShown(body.draft, shown.sha256)
  if (!same.ok) return same
  const { length, reason } = waiting
  const permitted = await extensionPermit(sql, dossier, { length, ground: reason, now })
  if (!permitted.ok) return permitted
  const given = { waiting, ...permitted.value }
  return step.who === 'division-leader'
    ? agree(desk, dossier, step, given)
    : extend(desk, dossier, step, given, body.pin)
}

/** The slip that counts now: the officer's draft, then the one that the division's leader confirmed. */
export function slipKind({ proposal }: Pick<Dossier, 'proposal'>) {
  return proposal === 'extension' ? 'extension-draft' : 'extension-request'
}

type Given = { waiting: WaitingExtension; due: Date; law: string }

/** The slip gets its number and goes to the centre; the date stays as it was promised. */
async function agree(desk: DossierDesk, dossier: Dossier, step: Transition, { waiting, due, law }: Given) {
  const { length, reason } = waiting
  const asker = (await accountById(desk.sql, waiting.madeBy))?.displayName ?? ''
  const signer = { title: postFor(step, desk.actor, dossier)!.title, name: desk.actor.name }
  const { file } = await sendSlip(
    desk,
    dossier,
    await extensionSlip(desk, dossier, step, { length, reason, due, law, asker, signer }),
  )
  await agreeToExtension(desk, waiting.id)
  const details = { length, until: due, slip: file }
  return done(await move(desk, dossier, step, { patch: { proposal: 'extension-agreed' }, details }))
}

/** The new date, its line in the ledger, the letter and the notice: all in one transaction, or nothing of it. */
async function extend(desk: DossierDesk, dossier: Dossier, step: Transition, { waiting, law }: Given, pin?: string) {
  const { id } = dossier
  const { length, reason } = waiting
  const was = dossier.due!
  const line = { kind: 'extended', at: desk.now, limit: length, ground: 'extension-confirmed', law } as const
  const due = (await tellClock(desk, id, 'settlement', line))!
  const { owed, signer } = (await policyFor(desk.sql, desk.now)).get('apology.extension')
  const about = { about: 'extension', unit: dossier.reception, step, reason, originallyDue: was, newDue: due } as const
  const letter = owed ? await apologyLetter(desk, dossier, { ...about, pin, isSigned: signer !== null }) : undefined
  if (letter && !letter.ok) return letter
  await endExtension(desk, waiting.id, due)
  const details = { length, was, due, ...(letter ? { apology: letter.value.file } : {}) }
  const patch = { due, proposal: 'result' }
  return done(await move(desk, dossier, step, { patch, details, words: { reason }, rescheduled: { was, why: reason } }))
}
