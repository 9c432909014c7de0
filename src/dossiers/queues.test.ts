import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse } from '../../journeys/reach.ts'

let house: TestHouse
let at: Reacher
const filed: string[] = []
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  // Entered at the counter: the officer sees them as who filed them and as whose counter they came in at.
  for (let left = 3; left > 0; left -= 1) {
    filed.push((await at.dossierIn('submitted', { filer: 'tiepnhan', channel: 'counter' })).id)
  }
  filed.push((await at.dossierIn('submitted')).id)
})
after(() => house.close())

type Page = { items: { id: string; changedAt: string }[]; next: string | null }
const page = (who: string, query: string): Promise<Page> => at.api.expect(200, who, 'GET', `/dossiers?${query}`)

/** Every id of a list, page after page of two. */
async function listed(who: string, query: string): Promise<string[]> {
  const ids: string[] = []
  let cursor = ''
  do {
    const { items, next } = await page(who, `${query}&limit=2${cursor && `&cursor=${cursor}`}`)
    ids.push(...items.map(({ id }) => id))
    cursor = next ?? ''
  } while (cursor)
  return ids
}

test('what is seen for two reasons is listed once, the latest change first, on whichever page it stands', async () => {
  assert.deepEqual(await listed('tiepnhan', 'queue=all'), filed.toReversed())
  assert.deepEqual(await listed('thanhtra', 'queue=all'), filed.toReversed())
})

test('a queue lists each dossier once, the least remaining time first, page after page', async () => {
  const waiting = await listed('tiepnhan', 'queue=intake')
  assert.deepEqual(waiting.toSorted(), filed.toSorted())
  const once = await page('tiepnhan', 'queue=intake&limit=100')
  assert.deepEqual(
    waiting,
    once.items.map(({ id }) => id),
  )
})

test('a name is found by a part of it without its marks, and only by whoever reaches the dossier', async () => {
  const found = await listed('tiepnhan', 'queue=all&q=cam%20nhung')
  assert.deepEqual(found, filed.slice(0, 3).toReversed())
  assert.deepEqual(await listed('sotaichinh', 'queue=all&q=cam%20nhung'), [])
})

test('who has no post lists what is theirs and nothing else', async () => {
  assert.deepEqual(await listed('congdan', 'queue=all'), [filed[3]])
})
