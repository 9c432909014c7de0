import { sql } from 'kysely'

/** The ids under which one holder is written: their account, and those that were merged into it. What cannot be rewritten, such as a sent message, is read by them. */
export const sameHolder = (account: string) => sql<string>`any(array(
  select ${account}::uuid union all select id from accounts.account where merged_into = ${account}::uuid))`
