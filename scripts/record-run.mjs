// A reporter of node:test: what a run proved, kept for `motcua requirements --write`.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './install.mjs'

export const kept = join(root, '.build/test-run.json')

/**
 * Lays down, for every test file that was run, its hash, the seconds it took and the titles that passed (a skipped one proves nothing), in place of what
 * was known of it.
 * A run that is broken off lays down nothing.
 */
// oxlint-disable-next-line import/no-default-export -- node:test asks for it
export default async function* record(events) {
  const files = new Map()
  for await (const { type, data } of events) {
    const { name, file, skip, todo, details } = data
    if (!file || details?.type === 'suite') continue
    if (type !== 'test:pass' && type !== 'test:fail' && type !== 'test:summary') continue
    const path = relative(root, file)
    const entry = files.get(path) ?? { hash: hashOf(file), passed: [] }
    if (type === 'test:summary') entry.seconds = Math.round(data.duration_ms / 100) / 10
    if (type === 'test:pass' && skip === undefined && todo === undefined) entry.passed.push(name)
    files.set(path, entry)
  }
  const before = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {}
  mkdirSync(join(root, '.build'), { recursive: true })
  writeFileSync(kept, JSON.stringify({ ...before, ...Object.fromEntries(files) }))
  yield ''
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
