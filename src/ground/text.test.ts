import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasOddCharacters, textBody } from './text.ts'

test('letters lost in a wrong encoding and signs nobody can see are odd; Vietnamese and new lines are not', () => {
  for (const text of ['Nguy\ufffdn', '\ufffc', 'a\u200bb', 'a\u202eb', '\ud800', 'a\u0007', '\ue000'])
    assert.ok(hasOddCharacters(text, true), JSON.stringify(text))
  for (const text of ['Nguyễn Thị Ánh', 'Nguyễn'.normalize('NFD'), '“đúng” – 50 m²', 'dòng 1\ndòng 2'])
    assert.ok(!hasOddCharacters(text, true), text)
  assert.ok(hasOddCharacters('dòng 1\ndòng 2', false))
  assert.equal(textBody(20).safeParse('Nguy\ufffdn').success, false)
})
