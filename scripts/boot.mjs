// The one way in: makes sure the machine has what Một Cửa runs on, then hands over. Runs on any Node ≥ 20.11.
// Usage: node scripts/boot.mjs start|test|bench|soak|check|motcua [arguments]
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { checkArguments, testArguments, benchArguments } from './commands.mjs'
import {
  ensureBenchPackages,
  ensurePackages,
  ensureRuntime,
  ensureTokenPackages,
  nodeBinary,
  root,
} from './install.mjs'

const program = ['--import', join(root, 'scripts/tsx.mjs'), '--import', join(root, 'scripts/tether.mjs')]
/**
 * Small young generations, few arenas, large blocks given back at once: opened and idle the house holds half the memory (378 to 170 MB).
 * What is no longer needed is collected when the heap has grown by half, not when it has doubled: busy with papers 366 to 337 MB. By a quarter it costs an act a tenth more.
 */
const frugal = ['--max-semi-space-size=4', '--heap-growing-percent=50']
const frugalAllocator = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '65536' }
/** What was compiled once is not compiled again: a second less of processor time for each program that opens a house. */
const compiled = { NODE_COMPILE_CACHE: join(root, '.build/compiled') }
const commandLine = join(root, 'src/main/cli.ts')

/** Each command is a list of programs run one after the other under the pinned Node; the first failure ends it, but of measurements the others still run. */
const commands = {
  start: (rest) => [[...frugal, ...program, commandLine, 'start', ...rest]],
  motcua: (rest) => [[...program, commandLine, ...rest]],
  test: (rest) => [testArguments(rest)],
  soak: (rest) => [testArguments(rest, { soak: true })],
  bench: (rest) => benchArguments(rest).map((file) => [...program, ...file]),
  check: () => checkArguments(),
}

const [name = '', ...rest] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (!command) {
  console.error(`Usage: node scripts/boot.mjs ${Object.keys(commands).join('|')} [arguments]`)
  process.exit(2)
}

try {
  await ensureRuntime()
  await ensurePackages()
  if (name === 'bench') await ensureBenchPackages()
  if (process.env.MOTCUA_MASTER_KEY?.startsWith('pkcs11:')) await ensureTokenPackages()
  let worst = 0
  for (const args of command(rest)) {
    const code = await run(args, name)
    if (code !== 0 && (name !== 'bench' || code > 128)) process.exit(code)
    worst = Math.max(worst, code)
  }
  process.exit(worst)
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault)
  process.exit(1)
}

/** Runs one program to its end, passes signals on, and answers its exit code (128 + number when a signal ended it). */
function run(args, name) {
  const env = {
    ...compiled,
    ...(name === 'start' ? frugalAllocator : {}),
    ...process.env,
    ...(name === 'soak' ? { MOTCUA_SOAK: '1' } : {}),
  }
  const tethered = args.includes(program[3])
  const child = spawn(nodeBinary, args, {
    cwd: root,
    env,
    stdio: ['inherit', 'inherit', 'inherit', ...(tethered ? ['ipc'] : [])],
  })
  const forward = (signal) => {
    // A terminal sends Ctrl-C to the whole group, so the child has it already; a second one would mean "at once".
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  }
  const orphaned = whenOrphaned(() => child.kill('SIGTERM'))
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']
  for (const signal of signals) process.on(signal, forward)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      clearInterval(orphaned)
      for (const each of signals) process.off(each, forward)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

/** npm waits for us, so when our parent changes npm was killed and nobody would ever stop what we started. */
function whenOrphaned(stop) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return undefined
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 300)
  return watch
}
