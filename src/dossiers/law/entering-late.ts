import { done, refused, type Result } from '../../ground/result.ts'

/** Days after which papers that came in may no longer be entered under their own moment (chưa kiểm chứng). */
const mostDays = 30

type Entry = { channel: 'online' | 'counter' | 'post'; receivedAt: Date | undefined; reason: string | undefined }

/**
 * Under which moment a filing is entered: now, or, for papers entered after they came in, the moment they did, with the reason why later. Refusals:
 * `entry-time-not-online`, `entry-time-wrong` (ahead, or more than 30 days back), `entry-reason-missing`.
 * @law unconfirmed (30 ngày)
 * @req S3A-3.1
 */
export function mayEnterLate(
  { channel, receivedAt, reason }: Entry,
  now: Date,
): Result<Date, 'entry-time-not-online' | 'entry-time-wrong' | 'entry-reason-missing'> {
  if (!receivedAt) return done(now)
  if (channel === 'online') return refused('entry-time-not-online')
  const back = now.getTime() - receivedAt.getTime()
  if (back < 0 || back > mostDays * 24 * 3_600_000) return refused('entry-time-wrong')
  if (!reason || reason.trim().length < 3) return refused('entry-reason-missing')
  return done(receivedAt)
}
