import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Break, sealOf, type Verdict, verify, verifyDay } from '../../audit/index.ts'
import { CannotOpen } from '../../ground/cannot-open.ts'
import type { Config } from '../../ground/config.ts'
import { type Day, day as readDay } from '../../ground/day.ts'
import { sealCheckOf } from '../audit-seal.ts'
import { openHouse, type OpenHouse } from '../open.ts'

export const auditHelp = `
  motcua audit verify                 toàn bộ / every chain, every closed day, every seal
  motcua audit verify --day 2026-03-02   một ngày / one day alone, however long the audit is
`

/** `audit verify`: 0 when chains, closed days and seals hold, 1 with every break named by its day and entry. */
export async function auditCommand(config: Config, rest: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { day: { type: 'string' } },
  })
  if (positionals[0] !== 'verify') {
    console.error(auditHelp)
    return 2
  }
  const day = values.day === undefined ? undefined : dayGiven(values.day)
  if (!config.databaseUrl && !existsSync(join(config.data, 'postgres'))) {
    console.error(`  Không có dữ liệu ở / nothing lies in: ${config.data} (MOTCUA_DATA)`)
    return 2
  }
  console.log(`  Dữ liệu / data: ${config.databaseUrl ? 'DATABASE_URL' : config.data}`)
  const house = await openHouse({ ...config, logLevel: 'warn' }, { connections: 2 })
  try {
    return await verifyAndTell(house, day)
  } finally {
    await house.close()
  }
}

async function verifyAndTell(house: OpenHouse, day: Day | undefined): Promise<number> {
  const check = await sealCheckOf(house)
  const found = day ? await verifyDay(house.db, day, check) : await verify(house.db, check)
  for (const line of found.breaks.map(breakLine)) console.log(`  ${line}`)
  console.log(`  ${verdictLine(found)}`)
  const seal = day && (await sealOf(house.db, day))
  if (seal) {
    const { stampedAt } = await check(seal)
    console.log(`  đóng dấu thời gian / stamped: ${stampedAt?.toISOString() ?? '–'}`)
  }
  return found.holds ? 0 : 1
}

export function breakLine({ what, stream, position, id, day, why }: Break): string {
  return `${what}: ${[day, stream, position && `#${position}`, id && `id ${id}`, why].filter(Boolean).join(' ')}`
}

function verdictLine({ holds, entries, streams, days }: Verdict): string {
  return `${holds ? 'nguyên vẹn / holds' : 'KHÔNG nguyên vẹn / BROKEN'}: ${entries} entries, ${streams} streams, ${days} closed days`
}

function dayGiven(text: string): Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new CannotOpen(`--day 2026-03-02, không phải / not: ${text}`)
  return readDay(text)
}
