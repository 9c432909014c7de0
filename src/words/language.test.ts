import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLanguage, otherLanguage, say, ui, type Words } from './index.ts'

const every: Words[] = Object.values(ui).flatMap((group) => Object.values(group))
const gapsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()

test('a text is said in the language asked for, with its gaps filled', () => {
  const words = { vi: 'Bước {step}/{total}', en: 'Step {step} of {total}' }
  assert.equal(say(words, 'vi', { step: 3, total: 5 }), 'Bước 3/5')
  assert.equal(say(words, 'en', { step: 3, total: 5n }), 'Step 3 of 5')
})

test('a filling is not read again for gaps', () => {
  assert.equal(say({ vi: '{name} đã nộp', en: '{name} filed' }, 'vi', { name: '{step}' }), '{step} đã nộp')
})

test('a text with an unfilled gap is never shown', () => {
  assert.throws(() => say({ vi: 'Còn {days} ngày', en: '{days} days left' }, 'vi'), /days/)
})

test('both languages of a text have the same gaps and neither is empty', () => {
  for (const { vi, en } of every) {
    assert.ok(vi.trim() && en.trim(), `${vi} | ${en}`)
    assert.deepEqual(gapsOf(vi), gapsOf(en), vi)
  }
})

test('no text shouts, and Vietnamese is written in composed letters', () => {
  for (const { vi, en } of every) {
    assert.doesNotMatch(vi + en, /!/)
    assert.equal(vi, vi.normalize('NFC'))
  }
})

test('only Vietnamese and English are languages here, and each is the other one of the other', () => {
  assert.deepEqual(['vi', 'en', 'fr', undefined].map(isLanguage), [true, true, false, false])
  assert.equal(otherLanguage(otherLanguage('vi')), 'vi')
})
