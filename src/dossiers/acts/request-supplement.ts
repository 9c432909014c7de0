import { z } from 'zod'
import { calendarFor, dueAt, tellClock } from '../../calendar/index.ts'
import { done, refused } from '../../ground/result.ts'
import { checkVerdicts, type Definition, versionById } from '../../procedures/index.ts'
import { useApology } from '../apologies.ts'
import { supplementPermit } from '../asking.ts'
import { type Dossier, type Form, formContext } from '../dossier.ts'
import { mayAskFor, type Transition } from '../law/index.ts'
import { heldItems } from '../held.ts'
import { writeVerdicts } from '../marks.ts'
import { policyOf } from '../policy.ts'
import { keepRequest, releaseRequest, type RequestContent } from '../requests.ts'
import { askedBody } from './accept.ts'
import { sendSlip, slipOf } from './letter.ts'
import { move } from './move.ts'
import { failing, itemsOf, named, specialCases } from './return-with-guidance.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

export const requestBody = z.strictObject({
  version,
  components: z.array(askedBody).max(100),
  guidance: written(4000),
  cause: z.enum(['first-guidance-not-specific']).optional(),
})

/**
 * The processing officer asks for what is missing, once for all. Where the province demands it the request waits for the agency's leader;
 * else it goes out at once and the settlement clock stands still. Refusals: those of every act, those of the marks,
 * `nothing-to-supplement`, `already-held`, `supplement-exhausted`, `apology-needed`.
 */
export async function requestSupplement(desk: DossierDesk, id: string, body: z.infer<typeof requestBody>) {
  const taken = await takeFor(desk, id, 'request-supplement', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { sql, vault, actor, now } = desk
  const { definition } = await versionById(sql, dossier.procedureVersion)
  const form = vault.openJson<Form>(dossier.formSealed, formContext(id))
  const marked = checkVerdicts(definition, body.components, { form, channel: dossier.channel })
  if (!marked.ok) return marked
  const again = mayAskFor(failing(body.components), await heldItems({ db: sql, now }, dossier))
  if (!again.ok) return again
  if (!body.components.some(({ verdict }) => verdict === 'fail')) return refused('nothing-to-supplement')
  const permitted = await supplementPermit(sql, dossier, body.cause)
  if (!permitted.ok) return permitted

  const { cause, guidance } = body
  const content = { components: named(definition, body.components), guidance, cause }
  const request = await keepRequest(desk, id, 'supplement', content)
  if ((await policyOf(sql, dossier)).get('supplement.approval') === 'none')
    return release(desk, dossier, step, { ...content, id: request })

  await sendSlip(desk, dossier, { ...(await supplementSlip(desk, dossier, step, definition, content)), asDraft: true })
  const patch = { proposal: 'supplement', proposed_by: actor.id }
  const details = specialCases(body.components)
  return done(await move(desk, dossier, step, { patch, details, words: { guidance }, otherwise: true }))
}

/** The request goes out: the slip with its number, the marks, the count, and the clock that now stands still. Refusals as above. */
export async function release(
  desk: DossierDesk,
  dossier: Dossier,
  step: Transition,
  { id: request, ...content }: RequestContent & { id: string },
) {
  const { sql, now } = desk
  const { id } = dossier
  const permitted = await supplementPermit(sql, dossier, content.cause)
  if (!permitted.ok) return permitted
  const { time, withApology, letter } = permitted.value
  const { definition } = await versionById(sql, dossier.procedureVersion)
  writeVerdicts(desk, id, content.components)
  const slip = await supplementSlip(desk, dossier, step, definition, content)
  const { file } = await sendSlip(desk, dossier, slip)
  await releaseRequest(desk, request, { number: time, unit: slip.unit, file })
  if (letter && withApology) await useApology(sql, letter.id, dossier.version + 1)

  const policy = await policyOf(sql, dossier)
  const inTime = now <= dueAt(await calendarFor(sql, now), dossier.acceptedAt!, policy.get('supplement.notice'))
  const runsOn = policy.get('supplement.clock.legal') === 'run-on'
  if (!runsOn) await tellClock(desk, id, 'settlement', { kind: 'paused', at: now, ground: 'supplement-requested' })
  const patch = { supplements: time, proposal: 'result', ...(runsOn ? {} : { due: null }) }
  const details = {
    time,
    inTime,
    ...specialCases(content.components),
    ...(letter && withApology ? { apology: letter.file } : {}),
  }
  return done(await move(desk, dossier, step, { patch, details, words: { guidance: content.guidance } }))
}

/** From the counter or from the agency, as the province chose; signed by whoever lets it go out. */
async function supplementSlip(
  desk: DossierDesk,
  dossier: Dossier,
  step: Transition,
  definition: Definition,
  { components, guidance }: RequestContent,
) {
  const by = (await policyOf(desk.sql, dossier)).get('supplement.released-by')
  const unit = by === 'one-stop' ? dossier.reception : dossier.agency
  const items = itemsOf(definition, components, guidance)
  const data = { ...(await slipOf(desk, dossier, { definition, unit, step })), items, reason: guidance }
  return { form: 'supplement' as const, unit, data }
}
