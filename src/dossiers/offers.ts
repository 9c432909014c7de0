import { lateResultPermit } from './apologies.ts'
import { apologyPermit, causeNeeded, guidancePermit, supplementPermit } from './asking.ts'
import type { Dossier } from './dossier.ts'
import { stretchOf } from './acts/pass-on.ts'
import { exampleLength, extensionPermit, waitingExtension } from './extensions.ts'
import { apologyOf, isLate, mayApprove, mayGiveUp, type Transition } from './law/index.ts'
import { waitedFor } from './limits.ts'
import { type Reader, stepsFor } from './read.ts'
import { mayStillRepresent } from './still-represents.ts'

/** The steps this reader may take now and would not be refused: those are left out for which it is too early, or once too often. */
export async function offersFor(at: Reader, dossier: Dossier): Promise<Transition[]> {
  const represents = await mayStillRepresent(at, dossier)
  const steps = stepsFor(at, dossier).filter(({ who }) => represents || (who !== 'filer' && who !== 'applicant'))
  const open = await Promise.all(steps.map((step) => isOpen(at, dossier, step)))
  return steps.filter((_, place) => open[place])
}

async function isOpen({ db, vault, reader, now }: Reader, dossier: Dossier, step: Transition): Promise<boolean> {
  switch (step.act) {
    case 'approve':
    case 'pass-on':
    case 'refuse-result':
      return mayApprove(reader.id, dossier.proposedBy).ok
    case 'return-with-guidance':
      return (await guidancePermit(db, dossier)).ok
    case 'request-supplement':
      return (await supplementPermit(db, dossier, await causeNeeded(db, dossier))).ok
    case 'apologise':
      return (await apologyPermit(db, dossier, apologyOf(step), now)).ok
    case 'hand-to-counter':
      return (await lateResultPermit(db, dossier, now)).ok
    case 'return-result':
      return dossier.paperCheck !== 'mismatch' && (await lateResultPermit(db, dossier, now)).ok
    case 'propose-transfer':
      return (await stretchOf(db, dossier.id)).next !== undefined
    case 'request-extension': {
      const length = await exampleLength(db, dossier, now)
      return length !== undefined && (await extensionPermit(db, dossier, { length, ground: 'example', now })).ok
    }
    case 'confirm-extension': {
      const waiting = await waitingExtension(db, vault, dossier.id)
      return waiting !== undefined && ![waiting.madeBy, waiting.agreedBy].includes(reader.id)
    }
    case 'explain-delay':
      return isLate(dossier.due, { issuedAt: dossier.issuedAt, now })
    case 'mark-not-collected':
      return mayGiveUp(now, await waitedFor(db, dossier)).ok
    default:
      return true
  }
}
