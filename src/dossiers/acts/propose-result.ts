import { z } from 'zod'
import { askedOnce } from '../../ground/notes.ts'
import { done, refused } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { written } from '../../ground/written.ts'
import { versionById } from '../../procedures/index.ts'
import { writeAuthentications } from '../marks.ts'
import { mayConclude } from '../law/index.ts'
import { legsOf } from '../legs.ts'
import { askApplicant } from './confirm-draft.ts'
import { move } from './move.ts'
import { stretchOf } from './pass-on.ts'
import { draftResult } from './result-draft.ts'
import { type DossierDesk, takeFor } from './take.ts'

const longText = textBody(4000)

export const proposeBody = z.strictObject({
  version: z.int().min(1),
  outcome: z.enum(['grant', 'refuse']),
  components: z
    .array(
      z.strictObject({ component: z.string().min(1).max(80), authenticated: z.boolean(), reason: longText.optional() }),
    )
    .max(100),
  result: z.record(z.string().max(100), z.unknown()).optional(),
  note: longText.optional(),
  /** The applicant looks at the draft first, where the process waits for them. */
  askApplicant: z.boolean().optional(),
})

/**
 * The processing officer proposes: every component is authenticated or the reason given why not, and the draft of the result is
 * made from the form. Refusals: those of every act, `component-unknown`, `components-unmarked`, `reason-needed` (also for a
 * refusal without its reasons), `result-incomplete` with the fields to mend, `legs-open`, `next-agency-decides`, `nothing-to-confirm`.
 */
export async function proposeResult(desk: DossierDesk, id: string, body: z.infer<typeof proposeBody>) {
  const taken = await takeFor(desk, id, 'propose-result', body, [toAuthenticate.of])
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { sql, actor } = desk
  const concluded = await mayGrant(desk, id)
  if (body.outcome === 'grant' && !concluded.ok) return concluded
  const { definition } = await versionById(sql, dossier.procedureVersion)

  const known = new Set(definition.components.map((component) => component.id))
  const unknown = body.components.filter(({ component }) => !known.has(component)).map(({ component }) => component)
  if (unknown.length > 0) return refused('component-unknown', { components: unknown })
  if (body.components.some(({ authenticated, reason }) => !authenticated && !reason)) return refused('reason-needed')
  const needed = await toAuthenticate.of(sql, id)
  const missing = needed.filter((component) => !body.components.some((one) => one.component === component))
  if (missing.length > 0) return refused('components-unmarked', { components: missing })
  writeAuthentications(desk, id, body.components)

  const given = (body.result?.['fields'] as Record<string, unknown> | undefined) ?? body.result ?? {}
  if (body.outcome === 'refuse' && !given['reasons'] && !given['reason']) return refused('reason-needed')
  const draft = await draftResult(desk, dossier, { outcome: body.outcome, given, note: body.note })
  if (!draft.ok) return draft
  const patch = { proposed_by: actor.id, proposal: 'result' }
  const details = { outcome: body.outcome }
  if (!body.askApplicant) return done(await move(desk, dossier, step, { patch, details }))
  const asked = await askApplicant(desk, dossier)
  if (!asked.ok) return asked
  const traces = { patch: { ...patch, ...asked.value.patch }, details: { ...details, leg: asked.value.leg } }
  return done(await move(desk, dossier, step, { ...traces, otherwise: true }))
}

/** What is granted needs the results of all who take part, and is for the last agency of the way to grant; a refusal need not wait for them. */
export async function mayGrant({ sql }: Pick<DossierDesk, 'sql'>, id: string) {
  const concluded = mayConclude(await legsOf(sql, id))
  if (!concluded.ok) return concluded
  return (await stretchOf(sql, id)).next ? refused('next-agency-decides') : done()
}

/** The components that came with the dossier, at intake or when more was asked for. */
const toAuthenticate = askedOnce(async (db, dossier) => {
  const rows = await proving.all(db, { dossier })
  return rows.map(({ component }) => component)
})

const proving = written((db, { dossier }: { dossier: string }) =>
  db
    .selectFrom('dossiers.component')
    .select('component')
    .where('dossier', '=', dossier)
    .where((eb) => eb.or([eb('verdict', 'is', null), eb('verdict', '!=', 'not-applicable')])),
)
