import { z } from 'zod'
import { tellClock } from '../../calendar/index.ts'
import { readFile } from '../../documents/index.ts'
import { nextNumber } from '../../ground/counter.ts'
import { dayOf } from '../../ground/day.ts'
import { done } from '../../ground/result.ts'
import { sent } from '../../ground/written.ts'
import { unitById } from '../../organisations/index.ts'
import { signAs } from '../../signatures/index.ts'
import { maySign } from '../../signatures/law/index.ts'
import { draftHash, draftOf } from './approve.ts'
import { closeOpenLegs } from '../legs.ts'
import { move } from './move.ts'
import { resultChanged, resultOf } from '../store.ts'
import { layIn } from './paper.ts'
import { type DossierDesk, takeFor } from './take.ts'

export const signBody = z.strictObject({
  version: z.int().min(1),
  as: z.enum(['person', 'organisation']),
  draft: draftHash,
  pin: z.string().max(20).optional(),
})

/**
 * Signs the draft that was shown: first the leader as a person, then the records clerk for the organisation, whose signature takes the number
 * and issues the result, or the refusal that stands in its place. Each signature is added behind the one before, so that all of them hold. Refusals: those of every act,
 * `person-signs-first`, `draft-changed`, `no-certificate`, `pin-needed`, `pin-wrong`, `device-locked`.
 */
export async function signResult(desk: DossierDesk, id: string, body: z.infer<typeof signBody>) {
  const taken = await takeFor(desk, id, 'sign-result', body, [resultOf])
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { sql, vault, now } = desk
  const { result, sha256 } = await draftOf(desk, id)
  const paper = { draft: sha256, signed: result.file ? (['person'] as const) : [], persons: 1 }
  const permitted = maySign({ as: body.as, draft: body.draft }, paper)
  if (!permitted.ok) return permitted

  const agency = (await unitById(sql, dossier.agency))!
  const { spots } = vault.openJson<{ spots: Spots }>(result.fieldsSealed, `dossiers.result:${id}`)
  const signed = await signAs(desk, {
    pdf: () => readFile(sql, vault, result.file ?? result.draft),
    as: body.as,
    unit: dossier.agency,
    draftSha256: sha256,
    pin: body.pin,
    spots,
    place: agency.place,
    stamp:
      body.as === 'organisation'
        ? async () => ({ number: await numberOf(desk, dossier.agency), day: dayOf(now) })
        : undefined,
  })
  if (!signed.ok) return signed

  const { number } = signed.value
  const name = `ket-qua-${dossier.code}.pdf`
  const made = { kind: 'result', title: result.title, name, bytes: signed.value.bytes }
  const file = body.as === 'organisation' ? (await layIn(desk, id, made)).file : (await signed.value.keep(name)).id
  await signed.value.remember(file)
  const issued = number ? { number, issued_on: dayOf(now) } : {}
  const written = sql
    .updateTable('dossiers.result')
    .set({ file, ...issued })
    .where('dossier', '=', id)
  desk.alongside(sent(written))
  resultChanged(sql, id)
  // The time limit ends with the result: returning it stands outside the clock.
  if (number) await tellClock(desk, id, 'settlement', { kind: 'stopped', at: now, ground: 'issued' })
  if (number) await closeOpenLegs(desk, id, 'answered', ['lead'])
  if (number) await closeOpenLegs(desk, id, 'cancelled')
  const patch = number ? { issued_at: now, outcome: result.outcome, result_code: result.kind } : {}
  const details = { draft: sha256, ...(number ? { number } : {}) }
  return done(await move(desk, dossier, step, { patch, details, otherwise: result.outcome === 'refuse' }))
}

type Spots = Parameters<typeof signAs>[1]['spots']

/** Numbers of an agency's documents begin at 1 each year and have no gaps. */
async function numberOf({ sql, now }: DossierDesk, agency: string): Promise<string> {
  const year = dayOf(now).slice(0, 4)
  return `${String(await nextNumber(sql, `document:${agency}`, year)).padStart(2, '0')}/${year}`
}
