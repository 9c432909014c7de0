import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { newId } from '../../ground/uuid.ts'
import { checkName } from '../law/index.ts'
import { hashPassword } from '../password.ts'
import { openAccount } from '../store.ts'
import { easyPassword } from './register.ts'

export const officerName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/)

/**
 * Opens the account of an officer with a first password that must be changed at the first sign-in; it opens nothing before a post is given. Refusals: `name-wrong`,
 * `username-taken`.
 */
export async function openOfficer(desk: Desk<Actor, never>, { username, name }: { username: string; name: string }) {
  const { sql, vault, actor, now } = desk
  const named = checkName('person', name)
  if (!named.ok) return named
  const { word: firstPassword, hash: password } = await desk.outside('first password', async () => {
    const word = easyPassword()
    return { word, hash: await hashPassword(word) }
  })
  const id = newId(now)
  const account = {
    id,
    kind: 'officer',
    username,
    displayName: name,
    password,
    mustChangePassword: true,
    identity: null,
    profile: { name },
    state: 'registered',
    assurance: 'officer',
    createdBy: actor.id,
  } as const
  if (!(await openAccount(sql, vault, account, now))) return refused('username-taken')
  await write(sql, { stream: `account:${id}`, act: 'open-officer', actor: actor.id, occurredAt: now })
  return done({ id, firstPassword })
}
