import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DatabaseError } from 'pg'
import { faultLine } from './fault.ts'

const secret = 'Nguyễn Thị Thùy Dương 046192003517'

test('what the log keeps of a fault says where and of which kind, and nothing that was sent', () => {
  const ofDatabase = Object.assign(new DatabaseError(`invalid input syntax for type uuid: "${secret}"`, 1, 'error'), {
    code: '22P02',
    detail: `Key (name)=(${secret}) already exists.`,
    where: `unnamed portal parameter $1 = '${secret}'`,
    schema: 'organisations',
    table: 'post',
  })
  const notJson = (() => {
    try {
      return JSON.parse(secret) as unknown
    } catch (fault) {
      return fault
    }
  })()
  const wrapped = new Error(`failed: ${secret}`, { cause: ofDatabase })
  const own = new Error(`dossier 019c waits and has none: “${secret}” '${secret}`)
  const lines = [ofDatabase, notJson, wrapped, own, secret].map((thrown) => faultLine(thrown))
  assert.ok(!JSON.stringify(lines).includes('Dương') && !JSON.stringify(lines).includes('046192003517'))
  assert.partialDeepStrictEqual(lines[0], { code: '22P02', place: 'organisations.post' })
  assert.match(lines[0]!.stack!, /^\s+at .*fault\.test\.ts/)
  assert.equal(lines[1]!.fault, 'SyntaxError')
  assert.equal(lines[3]!.said, 'dossier 019c waits and has none: … …')
  assert.equal(faultLine(new TypeError('x is not a function')).fault, 'TypeError')
})
