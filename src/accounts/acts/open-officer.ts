import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { newId } from '../../ground/uuid.ts'
import { checkIdentityNumber, checkName } from '../law/index.ts'
import { hashPassword } from '../password.ts'
import { accountByIdentity, accountByName, openAccount } from '../store.ts'
import { easyPassword } from './register.ts'

export const officerName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/)

export const openOfficerBody = z.strictObject({
  username: officerName,
  name: z.string().trim().normalize('NFC').min(2).max(120),
  identityNumber: z.string().trim().min(1).max(20),
})

/**
 * Opens the account of an officer with a first password that must be changed at the first sign-in; it opens nothing before a post is given. Where the identity number
 * is given, one officer has one account. Refusals: `name-wrong`, `identity-number-wrong`, `officer-has-account`, `username-taken`.
 */
type Opening = { username: string; name: string; identityNumber?: string }

export async function openOfficer(desk: Desk<Actor, never>, { username, name, identityNumber }: Opening) {
  const { sql, vault, actor, now } = desk
  const named = checkName('person', name)
  if (!named.ok) return named
  const identity = identityNumber === undefined ? undefined : checkIdentityNumber(identityNumber)
  if (identity && !identity.ok) return identity
  const number = identity?.value ?? null
  if (number && (await accountByIdentity(sql, vault, 'officer', number))) return refused('officer-has-account')
  if (await accountByName(sql, username)) return refused('username-taken')
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
    identity: number,
    profile: { name, ...(number ? { identityNumber: number } : {}) },
    state: 'registered',
    assurance: 'officer',
    createdBy: actor.id,
    route: 'counter',
  } as const
  if (!(await openAccount(sql, vault, account, now))) return refused('username-taken')
  await write(sql, { stream: `account:${id}`, act: 'open-officer', actor: actor.id, occurredAt: now })
  return done({ id, firstPassword })
}
