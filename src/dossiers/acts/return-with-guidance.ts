import { z } from 'zod'
import { tellClock } from '../../calendar/index.ts'
import { done, refused } from '../../ground/result.ts'
import { checkVerdicts, type Definition, versionById } from '../../procedures/index.ts'
import { useApology } from '../apologies.ts'
import { guidancePermit } from '../asking.ts'
import { type Form, formContext } from '../dossier.ts'
import { heldItems } from '../held.ts'
import { mayAskFor } from '../law/index.ts'
import { type Verdict, writeVerdicts } from '../marks.ts'
import { keepRequest, releaseRequest } from '../requests.ts'
import { askedBody } from './accept.ts'
import { sendSlip, slipOf } from './letter.ts'
import { move } from './move.ts'
import { type DossierDesk, takeFor } from './take.ts'
import { version, written } from './words.ts'

export const guidanceBody = z.strictObject({
  version,
  components: z.array(askedBody).max(100),
  guidance: written(4000),
  /** The signed letter of apology that goes out with it; without it the letter that lies in the dossier. */
  apology: z.uuid().optional(),
})

/**
 * The one-stop officer gives the dossier back with everything that is to be mended, once for all: every component is marked, the slip is made, the
 * intake clock has its answer. Refusals: those of every act, those of the marks, `already-held`, `guidance-exhausted`, `apology-needed`.
 */
export async function returnWithGuidance(desk: DossierDesk, id: string, body: z.infer<typeof guidanceBody>) {
  const taken = await takeFor(desk, id, 'return-with-guidance', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { sql, vault, now } = desk
  const { definition } = await versionById(sql, dossier.procedureVersion)
  const form = vault.openJson<Form>(dossier.formSealed, formContext(id))
  const marked = checkVerdicts(definition, body.components, { form, channel: dossier.channel })
  if (!marked.ok) return marked
  const again = mayAskFor(failing(body.components), await heldItems({ db: sql, now }, dossier))
  if (!again.ok) return again

  const permitted = await guidancePermit(sql, dossier, body.apology)
  if (!permitted.ok) return permitted
  const { time, withApology, isBeyond, letter } = permitted.value
  if (body.apology && !letter) return refused('apology-needed')
  writeVerdicts(desk, id, body.components)

  const unit = dossier.reception
  const { file } = await sendSlip(desk, dossier, {
    form: 'guidance',
    unit,
    data: {
      ...(await slipOf(desk, dossier, { definition, unit, step })),
      items: itemsOf(definition, body.components, body.guidance),
      guidance: body.guidance,
      time,
      withApology,
    },
  })
  const components = named(definition, body.components)
  const request = await keepRequest(desk, id, 'guidance', { components, guidance: body.guidance })
  await releaseRequest(desk, request, { number: time, unit, file })
  if (letter && withApology) await useApology(sql, letter.id, dossier.version + 1)

  await tellClock(desk, id, 'intake', { kind: 'stopped', at: now, ground: 'returned-with-guidance' })
  const details = {
    time,
    ...specialCases(body.components),
    ...(isBeyond ? { beyond: true } : {}),
    ...(letter && withApology ? { apology: letter.file } : {}),
  }
  const patch = { guidances: time, due: null }
  return done(await move(desk, dossier, step, { patch, details, words: { guidance: body.guidance } }))
}

/** What is printed under each failing component; where none fails the guidance is about the dossier as a whole. */
export function itemsOf(definition: Definition, components: readonly Verdict[], guidance: string) {
  const wanting = failing(named(definition, components))
  if (wanting.length === 0) return [{ name: 'Hồ sơ', correction: guidance.slice(0, 2000) }]
  return wanting.map(({ name, reason }) => ({ name, correction: reason! }))
}

/** The papers that are asked for. */
export function failing<V extends Verdict>(marks: readonly V[]): V[] {
  return marks.filter(({ verdict }) => verdict === 'fail')
}

/** Which papers were asked for although the record holds them: the reason stands, sealed, with the request. */
export function specialCases(marks: readonly Verdict[]): { special?: string[] } {
  const special = failing(marks).flatMap((one) => (one.special ? [one.component] : []))
  return special.length > 0 ? { special } : {}
}

/** The marks in the order of the procedure, each with the name of its component. */
export function named(definition: Definition, marks: readonly Verdict[]): (Verdict & { name: string })[] {
  return definition.components.flatMap(({ id, name }) => {
    const mark = marks.find(({ component }) => component === id)
    return mark ? [{ ...mark, name }] : []
  })
}
