// Installs what is missing: the pinned Node from its own lock, then the packages of the main lock under that Node.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const runtimeFolder = join(root, 'scripts/node')
const runtimePackage = `node-linux-${process.arch}`
const runtimeVersion = readJson(join(runtimeFolder, 'package.json')).optionalDependencies[runtimePackage]
const packages = join(root, 'node_modules')
const stamp = join(packages, '.motcua-stamp')

export const nodeBinary = join(runtimeFolder, 'node_modules', runtimePackage, 'bin/node')

/** The pinned Node lies in scripts/node after this. */
export async function ensureRuntime() {
  if (process.platform !== 'linux' || !runtimeVersion) {
    throw new Error(
      `Một Cửa chạy trên Linux x64 hoặc arm64 / runs on Linux x64 or arm64, not ${process.platform} ${process.arch}`,
    )
  }
  await onlyOne('runtime', runtimeReady, async () => {
    await told(`Node ${runtimeVersion}`, () =>
      npm(runtimeFolder, ['ci', '--no-audit', '--no-fund', '--ignore-scripts']),
    )
    if (!runtimeReady()) throw new Error(`npm did not bring ${runtimePackage} ${runtimeVersion} into ${runtimeFolder}`)
  })
}

/** The packages of the main lock are installed after this. `npm install --no-save` because a lock written where the
 *  registry hides packages for other platforms is refused by `npm ci`; it honours the versions and hashes all the same. */
export async function ensurePackages() {
  await onlyOne('packages', packagesReady, async () => {
    rmSync(stamp, { force: true })
    const count = Object.keys(lock().packages).length - 1
    await told(`${count} gói / packages`, () =>
      npm(root, ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts']),
    )
    writeFileSync(stamp, key())
  })
}

/** What only measurements need (a browser's auditor, a load generator) lies in bench/node_modules after this. */
export async function ensureBenchPackages() {
  const folder = join(root, 'bench')
  await onlyOne(
    'bench',
    () => holds(folder),
    () => told('bench', () => npm(folder, ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'])),
  )
}

/** What speaks to a key device (PKCS#11) lies in scripts/token/node_modules after this. One package of it is compiled here, against the
 *  headers of the pinned Node: the machine needs g++, make and python3. */
export async function ensureTokenPackages() {
  const folder = join(root, 'scripts/token')
  const compiled = join(folder, 'node_modules/pkcs11js/build/Release/pkcs11.node')
  const headers = join(runtimeFolder, 'node_modules', runtimePackage)
  await onlyOne(
    'token',
    () => holds(folder) && existsSync(compiled),
    () =>
      told('PKCS#11', async () => {
        await npm(folder, ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'])
        await npm(folder, ['rebuild', 'pkcs11js', '--ignore-scripts=false'], { npm_config_nodedir: headers })
        if (!existsSync(compiled)) throw new Error(`npm did not compile ${compiled}: g++, make, python3?`)
      }),
  )
}

/** Whether the folder holds what its package.json names, in that version. */
function holds(folder) {
  return Object.entries(readJson(join(folder, 'package.json')).dependencies).every(([name, version]) => {
    const manifest = join(folder, 'node_modules', name, 'package.json')
    return existsSync(manifest) && readJson(manifest).version === version
  })
}

function runtimeReady() {
  const manifest = join(runtimeFolder, 'node_modules', runtimePackage, 'package.json')
  return existsSync(nodeBinary) && existsSync(manifest) && readJson(manifest).version === runtimeVersion
}

/** True when the stamp belongs to this lock, or when npm's own record of what it installed covers the lock. */
function packagesReady() {
  const record = join(packages, '.package-lock.json')
  if (!existsSync(record)) return false
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key()) return true
  const installed = readJson(record).packages
  const complete = Object.entries(lock().packages).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  )
  if (complete && writable(packages)) writeFileSync(stamp, key())
  return complete
}

function key() {
  const text = readFileSync(join(root, 'package-lock.json'))
  return `${createHash('sha256').update(text).digest('hex')} node ${runtimeVersion}\n`
}

function lock() {
  return readJson(join(root, 'package-lock.json'))
}

/** Does the work unless it is done; two bootstraps at once take turns. The kernel frees the turn when its holder dies. */
async function onlyOne(subject, isDone, work) {
  if (isDone()) return
  const name = `\0motcua-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}-${subject}`
  const turn = await new Promise((resolve, reject) => {
    const attempt = () => {
      const server = createServer()
      server.once('listening', () => resolve(server))
      server.once('error', (fault) => (fault.code === 'EADDRINUSE' ? setTimeout(attempt, 200) : reject(fault)))
      server.listen({ path: name })
    }
    attempt()
  })
  try {
    if (!isDone()) await work()
  } finally {
    turn.close()
  }
}

async function told(what, work) {
  const started = Date.now()
  console.error(`Đang cài / installing: ${what} …`)
  await work()
  console.error(`Đã cài / installed: ${what} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

/** Runs npm quietly under the pinned Node when that is there; what npm said is shown only when it fails. */
function npm(folder, args, more = {}) {
  const target = existsSync(join(folder, 'node_modules')) ? join(folder, 'node_modules') : folder
  if (!writable(target))
    throw new Error(`Không ghi được vào / cannot write to ${target}; chạy bằng tài khoản sở hữu / run as its owner`)
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|command|config_local_prefix)/.test(name)),
  )
  Object.assign(env, more)
  env.PATH = [dirname(existsSync(nodeBinary) ? nodeBinary : process.execPath), env.PATH].join(delimiter)
  const [command, first] = process.env.npm_execpath?.endsWith('.js')
    ? [existsSync(nodeBinary) ? nodeBinary : process.execPath, [process.env.npm_execpath]]
    : ['npm', []]
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += bytes))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${said}\nnpm ${args[0]} trong / in ${folder}: lỗi / failed (${code})`)),
    )
  })
}

function writable(path) {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
