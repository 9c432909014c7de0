import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { type Actor, write } from '../../audit/index.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { isDay } from '../../ground/day.ts'
import { hasOddCharacters } from '../../ground/text.ts'
import { networkOf } from '../../ground/network.ts'
import { withinLimit } from '../../ground/throttle.ts'
import type { Database, Tx } from '../../ground/database.ts'
import { newId } from '../../ground/uuid.ts'
import { policyFor } from '../../policy/index.ts'
import type { Account, Profile } from '../account.ts'
import { countTry, type Guess, hashOf, takeBack } from '../attempts.ts'
import {
  checkIdentityNumber,
  checkName,
  checkPhone,
  checkRepresentative,
  checkTaxCode,
  isSameName,
  type GuessRules,
  isStrongPassword,
  takenAtOneAddress,
  takenToOneVisitor,
} from '../law/index.ts'
import { endWhatWasLeft, isStillUnproven } from '../hands.ts'
import { hashPassword } from '../password.ts'
import { accountByIdentity, accountByName, handOver, openAccount } from '../store.ts'
import { keepAcceptance } from '../terms/terms.ts'

/** Text that people will read: in one normal form, without signs nobody can see. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .max(max)
    .refine((value) => !hasOddCharacters(value, false))
const optional = (max: number) =>
  text(max)
    .optional()
    .transform((value) => value || undefined)

const person = {
  displayName: text(120).min(2),
  identityNumber: text(20).min(1),
  birthDate: z
    .string()
    .regex(/^(19|20)\d{2}(-\d{2}(-\d{2})?)?$/)
    .refine((value) => isDay(`${value}-01-01`.slice(0, 10)))
    .optional(),
  sex: z.enum(['nam', 'nữ', 'khác']).optional(),
  ethnicity: optional(60),
  nationality: optional(60),
  address: optional(300),
  phone: optional(20),
  email: z
    .union([z.literal(''), z.email().max(200)])
    .optional()
    .transform((value) => value || undefined),
  representative: optional(120),
}

export const registerBody = z.strictObject({
  kind: z.enum(['person', 'organisation']),
  username: text(40)
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/),
  password: z.string().min(1).max(200),
  ...person,
  acceptTerms: z.literal(true),
})

export const applicantBody = z.strictObject({
  kind: z.enum(['person', 'organisation']),
  ...person,
  /** The applicant read the terms at the counter and accepted them; else they are asked at their first sign-in. */
  acceptTerms: z.boolean().optional(),
})

/** New accounts an hour from one address: enough for a help desk. */
export const registrationsAnHour = 60

/** Where somebody sits who registers, and in which browser; a program has none. */
type Place = { address: string; visitor?: string }

/**
 * Counts this try before it is judged, as guesses are: whoever is told that a name or number is taken has learned something, and after so many of these nobody is told
 * anything there for an hour. A registration that is made takes its own try back. Answers what to take back, or until when it waits.
 */
async function countTold(db: Database, { address, visitor }: Place, now: Date) {
  const here: Counted = { guess: { name: hashOf('register'), address: networkOf(address) }, rules: takenAtOneAddress }
  const own: Counted[] = visitor
    ? [{ guess: { name: hashOf(`register:${visitor}`), address: '' }, rules: takenToOneVisitor }]
    : []
  // A visitor who is shut out counts for nobody else at the address.
  for (const { guess, rules } of [...own, here]) {
    const tried = await countTry(db, guess, rules, now)
    if (!tried.open) return refused('too-many-requests', { until: tried.until })
  }
  return done([here, ...own])
}

type Counted = { guess: Guess; rules: GuessRules }

/**
 * A citizen or organisation opens an account. Refusals: `register-nationally` (where the province sends people to the national portal for it), `too-many-requests` (from this address or visitor, `until`), `name-wrong`, `identity-number-wrong`, `tax-code-wrong`, `representative-needed`, `phone-wrong`, `password-weak`,
 * `username-taken`, `identity-has-account` (one account an identity).
 */
export async function register(
  { sql, vault, now, outside }: Desk<Actor | null>,
  body: z.infer<typeof registerBody>,
  place: Place,
) {
  if ((await policyFor(sql, now)).get('accounts.entrance') === 'national') return refused('register-nationally')
  const name = checkName(body.kind, body.displayName)
  if (!name.ok) return name
  const identity = identityOf(body.kind, body.identityNumber)
  if (!identity.ok) return identity
  const representative = checkRepresentative(body.kind, body.representative)
  if (!representative.ok) return representative
  const phone = phoneOf(body.phone)
  if (!phone.ok) return phone
  if (!isStrongPassword(body.password)) return refused('password-weak')
  const isOpen = await outside('throttle', (db) =>
    withinLimit(db, `register:${networkOf(place.address)}`, registrationsAnHour, 3600, now),
  )
  if (!isOpen) return refused('too-many-requests')
  const told = await outside('told', (db) => countTold(db as Database, place, now))
  if (!told.ok) return told
  if (await accountByName(sql, body.username)) return refused('username-taken')
  if (await accountByIdentity(sql, vault, body.kind, identity.value)) return refused('identity-has-account')

  const password = await outside('password', () => hashPassword(body.password))
  const id = newId(now)
  const account = {
    id,
    kind: body.kind,
    username: body.username,
    displayName: body.displayName,
    password,
    mustChangePassword: false,
    identity: identity.value,
    profile: profileFrom({ ...body, phone: phone.value }, identity.value),
    state: 'active',
    assurance: 'none',
    createdBy: null,
  } as const
  if (!(await openAccount(sql, vault, account, now))) {
    // Somebody else took the name or the identity since it was asked for.
    return refused((await accountByName(sql, body.username)) ? 'username-taken' : 'identity-has-account')
  }
  for (const { guess, rules } of told.value) await takeBack(sql, guess, rules, 1)
  const terms = await keepAcceptance(sql, { account: id, how: 'registration', by: id }, now)
  await write(sql, { stream: `account:${id}`, act: 'register', actor: id, details: { terms }, occurredAt: now })
  return done({ id, username: body.username })
}

