/** Faults that pass by themselves, or once somebody makes room: nothing of the act was kept, and trying again is right. */
export type Passing = 'database-away' | 'no-room'

/** SQLSTATE of a server that is not there, is starting or stopping, or takes no more clients. */
const away = ['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08006', '25P03']
const network = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND']
/** What the driver says, without a code, of a connection that broke or could not be had in time. */
const broken =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying|timeout expired)/

/** Tells a full disk and an absent database from every other fault; undefined for those. */
export function passing(fault: unknown): Passing | undefined {
  const { code = '', syscall, message = '' } = (fault ?? {}) as { code?: string; syscall?: string; message?: string }
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return 'no-room'
  if (away.includes(code) || (code === 'ENOENT' && syscall === 'connect')) return 'database-away'
  if (network.includes(code) && syscall !== 'open') return 'database-away'
  return broken.test(message) ? 'database-away' : undefined
}
