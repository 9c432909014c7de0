import assert from 'node:assert/strict'
import { test } from 'node:test'
import { form, schema } from './form-testing.ts'
import { prefilled, shownAnswer } from './index.ts'

test('an empty form begins with what the account knows and the usual answers', () => {
  assert.deepEqual(prefilled(form, { name: 'Trần Thị Mai Hoa', sex: 'nam' }), {
    child: { name: 'Trần Thị Mai Hoa', people: 'Kinh' },
  })
  assert.deepEqual(prefilled(form, {}), { child: { people: 'Kinh' } })
})

test('answers are shown in words', () => {
  const { sex, born } = schema.properties!['child']!.properties!
  assert.equal(shownAnswer(sex!, 'nữ'), 'Nữ')
  assert.equal(shownAnswer(born!, '2026-02-10'), '10/02/2026')
  assert.equal(shownAnswer({ format: 'partial-date' }, '1990-05'), '05/1990')
  assert.equal(shownAnswer({}, true), 'Có')
  assert.equal(shownAnswer({}, undefined), '')
})
