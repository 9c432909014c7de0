import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CannotOpen } from './cannot-open.ts'
import { readConfig } from './config.ts'

const stated = {
  NODE_ENV: 'production',
  MOTCUA_URL: 'https://motcua.example.gov.vn',
  MOTCUA_KEY_FILE: '/safe/master.json',
}

test('in production the training province comes only when asked for by name; elsewhere it comes unless told not to', () => {
  const demo = (env: NodeJS.ProcessEnv) => readConfig(env).demo
  assert.deepEqual([demo({}), demo({ MOTCUA_DEMO: '0' }), demo({ MOTCUA_DEMO: '1' })], [true, false, true])
  const inProduction = [{}, { MOTCUA_DEMO: '0' }, { MOTCUA_DEMO: '1' }].map((more) => demo({ ...stated, ...more }))
  assert.deepEqual(inProduction, [false, false, true])
})

test('no address, key file or sender has a default in production: what is missing is named, all at once', () => {
  const refusedFor = (env: NodeJS.ProcessEnv) => {
    try {
      readConfig(env)
      return []
    } catch (fault) {
      assert.ok(fault instanceof CannotOpen)
      return [...fault.message.matchAll(/^ {2}- \p{L}+ (\w+)/gmu)].map(([, name]) => name)
    }
  }
  assert.deepEqual(refusedFor(stated), [])
  assert.deepEqual(refusedFor({ NODE_ENV: 'production' }), ['MOTCUA_URL', 'MOTCUA_KEY_FILE'])
  const { MOTCUA_KEY_FILE: _, ...noFile } = stated
  assert.deepEqual(refusedFor({ ...noFile, MOTCUA_MASTER_KEYS: '{}' }), [])
  assert.deepEqual(refusedFor({ ...stated, SMTP_URL: 'smtps://mail' }), ['MOTCUA_MAIL_FROM'])
  assert.deepEqual(refusedFor({ ...stated, MOTCUA_NOW: '2026-03-02T09:00:00+07:00' }), ['MOTCUA_NOW'])
  assert.deepEqual(refusedFor({ MOTCUA_NOW: '2026-03-02T09:00:00+07:00' }), [])
})

test('a PORT that is none is refused in one sentence in both languages, with what was written', () => {
  for (const PORT of ['abc', '99999', '-1', '80.5'])
    assert.throws(
      () => readConfig({ PORT }),
      (fault) =>
        fault instanceof CannotOpen &&
        fault.message.split('\n').every((line) => line.includes(`PORT=${PORT} `)) &&
        /không phải là số cổng[\s\S]*is not a port/.test(fault.message),
    )
  assert.deepEqual([readConfig({}).port, readConfig({ PORT: '0' }).port], [8080, 0])
})
