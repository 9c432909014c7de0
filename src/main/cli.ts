import { CannotOpen } from '../ground/cannot-open.ts'
import { type Config, readConfig } from '../ground/config.ts'
import { auditCommand, auditHelp } from './commands/audit.ts'
import { backupCommand, backupHelp } from './commands/backup.ts'
import { calendarCommand } from './commands/calendar.ts'
import { catalogueCommand } from './commands/catalogue.ts'
import { databaseCommand } from './commands/database.ts'
import { keysCommand, keysHelp } from './commands/keys.ts'
import { lawCommand } from './commands/law.ts'
import { requirementsCommand } from './commands/requirements.ts'
import { restoreCommand, restoreHelp } from './commands/restore.ts'
import { start } from './commands/start.ts'
import { unlockCommand } from './commands/unlock.ts'
import { vouchCommand } from './commands/vouch.ts'

type Command = { words: string; help: string; more?: string; run: (rest: string[]) => Promise<number> }

const config = configOrEnd()

const commands: Record<string, Command> = {
  start: { words: 'start', help: 'mở cửa / start the house', run: () => start(config) },
  audit: {
    words: 'audit verify',
    help: 'kiểm tra chuỗi nhật ký / walk the audit chains',
    more: auditHelp,
    run: (rest) => auditCommand(config, rest),
  },
  backup: {
    words: 'backup <folder>',
    help: 'sao lưu, cả khi đang chạy / back up, also while it runs',
    more: backupHelp,
    run: (rest) => backupCommand(config, rest),
  },
  restore: {
    words: 'restore <folder> --to',
    help: 'phục hồi vào thư mục trống / restore into an empty folder',
    more: restoreHelp,
    run: (rest) => restoreCommand(config, rest, process.env['MOTCUA_KEY_FILE']),
  },
  catalogue: {
    words: 'catalogue load | import',
    help: 'nạp thủ tục từ thư mục, nhập danh mục quốc gia / load folders, import the national catalogue',
    run: (rest) => catalogueCommand(config, rest),
  },
  keys: {
    words: 'keys rotate | status',
    help: 'xoay khóa chủ / rotate the master key',
    more: keysHelp,
    run: (rest) => keysCommand(config, rest),
  },
  unlock: {
    words: 'unlock',
    help: 'mở khóa tài khoản và thiết bị ký / open an account and its signing devices',
    run: (rest) => unlockCommand(config, rest),
  },
  vouch: {
    words: 'vouch',
    help: 'xác nhận đúng chủ tài khoản cán bộ / vouch for an officer’s account',
    run: (rest) => vouchCommand(config, rest),
  },
  calendar: {
    words: 'calendar import',
    help: 'nạp lịch làm việc một năm / import the calendar of a year <csv> [--check]',
    run: (rest) => calendarCommand(config, rest),
  },
  database: {
    words: 'database types',
    help: 'sinh lại kiểu dữ liệu / regenerate rows and schema',
    run: (rest) => databaseCommand(rest),
  },
  law: {
    words: 'law',
    help: 'quy tắc theo điều luật / rules by the article they carry out [--write] [--check]',
    run: async (rest) => lawCommand(rest),
  },
  requirements: {
    words: 'requirements',
    help: 'yêu cầu đã có bài kiểm thử / requirements that tests claim [--open] [--json] [--write] [--check]',
    run: async (rest) => requirementsCommand(rest),
  },
}

function usage(): string {
  return Object.values(commands)
    .map(({ words, help }) => `  motcua ${words.padEnd(20)} ${help}`)
    .join('\n')
}

const [name = 'help', ...rest] = process.argv.slice(2)
const command = commands[name]
if (!command || (rest.includes('--help') && name !== 'catalogue')) {
  console.log(command ? (command.more ?? `  motcua ${command.words}   ${command.help}`) : usage())
  process.exit(command || name === 'help' || name === '--help' ? 0 : 2)
}
process.exit(
  await command.run(rest).catch((fault: unknown) => {
    const { code, message } = fault as { code?: string; message: string }
    const misread = code?.startsWith('ERR_PARSE_ARGS') ?? false
    if (!misread && !(fault instanceof CannotOpen)) throw fault
    console.error(`\n  ${message}\n`)
    return misread ? 2 : 1
  }),
)

/** Surroundings in which the house may not open are told in their sentence. */
function configOrEnd(): Config {
  try {
    return readConfig(process.env)
  } catch (fault) {
    if (!(fault instanceof CannotOpen)) throw fault
    console.error(`\n  ${fault.message}\n`)
    process.exit(1)
  }
}
