import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../ground/day.ts'
import { citedOn } from './index.ts'

const replaced = [
  { cites: '61/2018/NĐ-CP', becomes: '118/2025/NĐ-CP', fromDay: '2025-06-09' },
  { cites: '61/2018/NĐ-CP Điều 19', becomes: '118/2025/NĐ-CP Điều 20', fromDay: '2025-06-09' },
  { cites: '118/2025/NĐ-CP', becomes: '7/2027/NĐ-CP', fromDay: '2027-01-01' },
]

test('a basis is cited by what replaced it on the day, and until then as it was', () => {
  const cases: [string, string, string][] = [
    ['2025-06-08', 'Nghị định số 61/2018/NĐ-CP', 'Nghị định số 61/2018/NĐ-CP'],
    ['2025-06-09', 'Nghị định số 61/2018/NĐ-CP', 'Nghị định số 118/2025/NĐ-CP'],
    ['2026-03-02', '61/2018/NĐ-CP Điều 19', '118/2025/NĐ-CP Điều 20'],
    [
      '2026-03-02',
      '61/2018/NĐ-CP Điều 5; 161/2018/NĐ-CP',
      '118/2025/NĐ-CP (thay thế 61/2018/NĐ-CP Điều 5); 161/2018/NĐ-CP',
    ],
    ['2026-03-02', '61/2018/NĐ-CP khoản 2 Điều 5', '118/2025/NĐ-CP (thay thế 61/2018/NĐ-CP khoản 2 Điều 5)'],
    ['2026-03-02', '61/2018/NĐ-CP Điều 19.5', '118/2025/NĐ-CP (thay thế 61/2018/NĐ-CP Điều 19.5)'],
    ['2027-01-01', 'Căn cứ 61/2018/NĐ-CP.', 'Căn cứ 7/2027/NĐ-CP.'],
    ['2027-01-01', '88/2017/QĐ-UBND Điều 14.4', '88/2017/QĐ-UBND Điều 14.4'],
  ]
  for (const [on, text, cited] of cases) assert.equal(citedOn(text, replaced, day(on)), cited, `${on} ${text}`)
  const round = [
    { cites: 'A', becomes: 'B', fromDay: '2026-01-01' },
    { cites: 'B', becomes: 'A', fromDay: '2026-01-01' },
  ]
  assert.equal(citedOn('A', round, day('2026-03-02')), 'B')
})
