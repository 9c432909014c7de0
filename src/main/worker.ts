import { setTimeout as wait } from 'node:timers/promises'
import { type JobHelpers, Logger, run } from 'graphile-worker'
import { closeDays, prepareMonths, sealDays, system } from '../audit/index.ts'
import { openPool } from '../ground/database.ts'
import { dayOf } from '../ground/day.ts'
import { faultLine } from '../ground/fault.ts'
import type { House } from '../ground/house.ts'
import { done } from '../ground/result.ts'
import { emptyOutbox, sendEmail } from '../notifications/index.ts'
import {
  closeDelays,
  closeWait,
  delaysToDraft,
  draftApology,
  giveWarnings,
  lapsedLegs,
  planWarnings,
} from '../dossiers/index.ts'
import { sweepFiles, sweepQuarantine } from '../documents/index.ts'
import { listInForce } from '../procedures/index.ts'
import { checkDay, watchAudit } from '../safety/index.ts'
import { sealCheckOf, sealerOf } from './audit-seal.ts'
import { freeAbandonedJobs, workerName } from './locks.ts'

/**
 * Every job the house knows, by name. A job may run twice; each of these does its work once. When the house `closes`, a long one ends with the piece it is at; the
 * rest is found again by the next run.
 */
export function jobs(
  { db, vault, config, clock, log, atDesk }: House,
  closes: AbortSignal = new AbortController().signal,
) {
  return {
    'send-message': async (payload: unknown, helpers?: JobHelpers) => {
      const { message } = payload as { message: string }
      await sendEmail(
        db,
        vault,
        {
          smtpUrl: config.smtpUrl,
          from: config.mailFrom,
          url: config.url,
          oneStopUrl: config.oneStopUrl,
          inside: config.insideHosts,
        },
        message,
        clock.now(),
        helpers !== undefined && helpers.job.attempts >= helpers.job.max_attempts,
      )
    },
    'warn-of-time': async () => {
      const actor = { ...system, posts: [] }
      const now = clock.now()
      const sweep = async (work: typeof giveWarnings) => {
        if (closes.aborted) return false
        const swept = await atDesk(actor, async (desk) => done(await work({ ...desk, now })))
        return swept.ok && swept.value > 0
      }
      while (await sweep(planWarnings));
      while (await sweep(giveWarnings));
    },
    'close-waits': async () => {
      const officer = { ...system, posts: [] }
      for (const { id, dossier } of await lapsedLegs(db, clock.now())) {
        // One transaction each: what stopped the house in the middle is found again by the next run.
        if (closes.aborted) return
        const closed = await atDesk(officer, (desk) => closeWait(desk, dossier, { leg: id }))
        if (!closed.ok) log.warn({ leg: id, refusal: closed.refusal }, 'a wait could not be closed')
      }
    },
    'close-days': async () => {
      const now = clock.now()
      await prepareMonths(db, now)
      const closed = await closeDays(db, now)
      await sealDays(db, sealerOf({ db, vault, config }, now), now)
      const check = await sealCheckOf({ db, vault, config })
      for (const day of closed)
        if (!(await checkDay(db, day, check, now))) log.error({ day }, 'the audit does not hold')
    },
    'watch-audit': async () => {
      const watched = await watchAudit({ db, vault, now: clock.now(), closes })
      if (watched > 0) log.warn({ alerts: watched }, 'something in the audit needs looking at')
    },
    'sweep-files': async () => {
      // Bytes stand before their row for the length of one act; a day is far more.
      const orphansBefore = new Date(Date.now() - 24 * 3_600_000)
      await sweepQuarantine(db, clock.now())
      const { destroyed, orphans, unfinished } = await sweepFiles(db, vault, clock.now(), orphansBefore)
      if (destroyed + orphans + unfinished > 0) log.info({ destroyed, orphans, unfinished }, 'files were swept')
    },
    'list-procedures': async () => listInForce(db, dayOf(clock.now())),
    'draft-apologies': async () => {
      const clerk = { ...system, posts: [] }
      for (const id of await delaysToDraft(db, clock.now())) {
        if (closes.aborted) return
        await atDesk(clerk, (desk) => draftApology(desk, id))
      }
      await closeDelays(db, clock.now())
    },
    'sweep-ground': async () => {
      const now = clock.now()
      const dayAgo = new Date(now.getTime() - 24 * 3_600_000)
      await db.deleteFrom('ground.throttle').where('window_start', '<', dayAgo).execute()
      await db
        .deleteFrom('ground.idempotency')
        .where('created_at', '<', new Date(now.getTime() - 7 * 24 * 3_600_000))
        .execute()
      await db
        .deleteFrom('accounts.attempt')
        .where('tried_at', '<', new Date(now.getTime() - 90 * 24 * 3_600_000))
        .where('open_at', '<', now)
        .execute()
      await db.deleteFrom('accounts.login_attempt').where('ends_at', '<', now).execute()
      await db.deleteFrom('accounts.spent_challenge').where('ends_at', '<', now).execute()
      await db.deleteFrom('accounts.session').where('expires_at', '<', now).execute()
    },
  }
}

