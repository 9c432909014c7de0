import { writeGenerated } from '../../ground/generate.ts'

/** `database types`: regenerates `database/rows.ts` and `database/schema.sql` from the migrations. */
export async function databaseCommand([what]: string[]): Promise<number> {
  if (what !== 'types') {
    console.error('  motcua database types')
    return 2
  }
  await writeGenerated()
  return 0
}
