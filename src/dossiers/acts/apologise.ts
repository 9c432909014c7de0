import { createHash } from 'node:crypto'
import { z } from 'zod'
import { renderDocument } from '../../documents/index.ts'
import { done, refused } from '../../ground/result.ts'
import { unitById } from '../../organisations/index.ts'
import { policyFor } from '../../policy/index.ts'
import { versionById } from '../../procedures/index.ts'
import { signAs } from '../../signatures/index.ts'
import { keepApology } from '../apologies.ts'
import { apologyPermit } from '../asking.ts'
import { apologyOf } from '../law/index.ts'
import { numberedHead, slipOf } from './letter.ts'
import { move } from './move.ts'
import { point } from './paper.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

export const apologiseBody = z.strictObject({
  version,
  about: z.enum(['second-guidance', 'second-supplement', 'late']),
  reason: written(4000),
  pin: z.string().max(20).optional(),
})

/**
 * Signs a letter of apology with one's own key: the director of the centre before the applicant is asked once more, the head of the agency
 * for a late result, once for each promised date. Where the province lets no second request go out, no letter for one is signed. Refusals: those of every act, `apology-not-owed`, `no-certificate`, `pin-needed`, `pin-wrong`, `device-locked`.
 */
export async function apologise(desk: DossierDesk, id: string, body: z.infer<typeof apologiseBody>) {
  const taken = await takeFor(desk, id, 'apologise', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { sql, now } = desk
  const about = apologyOf(step)
  if (about !== body.about) return refused('apology-not-owed')
  const permitted = await apologyPermit(sql, dossier, about, now)
  if (!permitted.ok) return permitted
  const { definition } = await versionById(sql, dossier.procedureVersion)
  const unit = about === 'late' ? dossier.agency : dossier.reception
  const sender = (await unitById(sql, unit))!
  const slip = await slipOf(desk, dossier, { definition, unit, step })
  const letter = await renderDocument(
    'apology',
    {
      ...slip,
      letterhead: await numberedHead(desk, 'apology', unit, slip.letterhead),
      addressee: dossier.applicantName,
      about,
      receivedAt: dossier.acceptedAt ?? dossier.submittedAt!,
      originallyDue: about === 'late' ? dossier.due : null,
      responsible: sender.name,
      reason: body.reason,
      // A letter names the law of its own day, not of the day the dossier came in.
      basis: (await policyFor(sql, now)).get('apology.basis'),
    },
    now,
  )
  const signed = await signAs(desk, {
    pdf: letter.bytes,
    as: 'person',
    unit,
    draftSha256: createHash('sha256').update(letter.bytes).digest('hex'),
    pin: body.pin,
    spots: letter.spots,
    place: sender.place,
    stamp: undefined,
  })
  if (!signed.ok) return signed
  const { id: file } = await signed.value.keep(`thu-xin-loi-${slip.code}.pdf`)
  await signed.value.remember(file)
  point(desk, id, { kind: 'apology', title: letter.title, file })
  await keepApology(desk, id, about, file)
  const details = { about, file, ...(about === 'late' ? { due: dossier.due!.toISOString() } : {}) }
  return done(await move(desk, dossier, step, { details, words: { reason: body.reason } }))
}
