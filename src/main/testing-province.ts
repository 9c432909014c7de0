import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readConfig } from '../ground/config.ts'
import { laidDatabase, type TestDatabase } from '../ground/testing/database.ts'
import { openAround, root } from './open.ts'
import { loadProvince } from './province.ts'

/** Monday 2 March 2026, 09:00 in Viet Nam: the hour at which every test begins. */
export const monday = '2026-03-02T09:00:00+07:00'

/**
 * A database with the training province loaded at nine on Monday, and in the data folder (empty until now) the keys that open what is
 * sealed in it. Loaded once for each state of the sources: passwords and keys of thirty people cost two seconds of processor time.
 */
export async function trainedDatabase(data: string): Promise<TestDatabase> {
  const { note, ...database } = await laidDatabase('province', stateOfSources(), loadOnce)
  for (const [path, { mode, bytes }] of Object.entries(JSON.parse(note) as Folder)) {
    mkdirSync(join(data, dirname(path)), { recursive: true, mode: 0o700 })
    writeFileSync(join(data, path), Buffer.from(bytes, 'base64'))
    chmodSync(join(data, path), mode)
  }
  return database
}

/** The files of a data folder by their path in it, their bytes in base64. */
type Folder = Record<string, { mode: number; bytes: string }>

async function loadOnce({ appUrl }: TestDatabase): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'motcua-house-'))
  const config = readConfig({ MOTCUA_DATA: data, MOTCUA_NOW: monday, MOTCUA_LOG: 'silent', PORT: '0' })
  try {
    const house = await openAround(config, appUrl)
    house.clock.now = () => new Date(monday)
    await loadProvince(house, join(root, 'provinces/demo')).finally(() => house.close())
    return JSON.stringify(Object.fromEntries(filesUnder(data).map((path) => [path, kept(join(data, path))])))
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

const kept = (file: string): Folder[string] => ({
  mode: statSync(file).mode & 0o777,
  bytes: readFileSync(file, 'base64'),
})

/** Changes with every source of the house but its tests, every migration, the catalogue, the province and the packages. */
function stateOfSources(): string {
  const hash = createHash('sha256').update(process.version)
  for (const folder of ['src', 'database/migrations', 'catalogue', 'provinces/demo']) {
    for (const path of filesUnder(join(root, folder))) {
      if (/\.(test|soak)\.tsx?$/.test(path)) continue
      hash.update(`${folder}/${path}\n`).update(readFileSync(join(root, folder, path)))
    }
  }
  return hash
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16)
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
