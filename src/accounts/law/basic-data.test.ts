import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeableBy, checkRepresentative, dataFields, waitsForAuthentication } from './index.ts'

test('how somebody is reached changes at once, everything that says who they are waits [S0-6.1g] [S1-10.3a]', () => {
  assert.deepEqual(
    dataFields.filter((field) => !waitsForAuthentication(field)),
    ['phone', 'email'],
  )
  for (const kind of ['person', 'organisation'])
    assert.ok(changeableBy(kind).every(waitsForAuthentication), `${kind}: what is asked for here waits`)
})

test('an organisation names its legal representative, a person needs none [S1-17.2b]', () => {
  const refused = { ok: false, refusal: 'representative-needed' }
  for (const missing of [undefined, '', '   '])
    assert.partialDeepStrictEqual(checkRepresentative('organisation', missing), refused)
  assert.equal(checkRepresentative('organisation', 'Lê Văn Tâm').ok, true)
  assert.equal(checkRepresentative('person', undefined).ok, true)
})
