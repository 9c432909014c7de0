import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../journeys/reach.ts'
import { rotateKeyring } from '../ground/vault/index.ts'
import { keysInUse, rewrapAll, sealedPlaces } from './rewrap.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

test('the master key is changed while people read and file: no reading fails, no file is written anew, nothing is left under the old key', async () => {
  const { id } = await at.dossierIn('returned')
  const { items } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}/documents`)
  const addresses = await files()
  const work = { over: false }
  const failures: unknown[] = []
  let readings = 0
  const reading = async (look: () => Promise<unknown>) => {
    while (!work.over)
      await look().then(
        () => (readings += 1),
        (fault: unknown) => failures.push(fault),
      )
  }
  const readers = [
    reading(() => at.api.bytes('congdan', `/files/${items[0].file}/content`)),
    reading(() => at.api.expect(200, 'congdan', 'GET', '/messages')),
    reading(() => at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}/history`)),
    reading(() => at.dossierIn('submitted')),
  ]
  assert.equal(await rotateKeyring(house.house.config.keyFile), 2)
  const rewrapped = await rewrapAll(house.house)
  work.over = true
  await Promise.all(readers)

  assert.deepEqual(failures, [])
  assert.ok(readings >= 4, `${readings} readings`)
  assert.ok(rewrapped['documents.file.wrapped_key']! >= addresses.length)
  assert.ok(rewrapped['dossiers.event.details'] !== undefined)
  assert.equal(rewrapped['demo-ca/root.key.sealed'], 1)
  while (Object.values(await rewrapAll(house.house)).some((n) => n > 0));
  const used = await keysInUse(house.house)
  assert.deepEqual([...used.keys()], [2])
  assert.equal(await rotateKeyring(house.house.config.keyFile), 3)
  const again = Object.values(await rewrapAll(house.house)).reduce((sum, n) => sum + n, 0)
  assert.deepEqual(
    [...(await keysInUse(house.house))],
    [[3, again]],
    'what is said to be wrapped anew is what the new key wraps',
  )
  const kept = new Map((await files()).map((file) => [file.id, file.address]))
  for (const file of addresses) assert.equal(kept.get(file.id), file.address, 'the sealed bytes stayed as they were')
})

const files = () => house.house.db.selectFrom('documents.file').select(['id', 'address']).execute()

test('every sealed value in a row that was ever written is found by the rotation', async () => {
  const places = (await sealedPlaces(house.house.db)).map(({ table, column }) => `${table}.${column}`)
  for (const one of ['accounts.account.profile_sealed', 'dossiers.dossier.form_sealed', 'documents.file.wrapped_key'])
    assert.ok(places.includes(one), one)
})
