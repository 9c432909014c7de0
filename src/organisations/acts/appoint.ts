import { sql } from 'kysely'
import { z } from 'zod'
import { accountByName, officerName, openOfficer } from '../../accounts/index.ts'
import { write } from '../../audit/index.ts'
import { addDays, dayOf } from '../../ground/day.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { newId } from '../../ground/uuid.ts'
import { mayDo, mayHoldTogether, type Officer, type Role, roles } from '../law/index.ts'
import { withPosts } from '../store.ts'

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
 * Gives an officer a post in a unit from today; who has no account yet gets one, with a first password. Refusals: `not-permitted`, `unit-not-in-force`, `no-such-officer`,
 * `own-account` (nobody gives themselves a post), `roles-exclude-each-other`, `post-already-held`, and those of `openOfficer`.
 */
export async function appoint(desk: Administering, unit: string, body: z.infer<typeof appointBody>) {
  const { sql: db, actor } = desk
  if (!mayDo(actor, 'manage-officers')) return refused('not-permitted')
  const place = await db
    .selectFrom('organisations.unit')
    .select('id')
    .where('id', '=', unit)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  if (!place) return refused('unit-not-in-force')
  const known = await accountByName(db, body.username)
  if (known ? known.kind !== 'officer' || body.name !== null : body.name === null)
    return refused(known && body.name !== null ? 'username-taken' : 'no-such-officer')
  if (known?.id === actor.id) return refused('own-account')
  const opened = known ? undefined : await openOfficer(desk, { username: body.username, name: body.name! })
  if (opened && !opened.ok) return opened
  const account = known?.id ?? opened!.value.id
  const given = await givePost(desk, { account, unit, ...body, secondedFrom: body.from })
  return given.ok ? done({ ...given.value, account, firstPassword: opened?.value.firstPassword }) : given
}

type NewPost = {
  account: string
  unit: string
  role: Role
  title: string
  decision: string
  secondedFrom?: string | null
}

/** The post itself, when its roles may be held together and it is not held already. Refusals: `roles-exclude-each-other`, `post-already-held`. */
export async function givePost({ sql: db, actor, now }: Administering, post: NewPost) {
  const { account, unit, role, title, decision, secondedFrom = null } = post
  const today = dayOf(now)
  const { posts } = await withPosts(db, { id: account, kind: 'officer', name: '' }, today)
  if (posts.some((one) => one.unit === unit && one.role === role && !one.delegation))
    return refused('post-already-held')
  if (!mayHoldTogether([...posts.map((one) => one.role), role])) return refused('roles-exclude-each-other')
  const id = newId(now)
  const { rows } = await sql<{ id: string }>`
    insert into organisations.post (id, account, unit, role, title, decision, valid_from, seconded_from)
    values (${id}, ${account}, ${unit}, ${role}, ${title}, ${decision}, ${today}, ${secondedFrom})
    on conflict (account, unit, role, valid_from) do update
      set valid_to = null, title = excluded.title, decision = excluded.decision, seconded_from = excluded.seconded_from
    returning id`.execute(db)
  await write(db, {
    stream: `account:${account}`,
    act: 'appoint',
    actor: actor.id,
    subject: unit,
    details: { role, decision },
    occurredAt: now,
  })
  return done({ post: rows[0]!.id })
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
