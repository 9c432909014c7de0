import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type FormDefinition, validateForm } from '../../procedures/index.ts'
import { askedOn, FormFields, readAnswers, withAnswers } from './index.ts'

const catalogue = join(import.meta.dirname, '../../../catalogue')
const forms = readdirSync(catalogue)
  .filter((name) => /^\d\.\d{6}$/.test(name))
  .map((code) => ({
    code,
    form: JSON.parse(readFileSync(join(catalogue, code, 'form.json'), 'utf8')) as FormDefinition,
  }))

function shown(form: FormDefinition, value: Record<string, unknown>): string {
  return renderToString(h(FormFields, { form, value, language: 'vi' }))
}

/** What a browser would send of this page. */
function sent(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  const said = (text = '') => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
  const part = (tag: string, name: string) => said(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1])
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const isChoice = /type="(radio|checkbox)"/.test(tag)
    if (!isChoice || / checked/.test(tag)) fields[part(tag, 'name')] = part(tag, 'value')
  }
  for (const [, tag = '', inside = ''] of html.matchAll(/(<select[^>]*>)(.*?)<\/select>/gs)) {
    const chosen = /<option[^>]* selected[^>]*>/.exec(inside)?.[0] ?? ''
    fields[part(tag, 'name')] = part(chosen, 'value')
  }
  for (const [, tag = '', inside = ''] of html.matchAll(/(<textarea[^>]*>)(.*?)<\/textarea>/gs)) {
    fields[part(tag, 'name')] = said(inside)
  }
  return fields
}

for (const { code, form } of forms) {
  test(`${code}: what the page shows comes back as the same answers`, () => {
    const check = validateForm(form, readAnswers(form, sent(shown(form, form.example))))
    assert.ok(check.ok, JSON.stringify(check))
    assert.deepEqual(check.value, form.example)
  })

  test(`${code}: an empty page comes back without answers that nobody gave`, () => {
    const check = validateForm(form, readAnswers(form, sent(shown(form, {}))), { partial: true })
    assert.ok(check.ok || check.errors.every(({ path }) => path !== ''), JSON.stringify(check))
  })
}

const birth = forms.find(({ code }) => code === '1.001193')!.form

test('a date that is none comes back as it was typed, to be shown again', () => {
  const typed = { '/child/birthDate-day': '31', '/child/birthDate-month': '2', '/child/birthDate-year': '2026' }
  const answers = readAnswers(birth, typed)
  assert.deepEqual(answers['child'], { birthDate: '2026-02-31' })
  const html = shown(birth, answers)
  assert.match(html, /name="\/child\/birthDate-day"[^>]* value="31"/)
})

test('of a date of which only the year is known the year comes back', () => {
  const answers = readAnswers(birth, { '/father/birthDate-year': '1990' })
  assert.deepEqual(answers['father'], { birthDate: '1990' })
})

test('a page takes only its own questions; answers of other pages stay', () => {
  const page = birth.layout.pages.find(({ id }) => id === 'child')!
  const known = { requester: { name: 'Trần Thị Mai Hoa' }, child: { name: 'Cũ' } }
  const asked = askedOn(birth, [page], known)
  const answers = readAnswers(
    birth,
    { '/child/name': 'Mới', '/requester/name': 'Không phải của trang này' },
    { known, asked },
  )
  assert.deepEqual(answers, { requester: { name: 'Trần Thị Mai Hoa' }, child: { name: 'Mới' } })
  assert.deepEqual(known.child, { name: 'Cũ' })
})

test('a question that hangs on another page is asked only when that answer calls for it', () => {
  const father = birth.layout.pages.filter(({ id }) => id === 'father')
  assert.ok(askedOn(birth, father, {}).includes('/father/name'), 'both stand on one page: always there')
  const proof = { ...birth.layout.pages.find(({ id }) => id === 'proof')!, fields: ['/proof/number'] }
  assert.deepEqual(askedOn(birth, [proof], { proof: { kind: 'none' } }), [])
  assert.deepEqual(askedOn(birth, [proof], { proof: { kind: 'certificate' } }), ['/proof/number'])
})

test('what is lent never overwrites what was typed', () => {
  const answers = withAnswers(
    { requester: { name: 'Đã gõ' } },
    { '/requester/name': 'Cho mượn', '/requester/phone': '0905111222' },
  )
  assert.deepEqual(answers, { requester: { name: 'Đã gõ', phone: '0905111222' } })
})
