import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsOfForm } from './form-check.ts'
import type { FieldSchema } from './form-definition.ts'
import { form, good } from './form-testing.ts'

test('a form that people could not use is told what is wrong with it', () => {
  const broken = (properties: Record<string, FieldSchema>, fields = ['/a']) =>
    problemsOfForm({
      schema: { type: 'object', additionalProperties: false, properties },
      layout: { pages: [{ id: 'p', title: 'P', fields }] },
      example: {},
    }).map((one) => one.reason)
  const a: FieldSchema = { type: 'string', title: 'A', maxLength: 5, 'x-input': 'text' }
  assert.deepEqual(broken({ a }), [])
  assert.deepEqual(broken({ a: { type: 'string', title: 'A', 'x-input': 'text' } }), ['text needs maxLength'])
  assert.deepEqual(broken({ a: { ...a, title: undefined } as unknown as FieldSchema }), ['a field needs a title'])
  assert.deepEqual(broken({ a, b: a }), ['on no page: /b'])
  assert.deepEqual(broken({ a }, ['/a', '/a', '/c']), ['no such field: /c', 'asked twice: /a'])
  assert.deepEqual(broken({ a: { ...a, 'x-when': { pointer: '/none', equals: 'x' } } }), [
    'x-when points to no field: /none',
  ])
  assert.deepEqual(broken({ a: { ...a, 'x-prefill': '/salary' } }), ['an account lends no /salary'])
  assert.deepEqual(broken({ a: { ...a, format: 'date-time' } }), [
    'unknown format "date-time" ignored in schema at path "#/properties/a"',
  ])
  assert.match(broken({ a: { ...a, type: 'text' } })[0] ?? '', /schema is invalid|type/)
  assert.deepEqual(
    problemsOfForm({ ...form, example: { ...good, copies: 99 } }).map((one) => one.path),
    ['/example/copies'],
  )
})
