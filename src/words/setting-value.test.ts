import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../ground/day.ts'
import { keys, listOfPolicy, policyOn, presetIds, settings } from '../policy/index.ts'
import { settingValue } from './setting-value.ts'
import { settingCodes } from './setting-codes.ts'

test('every value of every preset is said in words, in both languages', () => {
  for (const preset of presetIds) {
    for (const { key, stated } of listOfPolicy(policyOn(day('2026-03-02'), { preset, overrides: [] }))) {
      for (const language of ['vi', 'en'] as const) {
        const text = settingValue(key, stated.value, language)
        assert.ok(text.length > 0, `${preset} ${key} says nothing`)
        assert.doesNotMatch(text, /\[object|undefined|null/, `${preset} ${key}`)
      }
    }
  }
})

test('every code a province may choose has its words', () => {
  const codes = new Set(keys.flatMap((key) => codesIn(settings[key].schema)))
  const silent = [...codes].filter((code) => /^[a-z][a-z-]+$/.test(code) && !settingCodes[code])
  assert.deepEqual(silent, [])
})

test('limits, hours and nothing are read as people say them', () => {
  assert.equal(settingValue('intake.respond.online', { value: 8, unit: 'working-hours' }, 'vi'), '8 giờ làm việc')
  assert.equal(settingValue('intake.cutoff', 900, 'vi'), '15:00')
  assert.equal(settingValue('extension.ratio', null, 'vi'), 'Chưa đặt')
  const hours = [
    [
      [450, 690],
      [780, 1020],
    ],
    [[450, 690]],
    [],
    [],
    [],
    [],
    [],
  ]
  assert.equal(
    settingValue('calendar.office-hours', hours, 'vi'),
    'Thứ Hai: 7:30–11:30, 13:00–17:00; Thứ Ba: 7:30–11:30; Thứ Tư–Chủ nhật: nghỉ',
  )
})

/** The words a schema allows, wherever they stand in it. */
function codesIn(schema: unknown): string[] {
  const text = JSON.stringify((schema as { toJSONSchema(): unknown }).toJSONSchema())
  const found: string[] = []
  JSON.parse(text, (name, value: unknown) => {
    if (name === 'enum' && Array.isArray(value)) found.push(...(value as string[]))
    if (name === 'const' && typeof value === 'string') found.push(value)
    return value
  })
  return found
}
