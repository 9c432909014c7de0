import { CannotOpen } from '../ground/cannot-open.ts'
import { type Config, readConfig } from '../ground/config.ts'
import { auditCommand, auditHelp } from './commands/audit.ts'
import { backupCommand, backupHelp } from './commands/backup.ts'
import { calendarCommand } from './commands/calendar.ts'
import { catalogueCommand } from './commands/catalogue.ts'
import { databaseCommand } from './commands/database.ts'
import { keysCommand, keysHelp } from './commands/keys.ts'
import { lawCommand } from './commands/law.ts'
import { type CommandName, helpOf } from './commands/list.ts'
import { requirementsCommand } from './commands/requirements.ts'
import { restoreCommand, restoreHelp } from './commands/restore.ts'
import { start } from './commands/start.ts'
import { unlockCommand } from './commands/unlock.ts'
import { recoverCommand } from './commands/recover.ts'
import { vouchCommand } from './commands/vouch.ts'

type Command = { more?: string; run: (rest: string[]) => Promise<number> }

const config = configOrEnd()

const commands: Record<CommandName, Command> = {
  start: { run: () => start(config) },
  audit: { more: auditHelp, run: (rest) => auditCommand(config, rest) },
  backup: { more: backupHelp, run: (rest) => backupCommand(config, rest) },
  restore: { more: restoreHelp, run: (rest) => restoreCommand(config, rest, process.env['MOTCUA_KEY_FILE']) },
  catalogue: { run: (rest) => catalogueCommand(config, rest) },
  calendar: { run: (rest) => calendarCommand(config, rest) },
  keys: { more: keysHelp, run: (rest) => keysCommand(config, rest) },
  unlock: { run: (rest) => unlockCommand(config, rest) },
  recover: { run: (rest) => recoverCommand(config, rest) },
  vouch: { run: (rest) => vouchCommand(config, rest) },
  database: { run: (rest) => databaseCommand(rest) },
  law: { run: async (rest) => lawCommand(rest) },
  requirements: { run: async (rest) => requirementsCommand(rest) },
}

const [name = 'help', ...rest] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name as CommandName] : undefined
if (!command) {
  const isAsked = name === 'help' || name === '--help' || name === '-h'
  if (isAsked) console.log(helpOf())
  else console.error(`\n  Không có lệnh “${name}”. Các lệnh / no such command; there are:\n\n${helpOf()}\n`)
  process.exit(isAsked ? 0 : 2)
}
if (rest.includes('--help') && name !== 'catalogue') {
  console.log(command.more ?? helpOf(name))
  process.exit(0)
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
