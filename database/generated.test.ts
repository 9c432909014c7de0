import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { generateRows } from '../src/ground/rows.ts'
import { dumpSchema } from '../src/ground/schema-dump.ts'
import { testDatabase, type TestDatabase } from '../src/ground/testing/database.ts'

let database: TestDatabase
before(async () => void (database = await testDatabase()))
after(() => database.drop())

test('schema.sql and rows.ts say what the migrations make; otherwise run `npm run motcua -- database types`', async () => {
  assert.equal(kept('schema.sql'), await dumpSchema(database.ownerUrl))
  assert.equal(kept('rows.ts'), await generateRows(database.ownerUrl))
})

function kept(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8')
}
