import { vouchForOfficer } from '../../accounts/index.ts'
import type { Config } from '../../ground/config.ts'
import { openHouse } from '../open.ts'

/** `vouch <user name>`: whoever runs the machine saw that an officer's account is its holder's, where there is no second administrator yet; 1 when no officer has the name. */
export async function vouchCommand(config: Config, [username]: string[]): Promise<number> {
  if (!username) {
    console.error('  motcua vouch <user name>')
    return 2
  }
  const house = await openHouse({ ...config, logLevel: 'warn' }, { connections: 2 })
  try {
    const vouched = await vouchForOfficer(house.db, username, house.clock.now())
    if (vouched.ok) console.log(`  Đã xác nhận đúng chủ tài khoản / vouched for: ${username}`)
    else console.error(`  Không có cán bộ này / no such officer: ${username}`)
    return vouched.ok ? 0 : 1
  } finally {
    await house.close()
  }
}
