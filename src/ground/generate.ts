import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateRows } from './rows.ts'
import { dumpSchema } from './schema-dump.ts'
import { testDatabase } from './testing/database.ts'

/** Writes `schema.sql` and `rows.ts` into `database/` anew, from an empty database with every migration applied. */
export async function writeGenerated(): Promise<void> {
  const folder = join(import.meta.dirname, '../../database')
  const database = await testDatabase()
  try {
    writeFileSync(join(folder, 'schema.sql'), await dumpSchema(database.ownerUrl))
    writeFileSync(join(folder, 'rows.ts'), await generateRows(database.ownerUrl))
  } finally {
    await database.drop()
  }
}
