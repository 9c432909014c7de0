import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Session } from '../accounts/index.ts'
import { noteSession, system } from '../audit/index.ts'
import type { Reader } from '../dossiers/index.ts'
import type { Desk } from '../ground/desk.ts'
import type { House } from '../ground/house.ts'
import { type OnceKey, requestHash } from '../ground/idempotency.ts'
import type { Sql } from '../ground/database.ts'
import { refused, type Result } from '../ground/result.ts'
import { together } from '../ground/transact.ts'
import { signedInBy } from '../organisations/index.ts'
import { type Officer, owesSecondStep } from '../organisations/law/index.ts'
import { policyFor } from '../policy/index.ts'
import { type Language, type Refusal } from '../words/index.ts'
import { misread, misunderstood, refusal } from './problem.ts'

/** The API follows Accept-Language; Vietnamese unless English is asked for first. */
export function languageOf(request: FastifyRequest): Language {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi'
}

export type Signed = { officer: Officer; token: string; language: Language; mustChangePassword: boolean }

/** Who sends this, by the bearer's token; answers 401 and gives nothing when nobody does. */
export async function signedIn(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  { atSecondStep = false, atTerms = false } = {},
): Promise<Signed | undefined> {
  const language = languageOf(request)
  const token = /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1]
  const now = house.clock.now()
  const session = token ? await signedInBy(house.db, token, 'token', now) : undefined
  if (!session) {
    refusal(reply, refused('sign-in-needed'), language)
    return undefined
  }
  noteSession(session.token, request.headers['user-agent'])
  const { mustChangePassword } = session.account
  const { officer } = session
  const owes = await owed(house, session, officer, now)
  // As on the pages: what is set is asked for first, then the first password changed, then a device set, then the terms accepted.
  const proves = atSecondStep && owes === 'code'
  const missing: Refusal | undefined =
    owes === 'code' && !atSecondStep
      ? 'second-factor-needed'
      : mustChangePassword && !proves
        ? 'password-change-needed'
        : owes && !atSecondStep
          ? 'second-factor-needed'
          : !session.hasAccepted && !atTerms && !atSecondStep
            ? 'terms-not-accepted'
            : undefined
  if (missing) {
    refusal(reply, refused(missing), language)
    return undefined
  }
  return { officer, token: session.token, language, mustChangePassword }
}

/** The second proof this session still owes, as at the doors for people. */
export async function owed({ db }: House, session: Session, officer: Officer, now: Date) {
  return owesSecondStep(session, (await policyFor(db, now)).get('login.second-factor'), officer)
}

export function readerOf({ db, vault, clock }: House, request: FastifyRequest, reader: Officer): Reader {
  return { db, vault, reader, now: clock.now(), from: request.ip }
}

/** The body as its schema understands it; answers 422 with every place to mend and gives nothing otherwise. */
export function understood<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): z.output<Schema> | undefined {
  const read = schema.safeParse(body === undefined ? {} : body, { reportInput: true })
  if (read.success) return read.data
  misunderstood(reply, read.error.issues, languageOf(request))
  return undefined
}

/** What is answered to an act: said when it is over, or read on its own connection right behind it. */
type Answer<T> =
  | ((resource: string, value?: T) => Promise<unknown>)
  | { behind: (db: Sql, resource: string, value?: T) => Promise<unknown> }

/**
 * Does an act once, however often its `Idempotency-Key` arrives, and answers with what it left behind. A refusal is
 * answered as a problem. `bytes` are what was sent when it was no JSON.
 */
export async function act<T, Actor extends { id: string } | null = Officer>(
  house: House,
  { officer, language }: { officer: Actor; language: Language },
  request: FastifyRequest,
  reply: FastifyReply,
  work: (desk: Desk<Actor, never>) => Promise<Result<T, Refusal>>,
  leaves: (value: T) => { status: number; resource: string },
  answer: Answer<T>,
  bytes?: Uint8Array,
): Promise<unknown> {
  const once = onceKey(officer?.id ?? system.id, request, bytes)
  if (once === 'misread') return misread(reply, 'Idempotency-Key', 'form', language)
  const reads = typeof answer === 'object' ? answer.behind : undefined
  let read: unknown
  const behind = async (db: Sql, value: T) => {
    read = await reads?.(db, leaves(value).resource, value)
  }
  const outcome = await house.atDeskOnce(officer, once, work, leaves, reads && behind)
  if (!outcome.ok) return refusal(reply, outcome, language)
  const { repeated } = outcome.value
  const { status, resource } = repeated ? outcome.value : leaves(outcome.value.value)
  reply.status(status)
  if (typeof answer === 'function') return answer(resource, repeated ? undefined : outcome.value.value)
  return repeated ? together(house.db, (db) => answer.behind(db, resource)) : read
}

/** The caller's key, when one came. A key that could not be kept would protect nobody: it is misread, not passed over. */
function onceKey(account: string, request: FastifyRequest, body?: Uint8Array): OnceKey | undefined | 'misread' {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || key.length === 0 || key.length > 200) return 'misread'
  return {
    account,
    key,
    request: requestHash(request.method, request.url, body ?? JSON.stringify(request.body ?? null)),
  }
}