/**
 * The recurring work: warning of time, what silence has settled, letters for dates about to pass, nightly closing of the audit's day, sweeping what was left
 * behind, listing what begins today. Hours are UTC. Of what comes every minute one runs and one waits, however long it takes.
 */
const crontab = [
  '* * * * * warn-of-time ?queue=time&jobKey=warn-of-time',
  '* * * * * watch-audit ?queue=audit&jobKey=watch-audit',
  '*/2 * * * * close-waits ?queue=waits&jobKey=close-waits',
  '12,42 * * * * draft-apologies',
  '5 17 * * * close-days',
  '15 17 * * * sweep-files',
  '25 17 * * * sweep-ground',
  '35 17 * * * list-procedures',
].join('\n')

export type Worker = { stop(): Promise<void> }

/**
 * Works until it is stopped. The queue's own runner ends when the database is away for long; then it is begun anew every two
 * seconds until it runs again, and `tell` hears each time whether it runs.
 */
export async function startWorker(
  house: House & { appUrl: string },
  tell: (runs: boolean) => void = () => {},
): Promise<Worker> {
  const closing = new AbortController()
  let running: Running | undefined = await begin(house)
  tell(true)

  async function keepWorking(): Promise<void> {
    while (!closing.signal.aborted) {
      await running?.ended
      if (closing.signal.aborted) return
      if (running) house.log.warn({ worker: 'ended' }, 'the worker ended; it is begun again')
      tell(false)
      running = undefined
      await wait(2_000, undefined, { signal: closing.signal }).catch(() => undefined)
      if (closing.signal.aborted) return
      running = await begin(house).catch(() => undefined)
      if (running) tell(true)
    }
  }

  const keeping = keepWorking()
  return {
    stop: async () => {
      closing.abort()
      await running?.stop()
      await keeping
    },
  }
}

type Running = { ended: Promise<void>; stop(): Promise<void> }

/** One runner of the queue with connections of its own, which end with it. */
async function begin(house: House & { appUrl: string }): Promise<Running> {
  await freeAbandonedJobs(house.db)
  const closing = new AbortController()
  const pool = openPool(house.appUrl, 3, house.log, workerName)
  const logger = new Logger(() => (level, message, told) => {
    if (level !== 'error' && level !== 'warning') return
    const error: unknown = told?.['error']
    const worker = error === undefined ? message : message.split(' with error ')[0]
    house.log.warn({ worker, ...(error === undefined ? {} : faultLine(error)) }, 'a job complained')
  })
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: jobs(house, closing.signal),
    crontab,
    logger,
  }).catch(async (fault: unknown) => {
    await pool.end()
    throw fault
  })
  const outbox = tendOutbox(house)
  const ended = runner.promise
    .catch(() => undefined)
    .then(() => outbox.stop())
    .then(() => pool.end())
  return {
    ended,
    stop: async () => {
      closing.abort()
      await outbox.stop()
      await runner.stop().catch(() => undefined)
      await ended
    },
  }
}

/** Twice a second: a letter leaves at most so much later than its act. */
const outboxEvery = 500

/** Looks into the outbox until it is stopped; a fault is told once and the next look tries again. */
function tendOutbox({ db, config, clock, log }: House): { stop(): Promise<void> } {
  const closing = new AbortController()
  async function tend(): Promise<void> {
    let failing = false
    while (!closing.signal.aborted) {
      try {
        const channel = { job: 'send-message', isOn: config.smtpUrl !== undefined }
        const isMore = await emptyOutbox(db, channel, clock.now())
        failing = false
        if (isMore) continue
      } catch (fault) {
        if (!failing) log.warn(faultLine(fault), 'the outbox was not emptied; it is tried again')
        failing = true
      }
      await wait(outboxEvery, undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }
  const tending = tend()
  return {
    stop: async () => {
      closing.abort()
      await tending
    },
  }
}
