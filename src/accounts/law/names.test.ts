import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkName, isSameName } from './index.ts'

test('a person is called by letters, whatever their people; digits and signs are no name [S1-10.1a]', () => {
  const names = [
    'Nguyễn Thị Thùy Dương',
    'H’Hen Niê',
    'K’Brơi',
    'Y Phôn Ksor',
    'Anne-Marie O’Neill',
    'Martin Luther King, Jr.',
    'Nguyễn Ân'.normalize('NFD'),
    '王 小明',
    'Nguyễn Văn A',
  ]
  for (const name of names) assert.equal(checkName('person', name).ok, true, name)
  for (const name of ['123 !!!', '123', 'A', '!!', '  ', '<b>An</b>', 'An2', 'An@nhà', '- An', '🫠🫠'])
    assert.equal(checkName('person', name).ok, false, name)
})

test('a business may have a number in its name, but not only numbers', () => {
  for (const name of ['Công ty 319', 'Hợp tác xã 2/9', 'Doanh nghiệp Sông Hương (chi nhánh 1)'])
    assert.equal(checkName('organisation', name).ok, true, name)
  for (const name of ['319', '***', '2/9']) assert.equal(checkName('organisation', name).ok, false, name)
})

test('one person’s name stays the same in capitals, with other spaces and with the tone elsewhere in the syllable; another tone is another name', () => {
  const cases: [string, string, boolean][] = [
    ['Nguyễn Thị Hòa', 'NGUYỄN  THỊ HOÀ', true],
    ['Nguyễn Thị Hòa', 'Nguyễn Thị Hòa'.normalize('NFD'), true],
    ['Lê Thị Thúy', ' Lê Thị Thuý ', true],
    ['Nguyễn Văn Hùng', 'Nguyễn Văn Hưng', false],
    ['Nguyễn Văn Hùng', 'Nguyễn Văn Hung', false],
    ['Nguyễn Văn Hùng', 'Nguyễn Hùng', false],
  ]
  for (const [one, other, same] of cases) assert.equal(isSameName(one, other), same, `${one} / ${other}`)
})
