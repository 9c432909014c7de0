import type { IncomingMessage } from 'node:http'

/** In each minute at least so many bytes of a body must arrive: a sixth of what the slowest telephone brings in one second. */
const everyMinute = { ms: 60_000, bytes: 16 * 1024 }

/**
 * Cuts off who began to send a body and stopped, or sends it drop by drop: what is held open costs the house memory and the sender's own next form its turn. Time in
 * which the house itself does not read counts for nothing.
 */
export function cutOffStalled(request: IncomingMessage): void {
  const { headers, socket } = request
  const carries = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
  if (!carries || !socket) return
  let before = socket.bytesRead
  const watch = setInterval(() => {
    const arrived = socket.bytesRead - before
    before = socket.bytesRead
    if (request.complete) return clearInterval(watch)
    if (arrived < everyMinute.bytes && request.readableLength === 0) socket.destroy()
  }, everyMinute.ms)
  watch.unref()
  const over = () => clearInterval(watch)
  request.once('end', over).once('close', over)
}
