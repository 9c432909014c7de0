import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type TestHouse, withClient } from '../../journeys/reach.ts'
import { until } from '../../journeys/survival/child.ts'

let house: TestHouse
/** A mail server that takes no letter: it greets with "not now" and hangs up. */
const closed = createServer((socket) => socket.on('error', () => {}).end('421 not now\r\n'))
before(async () => {
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const { port } = closed.address() as { port: number }
  house = await openTestHouse({ worker: true, env: { SMTP_URL: `smtp://127.0.0.1:${port}` } })
})
after(async () => {
  await house.close()
  closed.close()
})

const ask = (statement: string) =>
  withClient(
    house.ownerUrl,
    async (client) => ((await client.query(statement)).rows[0] ?? {}) as Record<string, number>,
  )

const job = () =>
  ask(`select attempts, max_attempts, extract(epoch from run_at - updated_at)::float8 as delay
    from graphile_worker.jobs where task_identifier = 'send-message'`)

test('while the mail server is away the message is in the portal at once, sending waits longer each time, and giving up is shown [S3A-4.2]', async () => {
  const at = reacher(house.base)
  const { id } = await at.dossierIn('submitted')
  const { items } = await at.api.expect(200, 'congdan', 'GET', '/messages')
  assert.equal(items.filter((one: { dossier: string }) => one.dossier === id).length, 1)

  const delays: number[] = []
  const failedOnce = async (tries: number) => {
    await until(async () => {
      const { attempts, delay } = await job()
      return attempts === tries && delay! > 0.5
    }, `try ${tries} has failed`)
  }
  for (const tries of [1, 2, 3]) {
    await failedOnce(tries)
    delays.push((await job()).delay!)
    await ask('update graphile_worker._private_jobs set run_at = now()')
  }
  assert.deepEqual(
    delays,
    delays.toSorted((a, b) => a - b),
  )
  assert.ok(delays[2]! > 4 * delays[0]!, `${delays.join(', ')} seconds`)
  await failedOnce(4)
  const waiting = await (await fetch(`${house.base}/metrics`)).text()
  assert.match(waiting, /^motcua_jobs_retried 1$/m)
  assert.match(waiting, /^motcua_deliveries\{channel="email",state="waiting"\} 1$/m)

  await ask('update graphile_worker._private_jobs set run_at = now(), attempts = max_attempts - 1')
  await until(async () => {
    const { attempts, max_attempts: most } = await job()
    const { failed } = await ask(`select count(*)::int as failed from notifications.delivery where state = 'failed'`)
    return attempts === most && failed === 1
  }, 'the last try has failed')
  const given = await (await fetch(`${house.base}/metrics`)).text()
  assert.match(given, /^motcua_jobs_dead 1$/m)
  assert.match(given, /^motcua_deliveries\{channel="email",state="failed"\} 1$/m)
})
