import { sql } from 'kysely'
import { z } from 'zod'
import { write } from '../../audit/index.ts'
import { dayOf } from '../../ground/day.ts'
import type { Sql } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { newId } from '../../ground/uuid.ts'
import { type Asked, holds, isRole, mayDo, mayTakeStep, type Officer, ownScope } from '../law/index.ts'
import { withPosts } from '../store.ts'
import { takePost } from './appoint.ts'
import { givePost } from './give-post.ts'

const text = (max: number) => z.string().trim().normalize('NFC').min(3).max(max)
const said = { title: text(200), reason: text(2000), decision: text(200) }

export const requestBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('extension'), ...said }),
  z.strictObject({
    kind: z.literal('staff-change'),
    ...said,
    /** The post that changes hands. */
    post: z.uuid(),
    /** The name the new officer signs in with. */
    to: z.string().trim().toLowerCase().min(1).max(60),
    toTitle: z.string().trim().normalize('NFC').min(2).max(120),
  }),
])

type Administering = Desk<Officer, never>

/**
 * An agency asks: for a change of its staff, or for what the system cannot do yet. Refusals: `not-permitted`, `not-found` (no such post in the agency), `no-such-officer`,
 * `roles-exclude-each-other`.
 */
export async function fileRequest(desk: Administering, body: z.infer<typeof requestBody>) {
  const { sql: db, actor, now } = desk
  if (!mayDo(actor, 'file-requests')) return refused('not-permitted')
  const unit = actor.posts.find((post) => mayDo({ ...actor, posts: [post] }, 'file-requests'))!.agency
  const { kind, title, reason, decision } = body
  const staff = body.kind === 'staff-change' ? await staffOf(desk, body) : undefined
  if (staff && !staff.ok) return staff
  const id = newId(now)
  await db
    .insertInto('organisations.request')
    .values({ id, kind, unit, title, reason, decision, asked_by: actor.id, asked_at: now, ...staff?.value })
    .execute()
  await trace(desk, unit, 'file-request', id, { kind, decision })
  return done({ id })
}

async function staffOf(
  { sql: db, actor, now }: Administering,
  { post, to, toTitle }: Extract<z.infer<typeof requestBody>, { kind: 'staff-change' }>,
) {
  const today = dayOf(now)
  const scope = ownScope(actor, 'file-requests')
  const held = await db
    .selectFrom('organisations.post as p')
    .innerJoin('organisations.unit as u', 'u.id', 'p.unit')
    .select(['p.account', 'p.role', 'p.unit', 'u.parent'])
    .where('p.id', '=', post)
    .where((eb) => eb.or([eb('p.valid_to', 'is', null), eb('p.valid_to', '>=', today)]))
    .executeTakeFirst()
  const isOwn = held && (scope === 'all' || scope.includes(held.unit) || scope.includes(held.parent ?? ''))
  if (!held || !isOwn || !isRole(held.role)) return refused('not-found')
  const other = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', to)
    .where('kind', '=', 'officer')
    .where('state', 'in', ['active', 'registered'])
    .executeTakeFirst()
  if (!other || other.id === held.account) return refused('no-such-officer')
  return done({ post, successor: other.id, successor_title: toTitle })
}

export const stepBody = z.strictObject({
  step: z.enum(['propose', 'grant', 'decline']),
  /** Number and day of the paper with which it is done; of a refusal, its reason. */
  reference: z.string().trim().normalize('NFC').max(300),
})

/** A post that went from one officer to another. */
export type Handover = { from: string; to: string; unit: string; agency: string; role: string; decision: string }

/**
 * Whoever has the next word proposes, grants or declines. A change of staff that is granted happens at once, when it still can: the post goes from the one to the
 * other. Refusals: `not-found`, those of `mayTakeStep`, `own-account`, `post-not-held` (it ended meanwhile) and, of the successor, those of `givePost`.
 */
export async function stepRequest(desk: Administering, id: string, { step, reference }: z.infer<typeof stepBody>) {
  const { sql: db, actor, now } = desk
  const row = await db
    .selectFrom('organisations.request')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return refused('not-found')
  const request = {
    kind: row.kind as Asked['kind'],
    askedBy: row.asked_by,
    proposedBy: row.proposed_by,
    isGranted: row.is_granted,
  }
  const permitted = mayTakeStep(request, { id: actor.id, offices: await officesOf(db, actor) }, reference)
  if (!permitted.ok) return permitted
  const isProposal = row.kind === 'extension' && row.proposed_by === null
  // What is to be proposed cannot be granted yet; what is proposed is not proposed again.
  if (step !== 'decline' && (step === 'propose') !== isProposal) return refused('not-permitted')
  const word =
    step === 'propose'
      ? { proposed_by: actor.id, proposed_at: now, proposal: reference }
      : { decided_by: actor.id, decided_at: now, is_granted: step === 'grant', reference }
  await db.updateTable('organisations.request').set(word).where('id', '=', id).execute()
  await trace(desk, row.unit, `${step}-request`, id, { kind: row.kind, reference })
  if (step !== 'grant' || row.kind !== 'staff-change') return done({ id, handover: undefined })
  const { post, successor, successor_title: title } = row
  return handOver(desk, id, { post: post!, successor: successor!, title: title!, decision: reference })
}

type Change = { post: string; successor: string; title: string; decision: string }

async function handOver(desk: Administering, id: string, { post, successor, title, decision }: Change) {
  // Whoever decides a change of staff gives themselves nothing by it.
  if (successor === desk.actor.id) return refused('own-account')
  const taken = await takePost(desk, post, decision)
  if (!taken || !isRole(taken.role)) return refused('post-not-held')
  const { unit, role } = taken
  const given = await givePost(desk, { account: successor, unit, role, title, decision })
  if (!given.ok) return given
  const { posts } = await withPosts(desk.sql, { id: successor, kind: 'officer', name: '' }, dayOf(desk.now))
  const { agency } = posts.find((one) => one.unit === unit && one.role === role)!
  return done({ id, handover: { from: taken.account, to: successor, unit, agency, role, decision } satisfies Handover })
}

/** For which offices this officer speaks: as an administrator in a unit charged with running the system or with the committee’s office; the chairman for the committee. */
export async function officesOf(db: Sql, actor: Officer): Promise<string[]> {
  const units = actor.posts.filter(({ role }) => role === 'administrator').flatMap(({ unit, agency }) => [unit, agency])
  const { rows } = await sql<{ duty: string }>`
    select distinct duty from organisations.unit
    where id = any(${units}::uuid[]) and duty in ('committee-office', 'digital-transformation')`.execute(db)
  return [...rows.map(({ duty }) => duty), ...(holds(actor, 'chairman') ? ['committee'] : [])]
}

async function trace(
  { sql: db, actor, now }: Administering,
  unit: string,
  act: string,
  subject: string,
  details: Record<string, unknown>,
) {
  await write(db, { stream: `agency:${unit}`, act, actor: actor.id, subject, details, occurredAt: now })
}
