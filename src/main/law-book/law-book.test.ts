import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read, requirements } from '../reading.ts'
import { articlesIn, citations, isNamed, proofs } from './citations.ts'
import { differences } from './differences.ts'
import { lawBook } from './index.ts'
import { requirementsPage } from './requirements.ts'

test('articles are read from what a rule cites: several texts, remarks, and what nobody could confirm', () => {
  const read = (law: string) => articlesIn(law).map(({ instrument, article }) => `${instrument} | ${article}`)
  assert.deepEqual(read('88/2017/QĐ-UBND Điều 14.4; several extensions together: unconfirmed'), [
    '88/2017/QĐ-UBND | Điều 14.4',
    'Chưa kiểm chứng | several extensions together',
  ])
  assert.deepEqual(read('45/2019/QH14 Điều 111.3, Điều 112; what each year decides: its own `source`'), [
    '45/2019/QH14 | Điều 111.3, Điều 112',
  ])
  assert.deepEqual(read('Luật Hộ tịch 2014 Điều 9.3; 23/2015/NĐ-CP Điều 7'), [
    'Luật Hộ tịch 2014 | Điều 9.3',
    '23/2015/NĐ-CP | Điều 7',
  ])
  assert.deepEqual(read('88/2017/QĐ-UBND, Điều 2 của Quyết định'), ['88/2017/QĐ-UBND | Điều 2 của Quyết định'])
  assert.deepEqual(read('unconfirmed'), ['Chưa kiểm chứng | '])
})

test('every rule and every act that cites a requirement cites one that exists', () => {
  const known = requirements()
  const all = citations()
  assert.ok(all.length > 100)
  assert.deepEqual(
    all.flatMap(({ rule, ids }) => ids.filter((id) => !known.has(id)).map((id) => `${rule}: ${id}`)),
    [],
  )
})

test('a test is known by its title, also where a part of it is only known when it runs', () => {
  const title = '… drawn calendars give the same dates [S1-14.3]'
  assert.equal(isNamed(title, '10000 drawn calendars give the same dates [S1-14.3]'), true)
  assert.equal(isNamed(title, '10000 drawn calendars give other dates [S1-14.3]'), false)
  assert.equal(isNamed('plain', 'plain'), true)
  assert.equal(isNamed('plain', 'plainer'), false)
  assert.equal(isNamed('from … to …', 'from a to b'), true)
})

test('two pages differ by what one says falsely and by what it does not say yet; counts alone are no difference', () => {
  const before = '# A\n\n| Nhóm | 1 | 9 |\n- [Luật](#luat): 3\n\n- mayExtend — x.ts\n  - a test — x.test.ts\n| S1 | t |'
  const now =
    '# B\n\n| Nhóm | 2 | 9 |\n- [Luật](#luat): 4\n\n- mayExtend — x.ts\n  - another — y.test.ts\n| S1 | t |\n| S2 | u |'
  assert.deepEqual(differences(before, now), {
    false: ['- a test — x.test.ts'],
    missing: ['- another — y.test.ts', '| S2 | u |'],
  })
})

test('the pages of the law say nothing that is no longer so', (context) => {
  for (const [path, text] of lawBook()) {
    const found = differences(read(path), text)
    assert.deepEqual(found.false, [], `${path}: npm run motcua -- law --write`)
    if (found.missing.length > 0)
      context.diagnostic(`${path} lacks ${found.missing.length} lines: npm run motcua -- law --write`)
  }
})

test('the page of requirements names no test that is gone', (context) => {
  const proved = proofs().flatMap(({ title, file, ids }) => ids.map((id) => ({ id, title, file })))
  const found = differences(read('docs/requirements.md'), requirementsPage(proved))
  assert.deepEqual(found.false, [], 'npm test, then npm run motcua -- requirements --write')
  if (found.missing.length > 0)
    context.diagnostic(
      `docs/requirements.md lacks ${found.missing.length} tests: npm run motcua -- requirements --write`,
    )
})

test('a test that claims an unknown requirement fails the page', () => {
  const one = { title: 't', file: 'x.test.ts' }
  assert.throws(() => requirementsPage([{ id: 'S9-1', ...one }]), /unknown requirements: S9-1/)
  const text = requirementsPage([{ id: 'S2-25a', ...one, title: 'printed by date [S2-25a]' }])
  assert.match(text, /\| S2-25a \| printed by date \| \[x\.test\.ts\]\(\.\.\/x\.test\.ts\) \|/)
  assert.match(text, /none yet \(41\):\*\* S0-QD\.2, S0-1\.2/)
})
