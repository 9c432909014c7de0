import type { Config } from '../../ground/config.ts'
import { openHouse } from '../open.ts'
import { loadCatalogue } from '../province.ts'

/** `catalogue load [folder]`: each folder becomes a version when its content is new; loading twice changes nothing. */
export async function catalogueCommand(config: Config, [what, folder]: string[]): Promise<number> {
  if (what !== 'load') {
    console.error('  motcua catalogue load [folder]')
    return 2
  }
  const house = await openHouse({ ...config, logLevel: 'warn' }, { connections: 2 })
  try {
    const outcome = await house.db.transaction().execute((tx) => loadCatalogue(tx, house.clock.now(), folder))
    for (const [code, how] of Object.entries(outcome)) console.log(`  ${code} ${how}`)
    return 0
  } finally {
    await house.close()
  }
}
