import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { calendarFor } from '../../calendar/index.ts'
import { root } from '../open.ts'
import { openTestHouse, type TestHouse } from '../testing.ts'
import { importCalendar } from './calendar.ts'

let house: TestHouse
before(async () => {
  house = await openTestHouse()
})
after(() => house.close())

const header = 'date,kind,sessions,name,source,status'
const tet = '2027-02-05,holiday,,Tết Nguyên đán,QĐ 1,confirmed'
const utf8 = (...rows: string[]) => Buffer.from([header, ...rows].join('\n'))
const load = (bytes: Uint8Array, isCheck = false) => importCalendar(house.house, bytes, 'lich.csv', isCheck)

const state = async () => {
  const { rows } = { rows: await house.house.db.selectFrom('calendar.calendar').selectAll().execute() }
  const events = await house.house.db.selectFrom('calendar.exception').selectAll().execute()
  return JSON.stringify([rows, events])
}

test('a file with a mistake is refused with its line and reason, and nothing changes', async () => {
  const before = await state()
  const latin = Buffer.from('2027-04-30,holiday,,Ngày Chiến thắng,QĐ 1,confirmed', 'latin1')
  const tcvn3 = Buffer.from([0x47, 0x69, 0xe7, 0x20, 0x54, 0xe6])
  const cases: [Buffer, RegExp[]][] = [
    [utf8(tet, '2027-12-24,half-day,07:30-11:30 11:00-12:00,x,QĐ,confirmed'), [/^lich\.csv:3: .*overlapping-sessions/]],
    [utf8(tet, '02-30,holiday,,x,QĐ,confirmed'), [/^lich\.csv:3: .*not-a-day/]],
    [utf8('2027-02-30,holiday,,x,QĐ,confirmed', tet), [/^lich\.csv:2: .*not-a-day.*2027-02-30/]],
    [utf8(tet, tet), [/^lich\.csv:3: .*duplicate-day/]],
    [utf8(tet, '2028-01-01,holiday,,x,QĐ,confirmed'), [/^lich\.csv:3: .*wrong-year/]],
    [utf8(), [/^lich\.csv:1: .*no-days/]],
    [Buffer.alloc(0), [/^lich\.csv:1: .*wrong-columns/]],
    [Buffer.concat([utf8(tet), Buffer.from('\n'), latin]), [/^lich\.csv:3: .*not-utf-8/]],
    [
      Buffer.concat([utf8(tet), Buffer.from('\n2027-04-16,holiday,,'), tcvn3, Buffer.from(',QĐ,confirmed\n'), latin]),
      [/^lich\.csv:3: .*not-utf-8/, /^lich\.csv:4: .*not-utf-8/],
    ],
    [Buffer.from(`\uFEFF${header}\n${tet}`, 'utf16le'), [/^lich\.csv:1: .*not-utf-8/]],
    [utf8('2028-01-01,holiday,,Tết Dương lịch,QĐ,confirmed'), [/thiếu một năm/]],
    [Buffer.from(header.replaceAll(',', ';')), [/^lich\.csv:1: .*wrong-columns/]],
  ]
  for (const [bytes, said] of cases) {
    const { done, lines } = await load(bytes)
    assert.equal(done, false)
    for (const [index, one] of said.entries()) assert.match(lines[index]!, one)
    assert.equal(await state(), before, lines.join('\n'))
  }
})

test('a year is checked without being changed, then loaded; loading it again moves nothing', async () => {
  const before = await state()
  assert.ok((await load(utf8(tet), true)).done)
  assert.equal(await state(), before)
  assert.ok((await load(utf8(tet))).done)
  const calendar = await calendarFor(house.house.db, house.house.clock.now())
  assert.deepEqual([calendar.decidedFrom, calendar.decidedUntil], [2026, 2027])
  const present = readFileSync(join(root, 'provinces/demo/calendar-2026.csv'))
  const { done, lines } = await load(present)
  assert.ok(done, lines.join('\n'))
  assert.match(lines.at(-1)!, /; 0 ngày hẹn/)
})
