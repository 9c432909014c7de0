import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { fieldsOf, formFor, pointersOf, readProcedureFolder, sworn, textsOf, validateForm } from './index.ts'

const catalogue = new URL('../../catalogue/', import.meta.url).pathname
const codes = readdirSync(catalogue)
const formOf = async (code: string) => {
  const folder = await readProcedureFolder(`${catalogue}${code}`)
  assert.ok(folder.ok, code)
  return folder.value.definition.form
}
const vietnamese = /[ăâđêôơưạảãẹẻẽịỉĩọỏõụủũỳỵỷỹếềểễệốồổỗộớờởỡợứừửữựấầẩẫậắằẳẵặ]/i

test('everything a form asks is asked in English too; only proper names stay Vietnamese', async () => {
  for (const code of codes) {
    const left = textsOf(formFor(await formOf(code), 'en', 'filer')).filter((text) =>
      vietnamese.test(text.replace(/“Hộ kinh doanh”|đồng/g, '')),
    )
    assert.deepEqual(left, [], code)
  }
})

test('at the counter no question speaks to the filer, who is not the one who types', async () => {
  for (const code of codes) {
    const left = textsOf(formFor(await formOf(code), 'vi', 'counter')).filter((text) =>
      /(^|\s)(bạn|tôi)(\s|[.,]|$)/i.test(text),
    )
    assert.deepEqual(left, [], code)
  }
})

test('a filer is asked everything but the declaration, which is made when submitting', async () => {
  for (const code of codes) {
    const form = await formOf(code)
    const asked = formFor(form, 'vi', 'filer').layout.pages.flatMap(pointersOf)
    const all = fieldsOf(form).map(({ pointer }) => pointer)
    assert.deepEqual(asked.toSorted(), all.filter((one) => one !== '/declaration').toSorted(), code)
    const { declaration: _declared, ...answers } = form.example
    assert.equal(validateForm(form, answers).ok, false, code)
    assert.equal(validateForm(form, sworn(form, answers)).ok, true, code)
  }
})

test('the words of a form change what is shown and never what is valid', async () => {
  for (const code of codes) {
    const form = await formOf(code)
    for (const voice of ['filer', 'counter', 'reader'] as const)
      assert.deepEqual(validateForm(formFor(form, 'en', voice), form.example), validateForm(form, form.example), code)
  }
})
