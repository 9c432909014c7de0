import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { dayOf, isDay } from '../../ground/day.ts'
import { done, refused } from '../../ground/result.ts'
import { textBody } from '../../ground/text.ts'
import { newId } from '../../ground/uuid.ts'
import {
  checkIdentityNumber,
  checkName,
  checkRepresentative,
  checkTaxCode,
  isSameName,
  representationKinds,
} from '../law/index.ts'
import { type Told, toldContext, toldIn } from '../representations/store.ts'
import { accountById, accountByIdentity } from '../store.ts'
import { accountForApplicant, type Opening } from './register.ts'

const period = { from: z.string().refine(isDay), until: z.string().refine(isDay).nullable() }
const number = z.string().trim().min(1).max(20)

export const askBody = z.strictObject({
  kind: z.enum(representationKinds),
  of: z.enum(['person', 'organisation']),
  name: textBody(120).refine((text) => text.length >= 2),
  identityNumber: number,
  /** Who represents an organisation before the law: needed where its account is to be opened. */
  representative: textBody(120).optional(),
  ...period,
})
export const confirmBody = z.strictObject({ evidence: textBody(300).optional() })
export const refuseBody = z.strictObject({ reason: textBody(500).refine((text) => text.length >= 5) })

type Asked = z.infer<typeof askBody> & { file: string }

/**
 * Somebody asks to be known as standing for another, with the paper that says so. Whether the other has an account is not told. Refusals:
 * `representation-period-wrong`, `identity-number-wrong`, `tax-code-wrong`, `name-wrong`, `representative-needed` (of an organisation, whether it has an account or not), `represents-oneself`,
 * `not-permitted` (only persons represent).
 */
export async function askRepresentation(desk: Desk<Actor>, { kind, of, name, file, ...body }: Asked) {
  const { sql, vault, actor, now } = desk
  const agent = await accountById(sql, actor.id)
  if (agent?.kind !== 'person') return refused('not-permitted')
  const checked = of === 'person' ? checkIdentityNumber(body.identityNumber) : checkTaxCode(body.identityNumber)
  if (!checked.ok) return checked
  const named = checkName(of, name)
  if (!named.ok) return named
  const representative = checkRepresentative(of, body.representative)
  if (!representative.ok) return representative
  if (body.until !== null && (body.until < body.from || body.until < dayOf(now)))
    return refused('representation-period-wrong')
  const known = await accountByIdentity(sql, vault, of, checked.value)
  if (known?.id === actor.id) return refused('represents-oneself')
  const id = newId(now)
  const told: Told = {
    kind: of,
    name,
    identityNumber: checked.value,
    ...(of === 'organisation' ? { representative: body.representative } : {}),
  }
  await sql
    .insertInto('accounts.representation')
    .values({
      id,
      kind,
      agent: actor.id,
      told_sealed: vault.sealJson(told, toldContext(id)),
      file,
      valid_from: body.from,
      valid_to: body.until,
      asked_at: now,
    })
    .execute()
  await trace(desk, 'ask-representation', actor.id, { representation: id, kind })
  return done({ id })
}

/**
 * An account for whoever has none yet; nobody holds it until they come with their own papers. An organisation's stands on the certificate of registration the
 * officer saw; without it `standing-reason-needed`.
 */
async function openedFor(desk: Desk<Actor>, told: Told, evidence: string | undefined) {
  const { kind, name, identityNumber, birthDate, representative } = told
  if (kind === 'organisation' && (evidence ?? '').length < 5) return refused('standing-reason-needed')
  const body = {
    kind,
    displayName: name,
    identityNumber,
    ...(birthDate ? { birthDate } : {}),
    ...(representative ? { representative } : {}),
  }
  const opening: Opening | undefined =
    kind === 'organisation' ? { route: 'certificate', certificate: evidence! } : undefined
  return accountForApplicant(desk, body as Parameters<typeof accountForApplicant>[1], opening)
}

/**
 * An officer saw the paper and confirms: the represented is found by their number and keeps their account as it is, or one is opened. Refusals: `not-found`,
 * `representation-decided`, `represents-oneself`, `standing-reason-needed` (no certificate named for an organisation without account), `name-wrong`,
 * `number-of-merged`, and those of a number.
 */
export async function confirmRepresentation(
  desk: Desk<Actor>,
  id: string,
  { evidence }: z.infer<typeof confirmBody> = {},
) {
  const { sql, vault, actor, now } = desk
  const waiting = await takeWaiting(desk, id)
  if (!waiting.ok) return waiting
  const told = (await toldIn(sql, vault, id))!
  const known = await accountByIdentity(sql, vault, told.kind, told.identityNumber)
  if (known?.byMerged && !isSameName(known.displayName, told.name)) return refused('number-of-merged')
  const found = known ? done({ account: known }) : await openedFor(desk, told, evidence)
  if (!found.ok) return found
  const beneficiary = found.value.account.id
  if (beneficiary === waiting.value.agent) return refused('represents-oneself')
  await decide(desk, id, { confirmed: true, beneficiary })
  await trace(desk, 'confirm-representation', waiting.value.agent, { representation: id })
  await write(sql, {
    stream: `account:${beneficiary}`,
    act: 'confirm-representation',
    actor: actor.id,
    details: { representation: id },
    occurredAt: now,
  })
  return done({ id })
}

/** An officer does not confirm, and says why. Refusals: `not-found`, `representation-decided`. */
export async function refuseRepresentation(desk: Desk<Actor>, id: string, { reason }: z.infer<typeof refuseBody>) {
  const waiting = await takeWaiting(desk, id)
  if (!waiting.ok) return waiting
  await decide(desk, id, { confirmed: false, reason_sealed: desk.vault.seal(reason, toldContext(id)) })
  await trace(desk, 'refuse-representation', waiting.value.agent, { representation: id })
  return done({ id })
}

/** Either side ends it; from then on nothing more is filed by it. Refusal: `not-found`. */
export async function endRepresentation(desk: Desk<Actor>, id: string) {
  const { sql, actor, now } = desk
  const { numUpdatedRows } = await sql
    .updateTable('accounts.representation')
    .set({ ended_at: now, ended_by: actor.id })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('agent', '=', actor.id), eb('beneficiary', '=', actor.id)]))
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return refused('not-found')
  await trace(desk, 'end-representation', actor.id, { representation: id })
  return done({ id })
}

async function takeWaiting({ sql, actor }: Desk<Actor>, id: string) {
  const row = await sql
    .selectFrom('accounts.representation')
    .select(['agent', 'decided_at', 'ended_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return refused('not-found')
  if (row.decided_at || row.ended_at || row.agent === actor.id) return refused('representation-decided')
  return done({ agent: row.agent! })
}

type Decision = { confirmed: boolean; beneficiary?: string; reason_sealed?: Buffer }

async function decide({ sql, actor, now }: Desk<Actor>, id: string, decision: Decision): Promise<void> {
  await sql
    .updateTable('accounts.representation')
    .set({ ...decision, decided_by: actor.id, decided_at: now })
    .where('id', '=', id)
    .execute()
}

async function trace(
  { sql, actor, now }: Desk<Actor>,
  act: string,
  account: string,
  details: Record<string, unknown>,
): Promise<void> {
  await write(sql, { stream: `account:${account}`, act, actor: actor.id, details, occurredAt: now })
}
