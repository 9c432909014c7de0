import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { type Definition, readProcedureFolder } from '../../procedures/index.ts'
import { seenOf, withoutWrong } from './draft.ts'

const now = new Date('2026-03-02T09:00:00+07:00')
let birth: Definition

before(async () => {
  const read = await readProcedureFolder(join(import.meta.dirname, '../../../catalogue/1.001193'))
  assert.ok(read.ok)
  birth = read.value.definition
})

test('of a page with a mistake everything else is kept, tidied', () => {
  const typed = {
    requester: { name: '  Nguyễn Thị Thùy Dương ', phone: '0905 123 456', identityNumber: '12' },
    child: { birthDate: '2026-13-45', name: 'Trần Bảo An' },
  }
  const { kept, dropped } = withoutWrong(birth.form, typed, now)
  assert.deepEqual(dropped.toSorted(), ['/child/birthDate', '/requester/identityNumber'])
  assert.deepEqual(kept['requester'], { name: 'Nguyễn Thị Thùy Dương', phone: '0905123456' })
  assert.deepEqual(kept['child'], { name: 'Trần Bảo An' })
})

test('a complete form loses nothing', () => {
  const { kept, dropped } = withoutWrong(birth.form, birth.form.example, now)
  assert.deepEqual([kept, dropped], [birth.form.example, []])
})

test('only another answer on the same page is a change of that page', () => {
  const [requester, child] = birth.form.layout.pages
  const one = { requester: { name: 'Nguyễn Thị Thùy Dương' }, child: { name: 'Trần Bảo An' } }
  const other = { ...one, child: { name: 'Trần Bảo Anh' } }
  assert.equal(seenOf(requester!, one), seenOf(requester!, other))
  assert.notEqual(seenOf(child!, one), seenOf(child!, other))
})
