import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type DocumentData, renderDocument } from '../../documents/index.ts'
import { dayOf } from '../../ground/day.ts'
import { done, refused } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { officersOf, unitWithParents } from '../../organisations/index.ts'
import { versionById } from '../../procedures/index.ts'
import { type Form, formContext } from '../dossier.ts'
import { resultEnvelope, resultFieldsFor, resultKind } from '../result.ts'
import { writeAuthentications } from '../marks.ts'
import { move } from './move.ts'
import { layIn } from './paper.ts'
import { letterheadOf } from './slip.ts'
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
})

/**
 * The processing officer proposes: every component is authenticated or the reason given why not, and the draft of the result is
 * made from the form. Refusals: those of every act, `component-unknown`, `components-unmarked`, `reason-needed` (also for a
 * refusal without its reasons), `result-incomplete` with the fields to mend.
 */
export async function proposeResult(desk: DossierDesk, id: string, body: z.infer<typeof proposeBody>) {
  const taken = await takeFor(desk, id, 'propose-result', body)
  if (!taken.ok) return taken
  const { dossier, step } = taken.value
  const { sql, vault, actor, now, url } = desk
  const { definition } = await versionById(sql, dossier.procedureVersion)

  const known = new Set(definition.components.map((component) => component.id))
  const unknown = body.components.filter(({ component }) => !known.has(component)).map(({ component }) => component)
  if (unknown.length > 0) return refused('component-unknown', { components: unknown })
  if (body.components.some(({ authenticated, reason }) => !authenticated && !reason)) return refused('reason-needed')
  const needed = await toAuthenticate(desk, id)
  const missing = needed.filter((component) => !body.components.some((one) => one.component === component))
  if (missing.length > 0) return refused('components-unmarked', { components: missing })
  await writeAuthentications(desk, id, body.components)

  const given = (body.result?.['fields'] as Record<string, unknown> | undefined) ?? body.result ?? {}
  if (body.outcome === 'refuse' && !given['reasons'] && !given['reason']) return refused('reason-needed')
  const [agency, above] = await unitWithParents(sql, dossier.agency)
  const leader = (await officersOf(sql, dossier.agency, 'agency-leader', dayOf(now)))[0]
  const form = vault.openJson<Form>(dossier.formSealed, formContext(id))
  const fields = resultFieldsFor(definition, body.outcome, { dossier, form, given, agency: agency!.name, now })
  const { template, title, kind } = resultKind(definition, body.outcome)
  const identifier = identifierOf(randomBytes(10))
  const letterhead = await letterheadOf(desk, dossier.agency)
  const envelope = resultEnvelope(definition, {
    code: dossier.code!,
    identifier,
    url,
    letterhead: { ...letterhead, day: undefined },
    system: { name: 'Một Cửa', owner: above?.name ?? agency!.name },
    signer: { authority: 'TM. ỦY BAN NHÂN DÂN', title: 'CHỦ TỊCH', name: leader?.name ?? '' },
  })
  const draft = await draftOf(template, { ...envelope, fields }, now)
  if (!draft.ok) return draft
  const { file } = await layIn(desk, id, {
    kind: 'result-draft',
    title: `Dự thảo: ${title}`,
    name: `du-thao-${dossier.code}.pdf`,
    bytes: draft.value.bytes,
  })
  const row = {
    identifier,
    outcome: body.outcome,
    kind,
    title,
    fields_sealed: vault.sealJson({ fields, spots: draft.value.spots }, `dossiers.result:${id}`),
    note_sealed: body.note ? vault.seal(body.note, `dossiers.note:${id}`) : null,
    draft: file,
    file: null,
    issuer: dossier.agency,
  }
  await sql
    .insertInto('dossiers.result')
    .values({ dossier: id, ...row })
    .onConflict((at) => at.column('dossier').doUpdateSet(row))
    .execute()
  return done(await move(desk, dossier, step, { patch: { proposed_by: actor.id }, details: { outcome: body.outcome } }))
}

/** The components that came with the dossier and were found in order at intake. */
async function toAuthenticate({ sql }: DossierDesk, dossier: string): Promise<string[]> {
  const rows = await sql
    .selectFrom('dossiers.component')
    .select('component')
    .where('dossier', '=', dossier)
    .where('verdict', '=', 'ok')
    .execute()
  return rows.map(({ component }) => component)
}

async function draftOf(template: Parameters<typeof renderDocument>[0], data: unknown, now: Date) {
  try {
    return done(await renderDocument(template, data as DocumentData<typeof template>, now))
  } catch (fault) {
    if (!(fault instanceof z.ZodError)) throw fault
    const errors = fault.issues.map(({ path }) => ({
      path: `/${path.join('/')}`,
      message: 'Ghi nội dung này, vì kết quả phải in nó.',
    }))
    return refused('result-incomplete', { errors })
  }
}

/** What people type to check a paper: ten groups of five bits nobody can guess, in letters that are not mistaken. */
function identifierOf(random: Uint8Array): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
  const signs = Array.from(random, (byte) => letters[byte % letters.length]).join('')
  return `${signs.slice(0, 5)}-${signs.slice(5)}`
}
