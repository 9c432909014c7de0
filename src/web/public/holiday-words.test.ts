import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { statutoryDaysOff } from '../../calendar/law/index.ts'
import { holidayIn } from './holiday-words.ts'

const day = [
  [450, 690],
  [780, 1020],
] as const
const hours = [day, day, day, day, day, [], []] as const

test('every day off that the law gives has its English name in every year, another name stays as it is', () => {
  for (const year of [2024, 2025, 2026, 2027, 2028, 2029])
    for (const { name } of statutoryDaysOff(year, hours).values())
      for (const shown of [name, `${name}, dự kiến`]) {
        const told = holidayIn(shown, 'en')
        assert.ok(told && !/nghỉ|dự kiến|ngày/i.test(told), `${shown}: ${told}`)
        assert.equal(holidayIn(shown, 'vi'), shown)
      }
  assert.equal(holidayIn('Nghỉ bù Quốc khánh', 'en'), 'National Day, day off in lieu')
  const file = join(import.meta.dirname, '../../../provinces/demo/calendar-2026.csv')
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const told = holidayIn(line.split(',')[3]!, 'en')
    assert.ok(told && !/nghỉ|làm bù|ngày/i.test(told), `${line}: ${told}`)
  }
  assert.equal(holidayIn('Lễ hội đền làng', 'en'), undefined)
})
