import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Break, sealOf, system, type Verdict, verify, verifyDay } from '../../audit/index.ts'
import { CannotOpen } from '../../ground/cannot-open.ts'
import type { Config } from '../../ground/config.ts'
import { type Day, day as readDay } from '../../ground/day.ts'
import { evidenceTar } from '../../signatures/index.ts'
import { sealCheckOf } from '../audit-seal.ts'
import { mustBeFolder } from '../given-file.ts'
import { openHouse, type OpenHouse } from '../open.ts'

export const auditHelp = `
  motcua audit verify                 toàn bộ / every chain, every closed day, every seal
  motcua audit verify --day 2026-03-02   một ngày / one day alone, however long the audit is
  motcua audit export --out bang-chung.tar [--stream dossier:…] [--from 2026-03-01] [--until 2026-03-31] [--act open]
                                      bằng chứng có chữ ký và dấu thời gian / signed and stamped evidence
`

const given = { type: 'string' } as const
const options = { day: given, out: given, stream: given, from: given, until: given, act: given }
type Given = { [name in keyof typeof options]?: string | undefined }

async function exportTo(house: OpenHouse, { out, stream, from, until, act }: Given): Promise<number> {
  const asked = {
    ...(stream ? { stream } : {}),
    ...(act ? { act } : {}),
    ...(from ? { from: dayGiven(from) } : {}),
    ...(until ? { until: dayGiven(until) } : {}),
  }
  writeFileSync(out!, await evidenceTar(house, asked, system.id, house.clock.now()), { mode: 0o600 })
  console.log(`  Đã xuất / exported: ${out}`)
  return 0
}

/** `audit verify`: 0 when chains, closed days and seals hold, 1 with every break named by its day and entry. */
export async function auditCommand(config: Config, rest: string[]): Promise<number> {
  const { positionals, values } = parseArgs({ args: rest, allowPositionals: true, options })
  const what = positionals[0]
  if (what !== 'verify' && !(what === 'export' && values.out)) {
    console.error(auditHelp)
    return 2
  }
  if (what === 'export') mustBeFolder(dirname(resolve(values.out!)))
  const day = values.day === undefined ? undefined : dayGiven(values.day)
  if (!config.databaseUrl && !existsSync(join(config.data, 'postgres'))) {
    console.error(`  Không có dữ liệu ở / nothing lies in: ${config.data} (MOTCUA_DATA)`)
    return 2
  }
  console.log(`  Dữ liệu / data: ${config.databaseUrl ? 'DATABASE_URL' : config.data}`)
  const house = await openHouse({ ...config, logLevel: 'warn' }, { connections: 2 })
  try {
    return what === 'export' ? await exportTo(house, values) : await verifyAndTell(house, day)
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
