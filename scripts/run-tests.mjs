// Runs test files under node:test in the order in which both lanes end together: what took longest comes first.
// Usage: node --import ./scripts/tsx.mjs scripts/run-tests.mjs <milliseconds a file may take> file …
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import record, { kept } from './record-run.mjs'
import { root } from './install.mjs'

const [timeout, ...files] = process.argv.slice(2)
const known = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {}

/** Seconds a file took when it last ran here; where nothing is known, a guess by what it opens. */
function secondsOf(file) {
  if (known[file]?.seconds) return known[file].seconds
  const text = readFileSync(join(root, file), 'utf8')
  if (/\blaunchBrowser\(/.test(text) || /^journeys\/(hostile|survival)\//.test(file)) return 20
  return /\bopenTestHouse\(/.test(text) ? 5 : 0.5
}

const seconds = new Map(files.map((file) => [file, secondsOf(file)]))
const slowestFirst = files.toSorted((one, other) => seconds.get(other) - seconds.get(one))

const ended = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    ended.abort()
    process.kill(process.pid, signal)
  })
}

const events = run({
  files: slowestFirst.map((file) => join(root, file)),
  concurrency: 2,
  timeout: Number(timeout),
  signal: ended.signal,
})
events.on('test:fail', ({ todo }) => {
  if (todo === undefined) process.exitCode = 1
})
events.compose(new spec()).pipe(process.stdout)
events.compose(record).pipe(process.stderr)
