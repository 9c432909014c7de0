import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { CannotOpen } from '../../src/ground/cannot-open.ts'
import { readConfig } from '../../src/ground/config.ts'
import { restoreCommand } from '../../src/main/commands/restore.ts'
import { client } from '../client.ts'
import { type Child, clearAway, freePort, openChild, runChild } from './child.ts'
import { type Life, live } from './lives.ts'
import { stubborn } from './stubborn.ts'

const place = mkdtempSync(join(tmpdir(), 'motcua-backup-'))
const [data, elsewhere, backup] = [join(place, 'data'), join(place, 'elsewhere'), join(place, 'backup')]
const keyFile = join(place, 'master.json')
let house: Child
let restored: Child | undefined
/** What was answered before the backup began, and the whole life whose result is compared byte by byte. */
const acknowledged: { id: string; version: number }[] = []
let whole: { life: Life; pdf: Buffer }

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const resultOf = async (base: string, { id }: Life) => {
  const api = client(base)
  const { items } = await api.expect(200, 'congdan', 'GET', `/dossiers/${id}/documents`)
  return api.bytes('congdan', `/files/${items.find((one: any) => one.kind === 'result').file}/content`)
}

before(async () => {
  house = openChild({ data, port: await freePort() })
  await house.opened
  let busy = true
  const api = stubborn(
    house.base,
    async () => {},
    ({ body }) => {
      if (busy && body.version) acknowledged.push({ id: body.id, version: body.version })
    },
  )
  const life = await live(api)
  whole = { life, pdf: await resultOf(house.base, life) }
  await live(api, 'accepted')
  busy = false
  // While the backup is taken people go on filing, and officers go on working.
  const backing = { up: true }
  const going = [0, 1].map(async () => {
    while (backing.up) await live(api, 'transferred')
  })
  const taken = await runChild({ data, port: 0 }, 'backup', backup)
  backing.up = false
  await Promise.all(going)
  assert.equal(taken.code, 0, taken.said)
  assert.match(taken.said, /Tệp khóa chủ không nằm trong/)
  cpSync(join(data, 'keys/master.json'), keyFile)
})
after(async () => {
  await clearAway(data, house)
  await clearAway(elsewhere, restored)
  rmSync(place, { recursive: true, force: true })
})

const config = () => readConfig({ MOTCUA_DATA: data, MOTCUA_LOG: 'silent' })
const restore = (from: string, to: string, key: string | undefined = keyFile) =>
  restoreCommand(config(), [from, '--to', to, ...(key ? ['--key', key] : [])])

test('a backup lists its pieces as sha256sum reads them; it and the logs are closed to others, and the keys are not inside [S3A-15.6b]', () => {
  const list = readFileSync(join(backup, 'pieces.sha256'), 'utf8').trim().split('\n')
  for (const line of list) {
    const [digest, path] = line.split('  ') as [string, string]
    assert.equal(sha256(readFileSync(join(backup, path))), digest, path)
  }
  assert.equal(statSync(backup).mode & 0o777, 0o700)
  assert.equal(existsSync(join(backup, 'keys')), false)
  // The log of the database lies in the data folder, which only its owner enters; the audit is closed to all but its functions.
  assert.ok(existsSync(join(data, 'postgres/server.log')))
  assert.equal(statSync(data).mode & 0o777, 0o700)
})

test('nobody who finds a backup reads a name, a code or a user in it', () => {
  const names = ['Nguyễn Thị Thùy Dương', 'tiepnhan', String(whole.life.code)]
  for (const path of readdirSync(backup, { recursive: true, encoding: 'utf8' })) {
    if (!statSync(join(backup, path)).isFile()) continue
    const bytes = readFileSync(join(backup, path))
    const read = [bytes, ...(bytes[0] === 0x1f && bytes[1] === 0x8b ? [gunzipSync(bytes)] : [])]
    for (const name of names) assert.ok(!read.some((one) => one.includes(name)), `${path} tells ${name}`)
  }
})

