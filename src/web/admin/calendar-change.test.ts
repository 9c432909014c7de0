import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDays, readWeek } from './calendar-change.ts'

const storm = {
  ...{ 'tu-day': '2', 'tu-month': '3', 'tu-year': '2026', loai: 'local-closure' },
  ...{ ten: 'Nghỉ tránh bão', 'can-cu': '15/QĐ-UBND' },
}
const wrongIn = (fields: Record<string, string>, read = readDays) => {
  const answer = read(fields, 'vi')
  return 'problems' in answer ? answer.problems.map(({ field }) => field) : []
}

test('a day that does not exist, a range that runs back, hours that overlap and a change without its paper are each named at their field', () => {
  assert.deepEqual(wrongIn(storm), [])
  const cases: [Record<string, string>, string[]][] = [
    [{ 'tu-day': '30', 'tu-month': '2' }, ['tu']],
    [{ 'tu-year': '' }, ['tu']],
    [{ 'tu-year': '1999' }, ['tu']],
    [{ 'den-day': '31', 'den-month': '11', 'den-year': '2026' }, ['den']],
    [{ 'den-day': '1', 'den-month': '3', 'den-year': '2026' }, ['den']],
    [{ 'den-day': '3', 'den-month': '4', 'den-year': '2026' }, ['den']],
    [{ loai: 'party' }, ['loai']],
    [{ loai: 'holiday', 'don-vi': 'x' }, ['loai']],
    [{ loai: 'half-day' }, ['gio']],
    [{ loai: 'half-day', gio: '07:30-11:30 11:00-12:00' }, ['gio']],
    [{ loai: 'half-day', gio: '11:30-07:30' }, ['gio']],
    [{ loai: 'half-day', gio: '7h30-11h30' }, ['gio']],
    [{ ten: ' ' }, ['ten']],
    [{ 'can-cu': '' }, ['can-cu']],
  ]
  for (const [change, fields] of cases)
    assert.deepEqual(wrongIn({ ...storm, ...change }), fields, JSON.stringify(change))
})

test('a week without any session, or with sessions that overlap, is refused; a day left empty is a day off', () => {
  const week = { 'thu-1': '07:30-11:30 13:00-17:00', 'can-cu-tuan': '16/QĐ-UBND' }
  const read = readWeek(week, 'vi')
  assert.deepEqual('change' in read && read.change.hours?.map((sessions) => sessions.length), [2, 0, 0, 0, 0, 0, 0])
  assert.deepEqual(wrongIn({ 'can-cu-tuan': '16/QĐ-UBND' }, readWeek), ['thu-1'])
  assert.deepEqual(wrongIn({ ...week, 'thu-3': '13:00-17:00 07:30-11:30' }, readWeek), ['thu-3'])
  assert.deepEqual(wrongIn({ 'thu-1': week['thu-1'] }, readWeek), ['can-cu-tuan'])
})
