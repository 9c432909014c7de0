import { Logger, type Runner, run } from 'graphile-worker'
import { closeDays } from '../audit/index.ts'
import type { House } from '../ground/house.ts'
import { sendEmail } from '../notifications/index.ts'
import { sweepUnattached } from '../documents/index.ts'

/** Every job the house knows, by name. A job may run twice; each of these does its work once. */
export function jobs({ db, vault, config, clock }: House) {
  return {
    'send-message': async (payload: unknown) => {
      const { message } = payload as { message: string }
      await sendEmail(
        db,
        vault,
        { smtpUrl: config.smtpUrl, from: config.mailFrom, url: config.url },
        message,
        clock.now(),
      )
    },
    'close-days': async () => void (await closeDays(db, clock.now())),
    'sweep-files': async () => void (await sweepUnattached(db, vault, clock.now())),
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
      await db.deleteFrom('accounts.session').where('expires_at', '<', now).execute()
    },
  }
}

/** The recurring work: nightly closing of the audit's day, sweeping what was left behind. Hours are UTC. */
const crontab = ['5 17 * * * close-days', '15 17 * * * sweep-files', '25 17 * * * sweep-ground'].join('\n')

export async function startWorker(house: House & { appUrl: string }): Promise<Runner> {
  const logger = new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') house.log.warn({ worker: message }, 'a job complained')
  })
  return run({
    connectionString: house.appUrl,
    concurrency: 2,
    maxPoolSize: 3,
    noHandleSignals: true,
    pollInterval: 2_000,
    taskList: jobs(house),
    crontab,
    logger,
  })
}