test('a piece that is missing or altered is refused by its name, and nothing is written', async () => {
  const list = readFileSync(join(backup, 'pieces.sha256'), 'utf8').trim().split('\n')
  const paths = list.map((line) => line.split('  ')[1]!)
  const [table, file, root] = [/^tables\/dossiers/, /^files\//, /^demo-ca\//].map((kind) =>
    paths.find((path) => kind.test(path))!,
  )
  for (const path of [table!, file!, root!, 'pieces.sha256', 'manifest.json']) {
    const target = join(place, 'never')
    const kept = readFileSync(join(backup, path))
    const altered = Buffer.from(kept)
    altered[altered.length >> 1]! ^= 1
    writeFileSync(join(backup, path), altered)
    await assert.rejects(
      restore(backup, target),
      (fault: Error) => fault instanceof CannotOpen && fault.message.includes(path),
    )
    rmSync(join(backup, path))
    await assert.rejects(
      restore(backup, target),
      (fault: Error) => fault instanceof CannotOpen && fault.message.includes(path),
    )
    assert.equal(existsSync(target), false)
    writeFileSync(join(backup, path), kept)
  }
})

test('a list that was altered together with its manifest does not carry the seal of the house', async () => {
  const forged = join(place, 'forged')
  cpSync(backup, forged, { recursive: true })
  const { manifest, seal } = JSON.parse(readFileSync(join(forged, 'manifest.json'), 'utf8'))
  manifest.takenAt = '2020-01-01T00:00:00.000Z'
  writeFileSync(join(forged, 'manifest.json'), JSON.stringify({ manifest, seal }))
  await assert.rejects(restore(forged, join(place, 'never')), /không mang dấu/)
})

test('without the keys, with others, or into a folder that is not empty nothing is restored', async () => {
  const target = join(place, 'never')
  await assert.rejects(restore(backup, target, ''), /Cần tệp khóa chủ/)
  await assert.rejects(restore(backup, target, join(place, 'absent.json')), /no such file: .*absent\.json$/)
  const strange = join(place, 'strange.json')
  const keys = JSON.parse(readFileSync(keyFile, 'utf8'))
  writeFileSync(strange, JSON.stringify({ ...keys, fingerprintKey: Buffer.alloc(32, 1).toString('base64') }), {
    mode: 0o600,
  })
  await assert.rejects(restore(backup, target, strange), /không mang dấu/)
  assert.equal(existsSync(target), false)
  mkdirSync(target)
  writeFileSync(join(target, 'letter.txt'), 'mine')
  await assert.rejects(restore(backup, target), /Thư mục không trống/)
  assert.deepEqual(readdirSync(target), ['letter.txt'])
  assert.equal((await runChild({ data, port: 0 }, 'backup', target)).code, 1)
})

test('restored elsewhere the house opens, everything answered before the backup is there, the audit holds, the result is the same to the byte [S0-21.3]', async () => {
  const accounts = readFileSync(join(backup, 'tables/accounts.account.copy.gz.sealed'))
  assert.notEqual(accounts.readUInt16BE(0), 0x1f8b, 'the accounts are sealed, not only packed')
  for (const name of ['congdan', 'argon2', 'Thùy Dương']) assert.ok(!accounts.includes(name), name)
  const done = await runChild({ data, port: 0 }, 'restore', backup, '--to', elsewhere, '--key', keyFile)
  assert.equal(done.code, 0, done.said)
  assert.match(done.said, /Nhật ký \/ audit: nguyên vẹn/)
  assert.equal(statSync(join(elsewhere, 'keys/master.json')).mode & 0o777, 0o600)

  restored = openChild({ data: elsewhere, port: await freePort() })
  await restored.opened
  assert.ok(acknowledged.length >= 12)
  const api = client(restored.base)
  for (const { id, version } of acknowledged) {
    const { items } = await api.expect(200, 'congdan', 'GET', `/dossiers/${id}/history`)
    const { version: now } = await api.expect(200, 'congdan', 'GET', `/dossiers/${id}`)
    assert.ok(now >= version && items.length >= version - 1, `${id} stands at ${now}, was answered at ${version}`)
  }
  assert.deepEqual(await resultOf(restored.base, whole.life), whole.pdf)
  const again = stubborn(restored.base, async () => {})
  const next = await live(again, 'accepted')
  assert.notEqual(next.code, whole.life.code, 'counting goes on')
  const verdict = await runChild({ data: elsewhere, port: 0 }, 'audit', 'verify')
  assert.equal(verdict.code, 0, verdict.said)
})
