import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { readIdentityNumber, contradictions } from '../accounts/law/index.ts'
import { calendarFrom, usualHours } from '../calendar/law/index.ts'
import { documentForms, isResultForm } from '../documents/index.ts'
import {
  limitFor,
  merged,
  problemLines,
  readProcedureFolder,
  resultData,
  resultExample,
  runCase,
  validateForm,
} from './index.ts'

const catalogue = new URL('../../catalogue/', import.meta.url).pathname
const codes = readdirSync(catalogue).filter((name) => /^\d\.\d{6}$/.test(name))

/** Usual office hours, no holiday in the week of the cases. */
const calendar = calendarFrom({ version: 'cases', hours: usualHours, years: [{ year: 2026, days: [] }] })

/** What the house adds when it prints a result. */
const known = { agency: 'Ủy ban nhân dân phường Thuận Hóa', today: '2026-03-02', code: 'X-1', applicant: 'A' }

async function read(code: string) {
  const folder = await readProcedureFolder(`${catalogue}${code}`)
  assert.ok(folder.ok, folder.ok ? '' : `${code}\n${problemLines(folder.detail).join('\n')}`)
  return folder.value
}

for (const code of codes) {
  test(`${code} keeps the promises of its check cases`, async () => {
    const { definition, cases } = await read(code)
    for (const one of cases) {
      const { expected, actual } = runCase(definition, one, calendar)
      assert.deepEqual(actual, expected, `${code}: ${one.name}`)
    }
  })

  test(`${code} prints a result from every good filing of its cases`, async () => {
    const { definition, cases } = await read(code)
    const changes = [undefined, ...cases.filter((one) => one.valid).map((one) => one.change)]
    for (const result of definition.results) {
      assert.ok(isResultForm(result.template), `${result.template} is a paper of the house`)
      for (const change of changes) {
        const filed = validateForm(definition.form, merged(definition.form.example, change))
        assert.ok(filed.ok)
        const fields = resultData(result, filed.value, resultExample(result), known)
        const printed = documentForms[result.template].fields.safeParse(fields)
        assert.ok(printed.success, `${JSON.stringify(change)}: ${printed.error?.message}`)
      }
    }
  })

  test(`${code} states a limit for every channel it opens`, async () => {
    const { definition } = await read(code)
    for (const channel of definition.channels) assert.ok(limitFor(definition, channel).limit.value > 0)
  })

  test(`${code} uses identity numbers in its example that agree with what else it says`, async () => {
    const text = await readFile(`${catalogue}${code}/form.json`, 'utf8')
    const example = JSON.parse(text).example as Record<string, Record<string, string>>
    for (const part of Object.values(example)) {
      if (typeof part !== 'object' || !part['identityNumber']) continue
      const number = readIdentityNumber(part['identityNumber'])
      assert.ok(number.ok, part['identityNumber'])
      assert.deepEqual(contradictions(number.value, { sex: part['sex'], birthDate: part['birthDate'] }), [])
    }
  })
}

test('in every process the division has steps of its own between the assignment and the signature [S2-20.1a]', async () => {
  for (const code of codes) {
    const roles = (await read(code)).definition.process.map(({ role }) => role)
    const division = roles.findIndex((role) => role === 'processing-officer' || role === 'division-leader')
    assert.ok(division > roles.indexOf('agency-leader'), `${code}: after it is assigned`)
    assert.ok(division < roles.lastIndexOf('agency-leader') || roles.indexOf('records-clerk') > division, code)
    assert.ok(roles.includes('division-leader'), code)
  }
})

test('six procedures of one agency and two of several are ready from the first day', () => {
  const one = ['1.000656', '1.001193', '1.001612', '1.004873', '2.000635', '2.000815']
  assert.deepEqual(codes.toSorted(), [...one, '2.000286', '2.002621'].toSorted())
})

test('a change lays new answers over the example, and null takes one away', () => {
  assert.deepEqual(merged({ a: { b: 1, c: 2 }, d: 3 }, { a: { b: null, e: 4 }, d: 5 }), { a: { c: 2, e: 4 }, d: 5 })
  assert.deepEqual(merged({ a: 1 }, undefined), { a: 1 })
  assert.deepEqual(merged({ a: 1 }, { a: { b: null } }), { a: {} })
})
