import { unlockAccount } from '../../accounts/index.ts'
import type { Config } from '../../ground/config.ts'
import { unlockKeys } from '../../signatures/index.ts'
import { openHouse } from '../open.ts'

/** `unlock <user name>`: waits after wrong passwords are over, devices locked by wrong PINs are open; 1 when nobody has the name. */
export async function unlockCommand(config: Config, [username]: string[]): Promise<number> {
  if (!username) {
    console.error('  motcua unlock <user name>')
    return 2
  }
  const house = await openHouse({ ...config, logLevel: 'warn' }, { connections: 2 })
  try {
    const account = await unlockAccount(house.db, username, house.clock.now())
    if (!account.ok) {
      console.error(`  Không có tài khoản / no such account: ${username}`)
      return 1
    }
    const keys = await unlockKeys(house.db, account.value.id, house.clock.now())
    console.log(`  Đã mở khóa / unlocked: ${username}, ${keys} thiết bị ký / devices`)
    return 0
  } finally {
    await house.close()
  }
}
