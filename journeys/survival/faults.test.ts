import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { withClient } from '../../src/ground/postgres/roles.ts'
import {
  type Child,
  clearAway,
  databaseOf,
  freePort,
  openChild,
  runChild,
  serverProcesses,
  signalAll,
  until,
} from './child.ts'
import { live } from './lives.ts'
import { stubborn } from './stubborn.ts'

const data = join(mkdtempSync(join(tmpdir(), 'motcua-faults-')), 'data')
let port: number
let house: Child

before(async () => {
  port = await freePort()
  house = openChild({ data, port })
  await house.opened
})
after(async () => {
  await clearAway(data, house)
  rmSync(join(data, '..'), { recursive: true, force: true })
})

const health = async () => (await fetch(`${house.base}/healthz`)).status

test('the data folder and everything in it is closed to others', () => {
  assert.equal(statSync(data).mode & 0o777, 0o700)
  assert.equal(statSync(join(data, 'keys/master.json')).mode & 0o777, 0o600)
})

test('a second house on the same data is refused with who has it, and the first goes on', async () => {
  const second = await runChild({ data, port: await freePort() }, 'start')
  assert.equal(second.code, 1)
  assert.match(second.said, new RegExp(`đang được một Một Cửa khác dùng \\(tiến trình ${house.pid}, cổng ${port}\\)`))
  assert.doesNotMatch(second.said, / at .*\.ts/)
  assert.equal(await health(), 200)
})

test('a port in use is refused before anything is made', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const elsewhere = join(data, '..', 'nothing')
  const taken = (server.address() as { port: number }).port
  const refused = await runChild({ data: elsewhere, port: taken }, 'start')
  server.close()
  assert.equal(refused.code, 1)
  assert.match(refused.said, new RegExp(`Cổng ${taken} đang được một chương trình khác dùng`))
  assert.doesNotMatch(refused.said, / at .*\.ts/)
  assert.deepEqual(readdirSync(elsewhere), [])
})

/** The database stands still, does something meanwhile, and moves again. */
async function whileFrozen(work: () => Promise<void>): Promise<void> {
  const frozen = serverProcesses(data)
  signalAll(frozen, 'SIGSTOP')
  try {
    await work()
  } finally {
    signalAll(frozen, 'SIGCONT')
  }
}

test('a database that hangs is known to be away: every door says so in one sentence, and it comes back without hands', async () => {
  await whileFrozen(async () => {
    await until(async () => (await health()) === 503, 'healthz says 503')
    const page = await fetch(`${house.base}/thu-tuc`)
    const text = await page.text()
    assert.equal(page.status, 503)
    assert.equal(page.headers.get('retry-after'), '10')
    assert.match(text, /Hệ thống tạm nghỉ ít phút/)
    assert.match(text, /Việc bạn vừa làm chưa được ghi lại. Hãy thử lại sau ít phút/)
    assert.match(text, /Số sự cố.*?[0-9a-f]{8}/s)
    assert.match(text, /Thử lại/)
    const english = await fetch(`${house.base}/thu-tuc`, { headers: { cookie: 'motcua-ngon-ngu=en' } })
    assert.match(await english.text(), /The system is away for a few minutes/)
    const machine = await fetch(`${house.base}/api/v1/procedures`)
    const problem = (await machine.json()) as { type: string; title: string; incident: string }
    assert.deepEqual([machine.status, problem.type], [503, 'urn:motcua:unavailable'])
    assert.match(problem.title, /chưa ghi lại gì của yêu cầu này/)
    assert.match(problem.incident, /^[0-9a-f]{8}$/)
    assert.match(await (await fetch(`${house.base}/metrics`)).text(), /^motcua_database_up 0$/m)
  })
  await until(async () => (await health()) === 200, 'healthz says 200 again')
  assert.equal((await fetch(`${house.base}/thu-tuc`)).status, 200)
})

