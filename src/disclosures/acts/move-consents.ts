import type { Tx } from '../../ground/database.ts'

/** Two accounts of one holder became one: what they agreed to by the closed one they see, and may withdraw, by the kept one. */
export async function moveConsents(sql: Tx, { from, into }: { from: string; into: string }): Promise<void> {
  await sql.updateTable('disclosures.consent').set({ account: into }).where('account', '=', from).execute()
  await sql.updateTable('disclosures.release').set({ holder: into }).where('holder', '=', from).execute()
}
