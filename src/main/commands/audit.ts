import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { verify } from '../../audit/index.ts'
import type { Config } from '../../ground/config.ts'
import { openHouse } from '../open.ts'

/** `audit verify`: walks all chains and closed days; 0 when they hold, 1 with every break named. */
export async function auditCommand(config: Config, [what]: string[]): Promise<number> {
  if (what !== 'verify') {
    console.error('  motcua audit verify')
    return 2
  }
  if (!config.databaseUrl && !existsSync(join(config.data, 'postgres'))) {
    console.error(`  Không có dữ liệu ở / nothing lies in: ${config.data} (MOTCUA_DATA)`)
    return 2
  }
  console.log(`  Dữ liệu / data: ${config.databaseUrl ? 'DATABASE_URL' : config.data}`)
  const house = await openHouse({ ...config, logLevel: 'warn' }, { connections: 2 })
  try {
    const { holds, entries, streams, days, breaks } = await verify(house.db)
    for (const { what: kind, stream, position, id, day } of breaks) {
      console.log(`  ${kind}: ${[day, stream, position && `#${position}`, id && `id ${id}`].filter(Boolean).join(' ')}`)
    }
    console.log(
      `  ${holds ? 'nguyên vẹn / holds' : 'KHÔNG nguyên vẹn / BROKEN'}: ${entries} entries, ${streams} streams, ${days} closed days`,
    )
    return holds ? 0 : 1
  } finally {
    await house.close()
  }
}
