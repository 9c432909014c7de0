import { system } from '../../audit/index.ts'
import type { Config } from '../../ground/config.ts'
import { agencyProblems, importNational, type ImportReport, linesOf, type Unfit } from '../../procedures/index.ts'
import { mustBeFile } from '../given-file.ts'
import { type OpenHouse, openHouse } from '../open.ts'

import { loadCatalogue, loadSystem } from '../province.ts'

const usage = `  motcua catalogue load [folder]
      nạp thủ tục của tỉnh từ thư mục; bản mới chờ thử nghiệm đạt mới áp dụng / load the procedures described in folders; a new
      version waits until its test is passed
  motcua catalogue import <file.jsonl.gz> [--json]
      nhập danh mục thủ tục quốc gia, mỗi dòng một thủ tục (JSON, UTF-8, nén gzip hoặc không): nhập trọn hoặc không nhập gì;
      nhập lại cùng tệp không đổi gì. / take in an export of the national catalogue, one procedure a line: whole or not at all;
      the same file again changes nothing. --json prints the figures and every piece that could not be read surely.`

/**
 * `catalogue load [folder]`: each folder becomes a version when its content is new; loading twice changes nothing.
 * `catalogue import <file>`: the national export, whole or not at all; 1 with line and reason when it cannot be taken.
 */
export async function catalogueCommand(config: Config, [what, ...rest]: string[]): Promise<number> {
  const [file] = rest.filter((one) => !one.startsWith('--'))
  if (rest.includes('--help') || what === '--help') {
    console.log(usage)
    return 0
  }
  if (what !== 'load' && !(what === 'import' && file)) {
    console.error(usage)
    return 2
  }
  if (what === 'import') mustBeFile(file!)
  const house = await openHouse({ ...config, logLevel: 'warn' }, { connections: 2 })
  try {
    if (what === 'import') return await importFile(house, file!, rest.includes('--json'))
    const outcome = await house.db.transaction().execute(async (tx) => {
      const loaded = await loadCatalogue(tx, house.clock.now(), { folder: file })
      const lacking = await agencyProblems(tx)
      if (lacking.length > 0) throw new Error(lacking.join('\n'))
      return loaded
    })
    for (const [code, how] of Object.entries(outcome)) console.log(`  ${code} ${how}`)
    if (Object.values(outcome).some((how) => how !== 'unchanged'))
      console.log(
        '  Bản mới chờ thử nghiệm; ghi kết quả và đưa vào áp dụng ở /quan-tri/quy-trinh. / New versions wait for their test.',
      )
    return 0
  } finally {
    await house.close()
  }
}

async function importFile(house: OpenHouse, file: string, json: boolean): Promise<number> {
  await house.db.transaction().execute((tx) => loadSystem(tx, house.clock.now()))
  const outcome = await house.atDesk(system, ({ sql, now }) =>
    importNational(sql, linesOf(file), { now, actor: system.id }),
  )
  if (!outcome.ok) {
    const { line, reason } = outcome.detail as Unfit
    console.error(`  Không nhập gì / nothing was imported: dòng/line ${line}: ${reason}`)
    return 1
  }
  await print(json ? asJson(outcome.value) : asText(outcome.value))
  return 0
}

/** Until the last byte is taken: a pipe takes 64 KiB at a time, and the command ends right after. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${text}\n`, () => resolve()))
}

/** The figures and what stayed unread; codes that vanished and differences from our own definitions are told to people only. */
function asJson({ missing: _missing, differences: _differences, ...report }: ImportReport): string {
  return JSON.stringify(report)
}

function asText(report: ImportReport): string {
  const { procedures, timeLimits, fees, papers, unread, missing, differences } = report
  const share = ({ printed, structured }: { printed: number; structured: number }) =>
    `${structured} / ${printed} (${printed === 0 ? '–' : ((100 * structured) / printed).toFixed(1)} %)`
  const byNote = fees.structured - fees.exact
  const byPart = Object.entries(Object.groupBy(unread, ({ part }) => part))
  return [
    `  thủ tục / procedures: ${procedures}: ${report.new} mới/new, ${report.changed} đổi/changed, ${report.unchanged} như cũ/unchanged`,
    `  thời hạn / time limits: ${share(timeLimits)}`,
    `  phí, lệ phí / fees: ${share(fees)}`,
    `    là một số tiền hoặc miễn phí / one sum or free: ${share({ ...fees, structured: fees.exact })}`,
    `    theo ghi chú / by a note: ${byNote}: ${fees.told} nêu số tiền, nơi quy định hoặc văn bản / with sums, who sets them or an act; ${byNote - fees.told} chỉ có lời / words only`,
    `  giấy tờ / papers: ${share(papers)}`,
    `  chưa đọc chắc / not read surely: ${unread.length}${byPart.length > 0 ? `: ${byPart.map(([part, all]) => `${part} ${all?.length}`).join(', ')}` : ''}`,
    ...missing.map((code) => `  không còn trong danh mục / no longer in the export: ${code}`),
    ...differences.map(
      ({ code, point, own, national }) =>
        `  khác nhau / differs: ${code} ${point}: tỉnh/own “${own}”, quốc gia/national “${national}”`,
    ),
  ].join('\n')
}
