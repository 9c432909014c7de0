import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type TestHouse, withClient } from '../../journeys/reach.ts'
import { emptyOutbox } from './index.ts'

let house: TestHouse
before(async () => {
  house = await openTestHouse()
})
after(() => house.close())

const empty = (isOn: boolean) => emptyOutbox(house.house.db, { job: 'send-message', isOn }, house.house.clock.now())

/** The messages about a dossier with what became of each, and the jobs there are for it. */
async function about(dossier: string) {
  return withClient(house.ownerUrl, async (client) => {
    const { rows: deliveries } = await client.query(
      `select d.state, d.attempts, d.queued_at is not null as queued from notifications.delivery d join notifications.message m on m.id = d.message where m.dossier = $1`,
      [dossier],
    )
    const { rows: jobs } = await client.query(
      `select j.task_identifier as job from graphile_worker.jobs j
       join graphile_worker._private_jobs p on p.id = j.id
       join notifications.message m on m.id = (p.payload ->> 'message')::uuid where m.dossier = $1`,
      [dossier],
    )
    return { deliveries, jobs: jobs.map(({ job }) => job as string) }
  })
}

test('a message waits in the outbox with its act, and becomes one job however many empty the outbox at once', async () => {
  const { id } = await reacher(house.base).dossierIn('submitted')
  assert.deepEqual(await about(id), { deliveries: [{ state: 'waiting', attempts: 0, queued: false }], jobs: [] })
  await Promise.all([empty(true), empty(true), empty(true)])
  await empty(true)
  assert.deepEqual(await about(id), {
    deliveries: [{ state: 'waiting', attempts: 0, queued: true }],
    jobs: ['send-message'],
  })
})

test('where the channel is off the outbox is emptied without a job, and each delivery says so', async () => {
  const { id } = await reacher(house.base).dossierIn('accepted')
  assert.equal(await empty(false), false)
  const { deliveries, jobs } = await about(id)
  const off = { state: 'channel-off', attempts: 1, queued: true }
  assert.deepEqual(deliveries, [off, off])
  assert.deepEqual(jobs, [])
})
