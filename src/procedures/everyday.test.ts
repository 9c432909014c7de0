import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noProcedureFor, soundOf, waysToAsk } from './index.ts'
import { isNearlyIn } from './near.ts'

test('everyday words are asked for under the names that the catalogue has for them', () => {
  const cases: [string, string][] = [
    ['Mở quán ăn', 'dang ky thanh lap ho kinh doanh'],
    ['xây nhà cấp 4', 'cap giay phep xay dung'],
    ['mất cccd', 'cap lai the can cuoc'],
    ['làm căn cước công dân', 'cap the can cuoc'],
    ['tạm trú', 'dang ky tam tru'],
    ['dang ki kinh doanh', 'dang ky thanh lap ho kinh doanh'],
    ['hộ chiếu cho trẻ em', 'ho chieu'],
  ]
  for (const [asked, name] of cases) assert.ok(waysToAsk(asked).includes(name), `${asked}: ${waysToAsk(asked)}`)
})

test('words that are whole names of their own are not taken for everyday words', () => {
  assert.ok(!waysToAsk('gia hạn tạm trú').includes('dang ky tam tru'))
  assert.ok(!waysToAsk('trích lục kết hôn').includes('dang ky ket hon'))
  assert.ok(!waysToAsk('công chứng viên').some((way) => way.startsWith('chung thuc')))
  assert.deepEqual(waysToAsk('làm di chúc'), ['lam di chuc', 'di chuc'])
  assert.deepEqual(waysToAsk('xin việc'), ['xin viec'])
  assert.ok(waysToAsk('mo quan an ban hang quan cafe nha hang').length <= 5)
})

test('a court decides a divorce: the catalogue says so instead of guessing', () => {
  assert.equal(noProcedureFor('thu tuc ly hon don phuong'), 'divorce')
  assert.equal(noProcedureFor('dang ky ket hon'), undefined)
  assert.equal(noProcedureFor('xu ly hong hoc'), undefined)
})

test('a misspelt word has a letter wrong, missing or too many; shared letters are no likeness', () => {
  const spoken = (text: string) => ({ text, sound: soundOf(text) })
  const near = (asked: string, name: string) => isNearlyIn(spoken(asked), spoken(name))
  for (const [asked, name] of [
    ['ket hn', 'dang ky ket hon luu dong'],
    ['khai sin', 'dang ky khai sinh'],
    ['ho chiu', 'cap ho chieu pho thong'],
    ['cang cuoc', 'cap the can cuoc'],
    ['dang ki ket hom', 'dang ky ket hon'],
    ['khia sinh lu dong', 'dang ky khai sinh luu dong'],
  ] as const)
    assert.ok(near(asked, name), asked)
  for (const [asked, name] of [
    ['con meo', 'dang ky nhan cha me con co yeu to nuoc ngoai'],
    ['ly hon', 'xu ly hoa don dien tu'],
    ['bong da ngoai hang', 'khai thue tai bao hiem nuoc ngoai hang hang khong'],
    ['vay ngan hang', 'hoan thue doi voi ngan hang'],
    ['khai sinh', 'khai thue'],
  ] as const)
    assert.ok(!near(asked, name), asked)
})
