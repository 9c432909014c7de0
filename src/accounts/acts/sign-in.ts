import { z } from 'zod'
import { noteSession, write } from '../../audit/index.ts'
import type { Database, Sql } from '../../ground/database.ts'
import { inTurn } from '../../ground/gate.ts'
import { networkOf } from '../../ground/network.ts'
import { done, refused } from '../../ground/result.ts'
import type { Account } from '../account.ts'
import { countTry, forget, type Guess, hashOf, isFamiliar, takeBack } from '../attempts.ts'
import { holdAccount } from '../held.ts'
import { checkStanding, type GuessRules, mayUse, strangersAtOneAddress, rulesElsewhere } from '../law/index.ts'
import { isPassword, nobodysPassword } from '../password.ts'
import { openSession, type SessionKind } from '../session.ts'
import { accountByName, guessRulesOf, keptName } from '../store.ts'

export const signInBody = z.strictObject({
  username: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
  otp: z.string().max(20).optional(),
  /** A holder who paused the account uses it again. */
  resume: z.boolean().optional(),
})

type Body = z.infer<typeof signInBody>
type Origin = { kind: SessionKind; address: string; agent?: string }
const oneByOne = inTurn(60)
/** A counter whose officers come all at once waits for itself; what is being judged there stays far below what may fail there. */
const fewAtOneAddress = inTurn(400, 6)

/**
 * Checks name and password and opens a session. Failures are counted for a name at an address, so that whoever guesses elsewhere shuts
 * nobody out, and for all unfamiliar names at an address, so that whoever tries many names is stopped. Refusals: `sign-in-failed` (name or
 * password, it never says which), `sign-in-locked` (too many failures in a row; `until`), `too-many-requests` (too fast, or too many
 * names from this address), `account-paused` (by its holder; `resume` uses it again), `account-closed` (suspended, locked or closed),
 * `account-merged` (`kept`: the name to sign in with).
 */
export function signIn(db: Database, body: Body, from: Origin, now: Date) {
  const guess: Guess = { name: hashOf(body.username), address: networkOf(from.address) }
  return oneByOne(`${guess.name.toString('hex')} ${guess.address}`, () =>
    fewAtOneAddress(guess.address, () => judge(db, body, from, guess, now)),
  )
}

async function judge(db: Database, { username, password, resume }: Body, from: Origin, guess: Guess, now: Date) {
  const account = await accountByName(db, username)
  const rules = await guessRulesOf(db, now)
  const counted = await count(db, guess, rules, now)
  if (!counted.ok) return counted

  const stored = account && (await passwordOf(db, account.id))
  const right = await isPassword(password, stored ?? nobodysPassword)
  if (!account || !stored || !right) {
    if (account)
      await trace(db, account, 'sign-in-failed', from, now, {
        failures: counted.value.failures,
        locked: counted.value.left === 0,
      })
    return refused('sign-in-failed')
  }
  return db.transaction().execute(async (tx) => {
    // It was judged before this transaction: another password, a lock or a suspension may have come in between.
    const held = await holdAccount(tx, account.id)
    if (held.password !== stored) {
      await trace(tx, account, 'sign-in-failed', from, now, { failures: counted.value.failures, locked: false })
      return refused('sign-in-failed')
    }
    const resumes = resume === true && checkStanding('resume', held.state, 'holder', undefined).ok
    const usable = resumes ? done() : mayUse(held.state)
    if (!usable.ok) {
      if (usable.refusal === 'account-closed') await trace(tx, account, 'refused:account-closed', from, now)
      const kept = held.state === 'closed' ? await keptName(tx, account.id) : undefined
      return kept ? refused('account-merged', { kept }) : usable
    }
    await forget(tx, guess, now)
    // What a stranger failed before proving to be the holder was no guessing.
    if (counted.value.stranger) {
      await takeBack(tx, elsewhere(guess), rulesElsewhere(rules), counted.value.failures)
      await takeBack(tx, anyName(guess), strangersAtOneAddress, counted.value.failures)
    }
    if (resumes) {
      const waking = tx.updateTable('accounts.account').set({ state: 'active' })
      await waking.where('id', '=', account.id).where('state', '=', 'paused').execute()
      await trace(tx, account, 'resume', from, now)
    }
    const session = await openSession(tx, account.id, from.kind, from, now)
    noteSession(session.token, from.agent)
    await trace(tx, account, 'sign-in', from, now, { by: from.kind })
    return done({ ...session, account })
  })
}

/** One name, from every address where its holder never signed in. */
const elsewhere = ({ name }: Guess): Guess => ({ name, address: '*' })
/** Every name that its holder never used here, at one address. */
const anyName = ({ address }: Guess): Guess => ({ name: Buffer.alloc(0), address })

/** Counts this try everywhere it counts; refused where no more are judged now. */
async function count(db: Database, guess: Guess, rules: GuessRules, now: Date) {
  const own = await countTry(db, guess, rules, now)
  if (!own.open) return refused(own.locked ? 'sign-in-locked' : 'too-many-requests', { until: own.until })
  if (await isFamiliar(db, guess)) return done({ ...own, stranger: false })

  const here = await countTry(db, anyName(guess), strangersAtOneAddress, now)
  const together = here.open && (await countTry(db, elsewhere(guess), rulesElsewhere(rules), now))
  if (together && together.open) return done({ ...own, stranger: true })
  // Not judged after all: it was no failure of this name at this address.
  await takeBack(db, guess, rules, 1)
  if (!here.open) return refused('too-many-requests', { until: here.until })
  return refused('sign-in-locked', { until: (together as { until: Date }).until })
}

async function passwordOf(db: Sql, account: string): Promise<string | null> {
  const { password } = await db
    .selectFrom('accounts.account')
    .select('password')
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  return password
}

async function trace(db: Sql, { id }: Account, act: string, from: Origin, now: Date, more: object = {}): Promise<void> {
  const details = { ...more, from: from.address }
  const actor = act === 'sign-in' || act === 'resume' ? id : null
  await write(db, { stream: `account:${id}`, act, actor, occurredAt: now, details })
}
