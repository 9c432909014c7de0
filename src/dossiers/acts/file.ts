import { z } from 'zod'
import {
  type Account,
  accountForApplicant,
  applicantBody,
  accountById,
  needsUpdate,
  representedBy,
} from '../../accounts/index.ts'
import { sendEntry } from '../../audit/index.ts'
import { dayOf } from '../../ground/day.ts'
import { done, refused } from '../../ground/result.ts'
import { idBody, newId } from '../../ground/uuid.ts'
import { layRow } from '../../ground/written.ts'
import { postOf, receptionFor } from '../../organisations/index.ts'
import { agenciesOf, isOnlyPublished, validateForm, versionOn } from '../../procedures/index.ts'
import { formContext } from '../dossier.ts'
import { checkedAttachments } from './attachments.ts'
import type { DossierDesk } from './take.ts'

const channel = z.enum(['online', 'counter', 'post'])
export const attachmentBody = z.union([
  z.strictObject({ component: z.string().min(1).max(80), file: idBody }),
  z.strictObject({ component: z.string().min(1).max(80), recordItem: idBody }),
])

export const fileBody = z.strictObject({
  procedure: z.string().min(1).max(40),
  agency: idBody,
  channel,
  applicant: applicantBody.optional(),
  /** Online, for another: the representation by which the caller may. */
  representation: idBody.optional(),
  form: z.record(z.string().max(200), z.unknown()),
  attachments: z.array(attachmentBody).max(100),
  returnBy: channel,
  /** The filer says that something in it is a state secret: then it goes another way. */
  stateSecret: z.boolean().optional(),
})

/**
 * Begins a dossier as a draft. A citizen files online for themselves; an officer of the counter enters what came over the counter or by
 * post for the applicant, whose account is found or opened on the spot. Refusals: `not-found` (no such procedure),
 * `state-secret`, `procedure-not-open` (published nationally, not yet filed here), `agency-not-competent`, `channel-closed`, `audience-closed`, `return-closed`, `applicant-needed`, `officers-file-at-the-counter`, `representation-missing`, `update-needed`, `form-incomplete`,
 * and those of attachments and of accounts.
 */
export async function file(desk: DossierDesk, body: z.infer<typeof fileBody>) {
  const { sql, vault, actor, now } = desk
  const today = dayOf(now)
  if (body.stateSecret) return refused('state-secret')
  const own = body.channel === 'online' ? accountById(sql, actor.id) : undefined
  const [version, agencies, reception] = await Promise.all([
    versionOn(sql, body.procedure, today),
    agenciesOf(sql, body.procedure),
    receptionOf(desk, body),
    own,
  ])
  if (body.channel === 'online' && (await needsUpdate(sql, actor.id))) return refused('update-needed')
  if (!version) return refused((await isOnlyPublished(sql, body.procedure)) ? 'procedure-not-open' : 'not-found')
  const { definition } = version
  if (!definition.channels.includes(body.channel)) return refused('channel-closed')
  if (!definition.returnBy.includes(body.returnBy)) return refused('return-closed')
  if (!agencies.some(({ id }) => id === body.agency)) return refused('agency-not-competent')
  if (!reception.ok) return reception

  const form = validateForm(definition.form, body.form, { partial: true, today })
  if (!form.ok) return refused('form-incomplete', { errors: form.errors })
  const applicant = await applicantOf(desk, body, await own)
  if (!applicant.ok) return applicant

  const id = newId(now)
  const attachments = await checkedAttachments(desk, definition, body.attachments, applicant.value.id)
  if (!attachments.ok) return attachments
  const audience: readonly string[] = definition.audience
  if (!audience.includes(applicant.value.kind)) return refused('audience-closed')
  const row = {
    id,
    version: 1,
    state: 'draft',
    procedure: body.procedure,
    procedure_version: version.id,
    policy_at: now,
    applicant: applicant.value.id,
    applicant_kind: applicant.value.kind,
    applicant_name: applicant.value.displayName,
    filed_by: actor.id,
    representation: applicant.value.representation ?? null,
    channel: body.channel,
    return_by: body.returnBy,
    form_sealed: vault.sealJson(form.value, formContext(id)),
    agency: body.agency,
    reception: reception.value,
    created_at: now,
    changed_at: now,
  }
  const reused = body.attachments.filter((one) => 'recordItem' in one).length
  const forAnother = applicant.value.representation ? { representation: applicant.value.representation } : {}
  const details = { channel: body.channel, ...forAnother, ...(reused > 0 ? { reused } : {}) }
  const entry = { stream: `dossier:${id}` as const, act: 'file', actor: actor.id, details, occurredAt: now }
  desk.alongside(layRow(sql, 'dossiers.dossier', row))
  attachments.value.attachTo(id)
  desk.alongside(sendEntry(sql, entry))
  return done({
    id,
    version: 1,
    state: 'draft' as const,
    firstPassword: applicant.value.firstPassword,
    username: applicant.value.username,
  })
}

/** Where the dossier comes in: the counter the officer sits at, or the one that receives for the agency. */
async function receptionOf({ sql, actor }: DossierDesk, body: z.infer<typeof fileBody>) {
  const counter = postOf(actor, 'one-stop-officer')
  if (body.channel === 'online') {
    if (actor.kind === 'officer') return refused('officers-file-at-the-counter')
    const unit = await receptionFor(sql, body.agency)
    return unit ? done(unit.id) : refused('agency-not-competent')
  }
  return counter ? done(counter.unit) : refused('not-permitted')
}

async function applicantOf(desk: DossierDesk, body: z.infer<typeof fileBody>, own: Account | undefined) {
  if (body.channel === 'online') {
    if (body.representation) return representedOf(desk, body.representation)
    return own ? done({ ...own, firstPassword: undefined, representation: undefined }) : refused('not-found')
  }
  if (!body.applicant) return refused('applicant-needed')
  const found = await accountForApplicant(desk, body.applicant)
  if (!found.ok) return found
  return done({ ...found.value.account, firstPassword: found.value.firstPassword, representation: undefined })
}

/** Who is filed for by somebody who stands for them today; the dossier is theirs, and so are its result and its place in a record. */
async function representedOf({ sql, actor, now }: DossierDesk, id: string) {
  const [one] = await representedBy(sql, actor.id, dayOf(now), id)
  const account = one?.beneficiary ? await accountById(sql, one.beneficiary) : undefined
  if (!account || account.state === 'closed') return refused('representation-missing')
  return done({ ...account, firstPassword: undefined, representation: id })
}
