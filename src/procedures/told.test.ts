import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { inEnglish, problemLines, readProcedureFolder, textsTold, toldIn } from './index.ts'

const catalogue = join(import.meta.dirname, '../../catalogue')

test('every paper, result and fee of the catalogue is told in English too, and no English word is left over', async () => {
  for (const code of readdirSync(catalogue)) {
    const read = await readProcedureFolder(join(catalogue, code))
    assert.ok(read.ok)
    const { definition } = read.value
    const untold = textsTold(definition).filter((text) => inEnglish(definition, text) === undefined)
    assert.deepEqual(untold, [], code)
  }
})

test('a text without other words stays as it was published', () => {
  const words = { 'Giấy khai sinh': { en: 'Birth certificate' } }
  assert.equal(toldIn({ words }, 'Giấy khai sinh', 'en'), 'Birth certificate')
  assert.equal(toldIn({ words }, 'Giấy khai sinh', 'vi'), 'Giấy khai sinh')
  assert.equal(toldIn({ words }, 'constructor', 'en'), 'constructor')
  assert.equal(toldIn({}, 'Giấy khai sinh', 'en'), 'Giấy khai sinh')
})

test('English for a text that the procedure does not say is refused with its folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-told-'))
  try {
    const code = join(folder, '1.001193')
    cpSync(join(catalogue, '1.001193'), code, { recursive: true })
    const file = join(code, 'procedure.json')
    const one = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...one, words: { ...one.words, 'Giấy lạ': { en: 'Strange paper' } } }))
    const read = await readProcedureFolder(code)
    assert.ok(!read.ok)
    assert.deepEqual(problemLines(read.detail), ['procedure.json /words: the procedure does not say: Giấy lạ'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
