import assert from 'node:assert/strict'
import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { mock, test } from 'node:test'
import { cutOffStalled } from './stalled.ts'

/** A body on its way, as far as the watch looks at it. */
function sending(headers: Record<string, string>) {
  const line = { bytesRead: 500, isCut: false, destroy: () => void (line.isCut = true) }
  const request = Object.assign(new EventEmitter(), { headers, socket: line, complete: false, readableLength: 0 })
  cutOffStalled(request as unknown as IncomingMessage)
  return { line, request }
}

test('who stops sending, or sends drop by drop, is cut off after a minute; a slow telephone and a house that does not read are not', (t) => {
  mock.timers.enable({ apis: ['setInterval'] })
  t.after(() => mock.timers.reset())
  const large = { 'content-length': String(10 * 1024 * 1024) }
  const [stopped, drops, slow, queued, over, bare] = [large, large, large, large, large, {}].map(sending)
  queued!.request.readableLength = 64 * 1024
  over!.request.emit('end')
  const minute = () => {
    drops!.line.bytesRead += 60
    // 0.7 Mbit/s, the slowest line the house plans for.
    slow!.line.bytesRead += 87_500 * 60
    mock.timers.tick(60_000)
  }
  slow!.line.bytesRead += 87_500 * 59
  mock.timers.tick(59_999)
  assert.equal(stopped!.line.isCut, false, 'not before')
  mock.timers.tick(1)
  for (let n = 0; n < 10; n += 1) minute()
  assert.deepEqual(
    [stopped, drops, slow, queued, over, bare].map((one) => one!.line.isCut),
    [true, true, false, false, false, false],
  )
})
