import type { Tx } from '../ground/database.ts'

/** Who proves to be the holder loses what whoever had the account before set up to get in: device, recovery codes, passkeys. */
export async function forgetProofs(tx: Tx, account: string): Promise<void> {
  await tx.deleteFrom('accounts.second_factor').where('account', '=', account).execute()
  await tx.deleteFrom('accounts.recovery_code').where('account', '=', account).execute()
  await tx.deleteFrom('accounts.passkey').where('account', '=', account).execute()
}
