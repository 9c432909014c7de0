import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render } from 'preact-render-to-string'
import { isKey, keys, presetIds, presets, type Subject } from '../../policy/index.ts'
import type { Form } from '../form-body.ts'
import { SettingFields } from './setting-form.tsx'
import { valueField, valueFrom } from './setting-shape.ts'

const shown = (subject: Subject, present: unknown, sent?: Form) =>
  render(SettingFields({ subject, language: 'vi', present, sent, problems: [] }))

const attributes = (tag: string) =>
  Object.fromEntries([...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, value ?? '']))

/** What a browser would send of this page, left as it is. */
function sentFrom(html: string): Form {
  const form: Form = { fields: {}, lists: {}, files: [] }
  const add = (name: string, value: string) => {
    const plain = value.replaceAll('&amp;', '&')
    ;(form.lists[name] ??= []).push(plain)
    form.fields[name] = plain
  }
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const { type, name = '', value = '', checked } = attributes(tag)
    if (type === 'text' || checked !== undefined) add(name, value)
  }
  for (const [, tag = '', options = ''] of html.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = [...options.matchAll(/<option[^>]*>/g)]
      .map(([one]) => attributes(one))
      .find((one) => 'selected' in one)
    add(attributes(tag)['name'] ?? '', chosen?.['value'] ?? '')
  }
  return form
}

const all = presetIds.flatMap((id) =>
  Object.entries(presets[id].values).map(([key, stated]) => [id, key, (stated as { value: unknown }).value] as const),
)

test('every value of every preset survives its own form, unchanged', () => {
  for (const [id, key, value] of all) {
    if (!isKey(key) || key === 'calendar.office-hours') continue
    const sorted = (one: unknown) => (Array.isArray(one) ? one.map((part) => JSON.stringify(part)).toSorted() : one)
    assert.deepEqual(sorted(valueFrom(key, sentFrom(shown(key, value)))), sorted(value), `${id} ${key}`)
  }
  assert.equal(valueFrom('preset', sentFrom(shown('preset', 'DLK-2024'))), 'DLK-2024')
})

test('every control of a setting has a name in Vietnamese, and none shows a code', () => {
  for (const key of keys) {
    if (key === 'calendar.office-hours') continue
    const html = shown(key, presets['national-2026'].values[key].value)
    const labels = [...html.matchAll(/<(?:label|legend|option)[^>]*>([^<]*)/g)].map(([, text = '']) => text.trim())
    assert.ok(labels.length > 0, key)
    for (const label of labels)
      assert.doesNotMatch(label.replace('VNeID', ''), /^[a-z]+(-[a-z]+)+$|[a-z][A-Z]/, `${key}: ${label}`)
  }
})

test('what was typed comes back to be mended, not what holds', () => {
  const sent: Form = {
    fields: { [`${valueField}.value`]: 'ba', [`${valueField}.unit`]: 'months' },
    lists: {},
    files: [],
  }
  const html = shown('supplement.notice', { value: 3, unit: 'working-days' }, sent)
  assert.match(html, /value="ba"/)
  assert.deepEqual(valueFrom('supplement.notice', sentFrom(html)), { value: 'ba', unit: 'months' })
})

test('times are typed as people say them, and a mode keeps only its own parts', () => {
  const fields = (values: Record<string, string>): Form => ({ fields: values, lists: {}, files: [] })
  assert.equal(valueFrom('intake.cutoff', fields({ [valueField]: '15:00' })), 900)
  assert.equal(valueFrom('intake.cutoff', fields({ [valueField]: '15h30' })), 930)
  assert.equal(valueFrom('intake.cutoff', fields({ [valueField]: 'chiều' })), 'chiều')
  const years = { [`${valueField}.mode`]: 'years', [`${valueField}.years`]: '5' }
  assert.deepEqual(valueFrom('records.validity.citizen', fields(years)), { mode: 'years', years: 5 })
  const none = { ...years, [`${valueField}.mode`]: 'paper-term' }
  assert.deepEqual(valueFrom('records.validity.citizen', fields(none)), { mode: 'paper-term' })
  assert.equal(
    valueFrom('extension.ratio', fields({ [`${valueField}.khong`]: 'true', [`${valueField}.of`]: '1' })),
    null,
  )
})
