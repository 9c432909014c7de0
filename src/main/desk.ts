import { write } from '../audit/index.ts'
import type { Database, Sql, Tx } from '../ground/database.ts'
import type { Desk } from '../ground/desk.ts'
import type { Behind, House, Outcome } from '../ground/house.ts'
import { findRepeat, type OnceKey, reserve, settle } from '../ground/idempotency.ts'
import { done, refused, type Refused, type Result } from '../ground/result.ts'
import { transact } from '../ground/transact.ts'
import type { Sent } from '../ground/written.ts'
import type { Vault } from '../ground/vault/index.ts'
import { announce, type Fact } from './reactions.ts'

type Inside = { db: Database; vault: Vault; url: string; now: () => Date }

/** Carries a refusal out of the transaction, so that everything the act had begun is rolled back. */
class RolledBack extends Error {
  readonly answer: Refused
  constructor(answer: Refused) {
    super(answer.refusal)
    this.answer = answer
  }
}

/** Carries work out of the transaction that must not be done inside one. */
class Outside extends Error {
  readonly work: (db: Sql) => Promise<unknown>
  readonly what: string
  constructor(what: string, work: (db: Sql) => Promise<unknown>) {
    super(`${what} is done outside`)
    this.what = what
    this.work = work
  }
}

/** So often an act is done over that PostgreSQL undid because two waited for each other: then nothing of it had happened. */
const mostAgain = 3
const isDeadlock = (fault: unknown) => (fault as { code?: string } | null)?.code === '40P01'

/** An act that asks for this much work outside asks without end. */
const mostOutside = 8

/** Sets up desks: one act, one transaction; a refusal leaves only its entry in the audit, a fault leaves nothing. */
export function openDesks({ db, vault, url, now: readClock }: Inside): Pick<House, 'atDesk' | 'atDeskOnce'> {
  async function run<Actor extends { id: string } | null, T, Code extends string>(
    actor: Actor,
    work: (desk: Desk<Actor, never>, tx: Tx) => Promise<Result<T, Code>>,
    behind?: Behind<T>,
    answers: ReadonlyMap<string, unknown> = new Map(),
    again = 0,
  ): Promise<Result<T, Code>> {
    const now = readClock()
    const afterwards: ((sql: Sql) => Promise<void>)[] = []
    const instead: ((desk: Desk<Actor, never>) => Promise<Result<unknown, string>>)[] = []
    const handed: Promise<unknown>[] = []
    const atWork = async (sql: Tx) => {
      const begun: Promise<unknown>[] = []
      const alongside = (task: Sent | Promise<unknown>) => {
        const answer = 'answered' in task ? task.answered : task
        // Its fault is heard at the end of the act, not before.
        answer.catch(() => undefined)
        handed.push(answer)
        if (answer === task) begun.push(answer)
      }
      const desk: Desk<Actor, never> = {
        sql,
        actor,
        now,
        vault,
        url,
        alongside,
        announce: (fact: Fact) => announce({ sql, vault, now, alongside }, fact),
        outside: async <Answer>(what: string, ask: (db: Sql) => Promise<Answer>) => {
          if (!answers.has(what)) throw new Outside(what, ask)
          return answers.get(what) as Answer
        },
        afterRefusal: (task) => void afterwards.push(task),
        instead: (act) => void instead.push(act),
      }
      try {
        const result = await work(desk, sql)
        if (!result.ok) throw new RolledBack(result)
        await allOf(begun)
        return result
      } catch (fault) {
        // What was handed over may have caused it.
        await allOf(handed)
        throw fault
      }
    }
    try {
      return await transact(db, atWork, { sent: handed, behind: behind && ((sql, { value }) => behind(sql, value)) })
    } catch (fault) {
      if (fault instanceof Outside && answers.size < mostOutside)
        return run(actor, work, behind, new Map([...answers, [fault.what, await fault.work(db)]]), again)
      if (isDeadlock(fault) && again < mostAgain) return run(actor, work, behind, answers, again + 1)
      if (!(fault instanceof RolledBack)) throw fault
      for (const task of afterwards) await task(db)
      for (const act of instead) await run(actor, act)
      await traceRefusal(db, actor, fault.answer, now)
      return fault.answer as Refused<Code>
    }
  }

  return {
    atDesk: (actor, act) => run(actor, act),
    async atDeskOnce<Actor extends { id: string } | null, T, Code extends string>(
      actor: Actor,
      asked: OnceKey | undefined,
      act: (desk: Desk<Actor, never>) => Promise<Result<T, Code>>,
      leaves: (value: T) => { status: number; resource: string },
      behind?: Behind<T>,
    ): Promise<Result<Outcome<T>, Code | 'key-reused'>> {
      // A body may carry a PIN or an identity number: a plain hash of it could be guessed, a keyed one cannot.
      const once = asked && { ...asked, request: vault.fingerprint(asked.request.toString('hex'), 'idempotency') }
      const before = once && (await findRepeat(db, once))
      if (before) return before.same ? done({ repeated: true as const, ...before }) : refused('key-reused')
      const guarded = async (desk: Desk<Actor, never>, tx: Tx): Promise<Result<T, Code | 'arrived-twice'>> => {
        if (once && !(await reserve(tx, once, desk.now))) return refused('arrived-twice')
        const made = await act(desk)
        if (made.ok && once) {
          const { status, resource } = leaves(made.value)
          desk.alongside(settle(tx, once, status, resource))
        }
        return made
      }
      const result = await run(actor, guarded, behind)
      if (result.ok) return done({ repeated: false as const, value: result.value })
      if (result.refusal !== 'arrived-twice') return result as Refused<Code>
      const first = await findRepeat(db, once!)
      if (!first) throw new Error('the first arrival of a key left no trace')
      return first.same ? done({ repeated: true as const, ...first }) : refused('key-reused')
    },
  }
}

/** Waits for all that was begun alongside, and what that began in turn; then throws the first fault, which caused those after it. */
async function allOf(begun: readonly Promise<unknown>[]): Promise<void> {
  for (let seen = -1; seen < begun.length;) {
    seen = begun.length
    await Promise.allSettled(begun)
  }
  await Promise.all(begun)
}

async function traceRefusal(
  db: Database,
  actor: { id: string } | null,
  { refusal }: Refused,
  now: Date,
): Promise<void> {
  if (!actor || refusal === 'arrived-twice') return
  await write(db, { stream: `account:${actor.id}`, act: `refused:${refusal}`, actor: actor.id, occurredAt: now })
}