/** How an officer opens an account: at the counter, or together with an enterprise's certificate of registration. */
export type Opening = { route: 'counter' | 'certificate'; certificate?: string }

/**
 * At the counter: finds the account of the person who stands there, or opens one on the spot with first credentials
 * that must be changed. An account under this number that nobody ever proved theirs is handed to the person whose card the officer
 * sees: whoever opened it loses it. Refusals: `name-wrong`, `identity-number-wrong`, `tax-code-wrong`, `representative-needed` (of a new account), `phone-wrong`,
 * `number-of-merged` (the number is that of an account which went into one of another name: whoever bears it may be somebody else), `account-closed`
 * (suspended by whoever manages accounts).
 */
export async function accountForApplicant(
  desk: Desk<Actor>,
  body: z.infer<typeof applicantBody>,
  opening: Opening = { route: 'counter' },
) {
  const { sql, vault, actor, now, outside } = desk
  const name = checkName(body.kind, body.displayName)
  if (!name.ok) return name
  const identity = identityOf(body.kind, body.identityNumber)
  if (!identity.ok) return identity
  const phone = phoneOf(body.phone)
  if (!phone.ok) return phone
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const known = await accountByIdentity(sql, vault, body.kind, identity.value)
    if (known?.byMerged && !isSameName(known.displayName, body.displayName)) return refused('number-of-merged')
    if (known && known.assurance !== 'none') return given(known)
    const representative = checkRepresentative(body.kind, body.representative)
    if (!representative.ok) return representative
    const { word: firstPassword, hash: password } = await outside('first password', firstCredentials)
    if (known) {
      if (!(await isStillUnproven(sql, known.id))) continue
      const profile = profileFrom({ ...body, phone: phone.value }, identity.value)
      const handed = { id: known.id, displayName: body.displayName, password, profile, by: actor.id }
      if (!(await handOver(sql, vault, handed, now))) return refused('account-closed')
      const details = await endWhatWasLeft(desk, {
        account: known.id,
        by: actor.id,
        isSameName: isSameName(known.displayName, body.displayName),
      })
      await acceptedAtCounter(sql, known.id, actor.id, body, now)
      const entry = { act: 'hand-over-at-counter', actor: actor.id, details, occurredAt: now }
      await write(sql, { stream: `account:${known.id}`, ...entry })
      const account: Account = {
        ...known,
        displayName: body.displayName,
        assurance: 'counter',
        state: 'registered',
        mustChangePassword: true,
      }
      return given(account, firstPassword)
    }
    const account = applicantsAccount(body, newId(now))
    const opened = {
      ...account,
      password,
      identity: identity.value,
      profile: profileFrom({ ...body, phone: phone.value }, identity.value),
      createdBy: actor.id,
      ...opening,
    }
    // Another counter may open the same account at this moment, or have drawn the same name: then it is looked for again.
    if (!(await openAccount(sql, vault, opened, now))) continue
    await acceptedAtCounter(sql, account.id, actor.id, body, now)
    await write(sql, {
      stream: `account:${account.id}`,
      act: 'create-at-counter',
      actor: actor.id,
      details: { ...(opening.route === 'certificate' ? { route: opening.route } : {}) },
      occurredAt: now,
    })
    return given(account, firstPassword)
  }
  throw new Error('no free name was found for an account')
}

/** The applicant accepts in the officer's presence, by their own word: whoever entered it stands beside it. */
async function acceptedAtCounter(
  sql: Tx,
  account: string,
  by: string,
  { acceptTerms }: z.infer<typeof applicantBody>,
  now: Date,
): Promise<void> {
  if (acceptTerms) await keepAcceptance(sql, { account, how: 'counter', by }, now)
}

const given = (account: Account, firstPassword?: string) => done({ account, firstPassword })

function applicantsAccount({ kind, displayName }: z.infer<typeof applicantBody>, id: string): Account {
  return {
    id,
    kind,
    username: `${kind === 'person' ? 'cd' : 'tc'}${easyDigits(8)}`,
    displayName,
    state: 'registered',
    assurance: 'counter',
    mustChangePassword: true,
  }
}

function identityOf(kind: 'person' | 'organisation', number: string) {
  return kind === 'person' ? checkIdentityNumber(number) : checkTaxCode(number)
}

/** A telephone is not needed, but one that is given must be able to ring. */
function phoneOf(phone: string | undefined) {
  return phone ? checkPhone(phone) : done()
}

function profileFrom(body: z.infer<typeof applicantBody>, identityNumber: string): Profile {
  const { displayName: name, birthDate, sex, ethnicity, nationality, address, phone, email, representative } = body
  return { name, identityNumber, birthDate, sex, ethnicity, nationality, address, phone, email, representative }
}

function easyDigits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('')
}

async function firstCredentials() {
  const word = easyPassword()
  return { word, hash: await hashPassword(word) }
}

/** Easy to read off a slip and to type, yet keeps the rules: four kinds of signs, about 46 bits. */
export function easyPassword(): string {
  const pick = (from: string, count: number) =>
    Array.from({ length: count }, () => from[randomInt(from.length)]).join('')
  return `${pick('ABCDEFGHKMNPRSTVXY', 3)}-${pick('abcdefghkmnprstvxy', 4)}-${easyDigits(5)}`
}
