import { z } from 'zod'
import { accountByName, officerName, openOfficer } from '../../accounts/index.ts'
import { write } from '../../audit/index.ts'
import { addDays, dayOf } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { policyFor } from '../../policy/index.ts'
import { mayDo, type Officer, type Role, roles } from '../law/index.ts'
import { givePost } from './give-post.ts'
import { proposePost } from './propose-post.ts'

const text = (max: number) => z.string().trim().normalize('NFC').min(2).max(max)

export const appointBody = z.strictObject({
  username: officerName,
  /** Of somebody who has no account yet: then one is opened. */
  name: text(120).nullable(),
  role: z.enum(Object.keys(roles) as Role[]),
  title: text(120),
  decision: text(200),
  /** The agency an officer is seconded from. */
  from: z.uuid().nullable(),
})

type Administering = Desk<Officer, never>

/**
 * Gives an officer a post in a unit from today; who has no account yet gets one, with a first password. Where the province asks for a second person it is only
 * proposed, and holds when another administrator gives it. Refusals: `not-permitted`, `unit-not-in-force`, `no-such-officer`, `own-account` (nobody gives themselves a
 * post), those of `givePost` and of `openOfficer`.
 */
export async function appoint(desk: Administering, unit: string, body: z.infer<typeof appointBody>) {
  const { sql: db, actor } = desk
  if (!mayDo(actor, 'manage-officers')) return refused('not-permitted')
  const known = await accountByName(db, body.username)
  if (known ? known.kind !== 'officer' || body.name !== null : body.name === null)
    return refused(known && body.name !== null ? 'username-taken' : 'no-such-officer')
  if (known?.id === actor.id) return refused('own-account')
  const opened = known ? undefined : await openOfficer(desk, { username: body.username, name: body.name! })
  if (opened && !opened.ok) return opened
  const account = known?.id ?? opened!.value.id
  const firstPassword = opened?.value.firstPassword
  const post = { account, unit, ...body, secondedFrom: body.from }
  const waits = (await policyFor(db, desk.now)).get('officers.second-person')
  const given = await (waits ? proposePost(desk, post) : givePost(desk, post))
  return given.ok ? done({ account, firstPassword, waits }) : given
}

export const endPostBody = z.strictObject({ post: z.uuid(), decision: text(200) })

/** Ends a post and the loans of it: its holder does and sees nothing by it from the next request on. Refusals: `not-permitted`, `not-found`, `own-account`. */
export async function endPost(desk: Administering, { post, decision }: z.infer<typeof endPostBody>) {
  const { sql: db, actor } = desk
  if (!mayDo(actor, 'manage-officers')) return refused('not-permitted')
  const held = await db.selectFrom('organisations.post').select('account').where('id', '=', post).executeTakeFirst()
  if (held?.account === actor.id) return refused('own-account')
  const ended = await takePost(desk, post, decision)
  return ended ? done(ended) : refused('not-found')
}

/** Takes a post from its holder as of today, if it is held. */
export async function takePost({ sql: db, actor, now }: Administering, post: string, decision: string) {
  const yesterday = addDays(dayOf(now), -1)
  const ended = await db
    .updateTable('organisations.post')
    .set({ valid_to: yesterday })
    .where('id', '=', post)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', yesterday)]))
    .returning(['account', 'unit', 'role', 'title'])
    .executeTakeFirst()
  if (!ended) return undefined
  await db
    .updateTable('organisations.delegation')
    .set({ ended_on: yesterday, ended_by: actor.id })
    .where('post', '=', post)
    .where('ended_on', 'is', null)
    .where('valid_to', '>', yesterday)
    .execute()
  await write(db, {
    stream: `account:${ended.account}`,
    act: 'end-post',
    actor: actor.id,
    subject: ended.unit,
    details: { role: ended.role, decision },
    occurredAt: now,
  })
  return ended
}
