/**
 * `database types`: regenerates `database/rows.ts` and `database/schema.sql` from the migrations. What it needs for that is read only here: an
 * open house does without.
 */
export async function databaseCommand([what]: string[]): Promise<number> {
  if (what !== 'types') {
    console.error('  motcua database types')
    return 2
  }
  const { writeGenerated } = await import('../../ground/generate.ts')
  await writeGenerated()
  return 0
}
