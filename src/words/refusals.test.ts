import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { refusalWords } from './refusals.ts'

const marks = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i
const entries = Object.entries(refusalWords)

test('every no is a whole sentence in both languages, and the Vietnamese one has its marks', () => {
  for (const [code, { vi, en }] of entries) {
    for (const words of [vi, en]) {
      assert.match(words, /^\p{Lu}.{10,}\.$/u, code)
      assert.equal(words, words.normalize('NFC').trim(), code)
      assert.doesNotMatch(words, / {2}|\.\.|[{}]/, code)
    }
    assert.match(vi, marks, code)
    assert.doesNotMatch(en, marks, code)
  }
})

test('nobody is shouted at, blamed, or left with a code', () => {
  for (const [code, { vi, en }] of entries) {
    assert.doesNotMatch(
      `${vi} ${en}`,
      /!|lỗi của bạn|bạn đã sai|sai lầm|your fault|\b(?:error|exception|null|undefined|invalid|40\d|50\d)\b/i,
      code,
    )
  }
})

test('no two refusals say the same, so that what is said tells which it was', () => {
  const said = entries.map(([, { vi }]) => vi)
  assert.deepEqual(
    said.filter((words, n) => said.indexOf(words) !== n),
    [],
  )
})

test('every refusal the house can return has its sentence, under a kebab-case code', () => {
  const src = join(import.meta.dirname, '..')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const spoken = files
    .filter((name) => /^(accounts\/acts|api|documents|dossiers|procedures\/law|ratings|records)\//.test(name))
    .flatMap((name) =>
      [...readFileSync(join(src, name), 'utf8').matchAll(/\brefused\(\s*'([^']+)'/g)].map(([, code]) => code!),
    )
  assert.ok(spoken.length > 50)
  const silent = [...new Set(spoken)].filter((code) => !Object.hasOwn(refusalWords, code))
  assert.deepEqual(silent, [])
  for (const [code] of entries) assert.match(code, /^[a-z]+(-[a-z]+)*$/)
})
