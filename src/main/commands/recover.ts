import { accountByName, recoverAccount } from '../../accounts/index.ts'
import { system } from '../../audit/index.ts'
import type { Config } from '../../ground/config.ts'
import { refused } from '../../ground/result.ts'
import { openHouse } from '../open.ts'

/**
 * `recover <user name>`: whoever runs the machine gives an officer a one-time password, where no second administrator can; the officer and the heads of the agency hear of it.
 * 1 when no officer has the name, or the account is closed.
 */
export async function recoverCommand(config: Config, [username]: string[]): Promise<number> {
  if (!username) {
    console.error('  motcua recover <user name>')
    return 2
  }
  const house = await openHouse({ ...config, logLevel: 'warn' }, { connections: 2 })
  try {
    const given = await house.atDesk({ ...system, posts: [] }, async (desk) => {
      const account = await accountByName(desk.sql, username)
      if (account?.kind !== 'officer') return refused('not-found')
      const reason = 'Người vận hành máy chủ cấp lại / given back by whoever runs the machine'
      return recoverAccount(desk, { account: account.id, by: 'manager', reason, atMachine: true })
    })
    if (given.ok) console.log(`  Mật khẩu dùng một lần / one-time password: ${given.value.firstPassword}`)
    else console.error(`  Không cấp lại được / not given back: ${username} (${given.refusal})`)
    return given.ok ? 0 : 1
  } finally {
    await house.close()
  }
}
