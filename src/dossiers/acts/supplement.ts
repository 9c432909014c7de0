import { z } from 'zod'
import { tellClock } from '../../calendar/index.ts'
import { done, refused } from '../../ground/result.ts'
import { type Definition, isNeeded, limitFor } from '../../procedures/index.ts'
import type { Dossier, Form } from '../dossier.ts'
import { type Demanded, isAnswered } from '../law/index.ts'
import { intakeLimit } from '../limits.ts'
import { clearFailed } from '../marks.ts'
import { policyOf } from '../policy.ts'
import { answerRequests, unansweredRequest } from '../requests.ts'
import { change, changeBody } from './change.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { written } from './words.ts'

export const supplementBody = changeBody.extend({
  /** Of papers that were asked for: why one stays as it is. */
  explanations: z
    .array(z.strictObject({ component: z.string().min(1).max(80), text: written(2000) }))
    .max(100)
    .optional(),
})
type Supplement = z.infer<typeof supplementBody>

/**
 * The applicant answers what was asked. After guidance the counter checks anew, its clock from the start; after a request of the agency
 * the same officer goes on, the legal time as the province chose. Each paper asked for is brought, or it is said why it stays as it is.
 * Refusals: those of every act, `nothing-supplied` (online), `asked-paper-unanswered` with the papers, `nothing-changed`, those of a change.
 */
export async function supplement(desk: DossierDesk, id: string, body: Supplement) {
  const taken = await takeFor(desk, id, 'supplement', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { explanations = [] } = body
  const isOnline = dossier.channel === 'online'
  if (isOnline && !body.form && !body.attachments?.length && !body.without?.length && !explanations.length)
    return refused('nothing-supplied')
  const request = await unansweredRequest(desk.sql, desk.vault, id)
  const changed = await change(desk, dossier, body, (brought, definition, form) =>
    // At the counter and by post the papers themselves may come, with nothing to be typed or scanned.
    isOnline
      ? isAnswered(demandedIn(request, definition, dossier, form), {
          ...brought,
          explained: explanations.map(({ component }) => component),
        })
      : done(),
  )
  if (!changed.ok) return changed
  const { definition, patch, details } = changed.value
  const answer = { papers: details.components, form: details.form, explanations }
  if (request) await answerRequests(desk, id, request.id, answer)
  await clearFailed(desk.sql, id)
  const { anew, ...times } =
    dossier.state === 'returned-with-guidance'
      ? await intakeAnew(desk, dossier)
      : await settlementGoesOn(desk, dossier, definition)
  return done(await move(desk, dossier, step, { patch: { ...patch, ...times }, details, anew }))
}

/** The papers a request marked as failing; where this filing needs no paper of the kind, its e-form stands in the place of it. */
function demandedIn(
  request: { components: { component: string; name: string; verdict: string }[] } | undefined,
  { components }: Definition,
  { channel }: Dossier,
  form: Form,
): Demanded[] {
  return (request?.components ?? [])
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ component, name }) => {
      const paper = components.find(({ id }) => id === component)
      return { component, name, byForm: paper !== undefined && !isNeeded(paper, { form, channel }) }
    })
}

async function intakeAnew(desk: DossierDesk, dossier: Dossier) {
  const { now } = desk
  const limit = await intakeLimit(desk.sql, dossier, now)
  const due = await tellClock(desk, dossier.id, 'intake', {
    kind: 'restarted',
    at: now,
    ground: 'supplemented',
    ...limit,
  })
  return { intake_due: due ?? null, due: due ?? null, received_at: now, anew: true }
}

/** From zero, from where it stood, or it never stood still: as the province chose; the index leaves the waiting out either way. */
async function settlementGoesOn(desk: DossierDesk, dossier: Dossier, definition: Definition) {
  const { now } = desk
  const way = (await policyOf(desk.sql, dossier)).get('supplement.clock.legal')
  if (way === 'run-on') return { anew: false }
  const { limit } = limitFor(definition, dossier.channel)
  const event = way === 'restart' ? { kind: 'restarted', limit, law: definition.decision } : { kind: 'resumed' }
  const due = await tellClock(desk, dossier.id, 'settlement', { ...event, at: now, ground: 'supplemented' } as never)
  return { due: due ?? null, anew: way === 'restart' }
}
