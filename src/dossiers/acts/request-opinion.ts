import { z } from 'zod'
import { type TimeLimit } from '../../calendar/index.ts'
import type { Sql } from '../../ground/database.ts'
import { dayOf } from '../../ground/day.ts'
import { done, refused } from '../../ground/result.ts'
import { officersOf, unitById } from '../../organisations/index.ts'
import { versionById } from '../../procedures/index.ts'
import type { Dossier } from '../dossier.ts'
import { askAgency, legsOf } from '../legs.ts'
import { policyOf } from '../policy.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

export const opinionBody = z.strictObject({
  version,
  agencies: z.array(z.uuid()).min(1).max(10),
  question: written(4000),
  /** The papers the agencies may open; all of the dossier when none are named. */
  components: z.array(z.string().min(1).max(80)).max(100).optional(),
  limit: z
    .strictObject({ value: z.int().min(1).max(60), unit: z.enum(['working-hours', 'working-days', 'calendar-days']) })
    .optional(),
})

/**
 * The lead asks other agencies what they think of it, each until its own hour: as the procedure says, else as the officer sets it. Refusals: those of every
 * act, `no-such-agency` (unknown, the lead itself, or with nobody to answer), `already-asked`, `component-unknown`, `opinion-time-is-set`.
 */
export async function requestOpinion(desk: DossierDesk, id: string, body: z.infer<typeof opinionBody>) {
  const taken = await takeFor(desk, id, 'request-opinion', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { sql, now } = desk
  const { definition } = await versionById(sql, dossier.procedureVersion)
  const unknown = (body.components ?? []).filter((one) => definition.components.every((known) => known.id !== one))
  if (unknown.length > 0) return refused('component-unknown', { components: unknown })
  if (definition.opinions && body.limit) return refused('opinion-time-is-set')

  const open = (await legsOf(sql, id)).filter(({ kind, outcome }) => kind === 'opinion' && outcome === null)
  const { silence, ...time } = await timeForOpinions(sql, dossier, body.limit)
  for (const agency of new Set(body.agencies)) {
    if (open.some((leg) => leg.agency === agency)) return refused('already-asked')
    const unit = agency === dossier.agency ? undefined : await unitById(sql, agency)
    const officers = unit ? await officersOf(sql, unit.id, 'consulted-officer', dayOf(now)) : []
    if (officers.length === 0) return refused('no-such-agency')
    const { components } = body
    const asked = { work: body.question }
    await askAgency(desk, dossier, {
      kind: 'opinion',
      agency,
      asked,
      silence,
      time,
      ...(components ? { components } : {}),
    })
  }
  return done(await move(desk, dossier, step, { details: { agencies: body.agencies } }))
}

/** How long an opinion may take and what silence then means: as the procedure prints it, else as asked, else as the province chose. */
export async function timeForOpinions(sql: Sql, dossier: Dossier, asked?: TimeLimit) {
  const { definition } = await versionById(sql, dossier.procedureVersion)
  if (definition.opinions) {
    const { limit, silence } = definition.opinions
    return { limit: limit as TimeLimit, silence, law: definition.decision }
  }
  const policy = await policyOf(sql, dossier)
  const { value, source } = policy.stated('opinions.limit')
  return {
    limit: asked ?? value,
    silence: policy.get('opinions.silence'),
    law: asked ? '04/2024/QĐ-UBND Điều 10.1.b' : source,
  }
}
