import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { profileOf } from '../../accounts/index.ts'
import { type DocumentData, renderDocument } from '../../documents/index.ts'
import { dayOf } from '../../ground/day.ts'
import { done, refused } from '../../ground/result.ts'
import { signerOf, type Unit, unitById, unitWithParents } from '../../organisations/index.ts'
import { sent } from '../../ground/written.ts'
import { versionById } from '../../procedures/index.ts'
import { type Dossier, type Form, formContext } from '../dossier.ts'
import { citedNow } from '../citing.ts'
import { withoutFields } from '../law/index.ts'
import { keptFrom } from '../shown-form.ts'
import { type Outcome, resultEnvelope, resultFieldsFor, resultKind } from '../result.ts'
import { resultChanged } from '../store.ts'
import { layIn } from './paper.ts'
import { letterheadOf } from './slip.ts'
import type { DossierDesk } from './take.ts'

type Drafted = { outcome: Outcome; given: Record<string, unknown>; note?: string | undefined }

/**
 * Makes the draft that leaders decide on and lays it into the dossier; an earlier one no longer counts. Refusal: `result-incomplete`
 * with the fields to mend.
 */
export async function draftResult(desk: DossierDesk, dossier: Dossier, { outcome, given, note }: Drafted) {
  const { sql, vault, now, url, actor } = desk
  const { id } = dossier
  const { definition } = await versionById(sql, dossier.procedureVersion)
  const [agency, above] = await unitWithParents(sql, dossier.agency)
  const signer = await signerOf(sql, dossier.agency, dayOf(now))
  const kept = await keptFrom(sql, actor, dossier, now)
  const form = withoutFields(vault.openJson<Form>(dossier.formSealed, formContext(id)), kept)
  const reach = outcome === 'refuse' ? await reachOf(desk, dossier, agency!) : {}
  const fields = resultFieldsFor(definition, outcome, { dossier, form, given, agency: agency!.name, now, reach })
  const { template, title, kind } = resultKind(definition, outcome)
  const identifier = identifierOf(randomBytes(10))
  const letterhead = await letterheadOf(desk, dossier.agency)
  const envelope = resultEnvelope(definition, {
    code: dossier.code!,
    identifier,
    url,
    letterhead: { ...letterhead, day: undefined },
    system: { name: 'Một Cửa', owner: above?.name ?? agency!.name },
    signer,
  })
  const draft = await rendered(template, { ...envelope, fields: await citedNow(desk, fields) }, now)
  if (!draft.ok) return draft
  const laid = await layIn(desk, id, {
    kind: 'result-draft',
    title: `Dự thảo: ${title}`,
    name: `du-thao-${dossier.code}.pdf`,
    bytes: draft.value.bytes,
  })
  const row = {
    identifier,
    outcome,
    kind,
    title,
    fields_sealed: vault.sealJson({ fields, spots: draft.value.spots }, `dossiers.result:${id}`),
    note_sealed: note ? vault.seal(note, `dossiers.note:${id}`) : null,
    draft: laid.file,
    file: null,
    issuer: dossier.agency,
  }
  const written = sql
    .insertInto('dossiers.result')
    .values({ dossier: id, ...row })
    .onConflict((at) => at.column('dossier').doUpdateSet(row))
  desk.alongside(sent(written))
  resultChanged(sql, id)
  return done(laid)
}

/** The applicant's address, and the agency's own telephone or else the counter's. */
async function reachOf({ sql, vault }: DossierDesk, dossier: Dossier, agency: Unit) {
  const { address } = await profileOf(sql, vault, dossier.applicant)
  const from = agency.phone ? agency : ((await unitById(sql, dossier.reception)) ?? agency)
  return { address: address ?? undefined, contact: [from.name, from.phone].filter(Boolean).join(', điện thoại ') }
}

async function rendered(template: Parameters<typeof renderDocument>[0], data: unknown, now: Date) {
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