test('a database that is killed under load is started again by the house: no act is lost or done twice, the worker works on', async () => {
  let answered = 0
  const api = stubborn(
    house.base,
    async () => {},
    () => {
      answered += 1
      if (answered === 6) signalAll(serverProcesses(data).slice(0, 1), 'SIGKILL')
    },
  )
  const lives = await Promise.all([live(api, 'assigned'), live(api, 'accepted'), live(api, 'transferred')])
  assert.ok(api.retries() > 0, 'somebody met the outage')
  await until(async () => (await health()) === 200, 'healthz says 200 again')
  await withClient(databaseOf(data), async (client) => {
    for (const { id } of lives) {
      const { rows } = await client.query('select event from dossiers.event where dossier = $1', [id])
      assert.equal(new Set(rows.map(({ event }) => event)).size, rows.length, 'each act stands once in the history')
    }
    const waiting = async () => {
      const { rows } = await client.query(
        `select count(*)::int as n from notifications.delivery where state = 'waiting'`,
      )
      return rows[0].n === 0
    }
    await until(waiting, 'the worker has looked at every message')
  })
  assert.match(house.said(), /the database server is back/)
})

test('wrong keys, no keys and keys that others may read are refused before anything is written', async () => {
  assert.equal(await house.close(), 0)
  const kept = readFileSync(join(data, 'keys/master.json'), 'utf8')
  const start = () => runChild({ data, port }, 'start')
  rmSync(join(data, 'keys/master.json'))
  const missing = await start()
  assert.equal(missing.code, 1)
  assert.match(missing.said, /Không thấy tệp khóa chủ .*Chưa có gì bị thay đổi/)
  assert.equal(existsSync(join(data, 'keys/master.json')), false, 'no new keys are made')

  const strange = { ...JSON.parse(kept), masterKeys: [{ version: 1, key: Buffer.alloc(32, 7).toString('base64') }] }
  writeFileSync(join(data, 'keys/master.json'), JSON.stringify(strange), { mode: 0o600 })
  const wrong = await start()
  assert.equal(wrong.code, 1)
  assert.match(wrong.said, /không mở được dữ liệu ở đây/)

  writeFileSync(join(data, 'keys/master.json'), 'no keys')
  assert.match((await start()).said, /not a key file/)

  writeFileSync(join(data, 'keys/master.json'), kept)
  house = openChild({ data, port })
  await house.opened
  assert.equal(await health(), 200)
})

test('with the clock set back a week the ledger goes on where it stood, sessions and counting too, and the audit holds', async () => {
  const before = stubborn(house.base, async () => {})
  const first = await live(before, 'accepted')
  const last = await lastEntry()
  assert.equal(await house.close(), 0)
  house = openChild({ data, port, env: { MOTCUA_NOW: '2026-02-23T09:00:00+07:00' } })
  await house.opened
  assert.match(house.said(), /Đồng hồ đã lùi|the clock was set back/)
  const repeated = await before.send(
    'congdan',
    before.log.at(-5)!.path,
    before.log.at(-5)!.request,
    before.log.at(-5)!.key,
  )
  assert.ok(repeated.status < 300, 'the old session and the old key still hold')
  const second = await live(before, 'accepted')
  assert.equal(Number(second.code!.slice(-4)), Number(first.code!.slice(-4)) + 1)
  assert.equal(second.code!.slice(0, -4), first.code!.slice(0, -4), 'the day is still the same')
  await withClient(databaseOf(data), async (client) => {
    const { rows } = await client.query(
      'select count(*)::int as n from audit.entry where id > $1 and recorded_at < $2',
      [last.id, last.at],
    )
    assert.equal(rows[0].n, 0, 'no entry stands before an older one')
  })
  const verdict = await runChild({ data, port: 0 }, 'audit', 'verify')
  assert.equal(verdict.code, 0, verdict.said)
})

async function lastEntry(): Promise<{ id: number; at: Date }> {
  return withClient(databaseOf(data), async (client) => {
    const { rows } = await client.query('select id, recorded_at as at from audit.entry order by id desc limit 1')
    return rows[0]
  })
}
