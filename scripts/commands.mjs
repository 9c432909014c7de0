// What `test`, `bench` and `check` mean, as arguments for the pinned Node.
import { existsSync, readdirSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import { root } from './install.mjs'

const folders = ['src', 'database', 'catalogue', 'provinces', 'journeys']
const bin = (name, file) => join(root, 'node_modules', name, file)

/**
 * Every `*.test.ts(x)` of the house under node:test, two files at a time, told as a list of sentences with a summary.
 * A path (folder, file or a part of one) narrows it; options are passed on to Node, whose own runner then takes the files by name
 * and writes nothing down. Soak adds `*.soak.ts`.
 */
export function testArguments(rest, { soak = false } = {}) {
  const options = rest.filter((each) => each.startsWith('-'))
  const wanted = rest
    .filter((each) => !each.startsWith('-'))
    .map((each) => (isAbsolute(each) ? relative(root, each) : each.replace(/^\.\//, '')))
  const ending = soak ? /\.(test|soak)\.tsx?$/ : /\.test\.tsx?$/
  const files = folders.flatMap((folder) => filesUnder(folder)).filter((file) => ending.test(file))
  const chosen = wanted.length === 0 ? files : files.filter((file) => wanted.some((part) => file.includes(part)))
  if (chosen.length === 0) throw new Error(`Không có bài kiểm thử nào khớp / no test matches: ${wanted.join(' ')}`)
  const timeout = soak ? 7_200_000 : 900_000
  const tsx = ['--import', join(root, 'scripts/tsx.mjs')]
  if (options.length === 0) return [...tsx, join(root, 'scripts/run-tests.mjs'), String(timeout), ...chosen]
  const runner = ['--test', '--test-concurrency=2', `--test-timeout=${timeout}`, '--test-reporter=spec']
  return [...tsx, ...runner, ...options, ...chosen]
}

/** Each `bench/*.bench.ts` in turn, or those whose name contains one of the words given, in the order of the words. */
export function benchArguments(rest) {
  const options = rest.filter((each) => each.startsWith('-'))
  const words = rest.filter((each) => !each.startsWith('-'))
  const files = filesUnder('bench').filter((file) => file.endsWith('.bench.ts'))
  const asked = words.length === 0 ? files : words.flatMap((word) => files.filter((file) => file.includes(word)))
  return [...new Set(asked)].map((file) => [join(root, file), ...options])
}

/** Types, then lint, then format; the first complaint ends it. */
export function checkArguments() {
  return [
    [bin('typescript', 'bin/tsc'), '-p', root],
    [bin('oxlint', 'bin/oxlint'), '--deny-warnings'],
    [
      bin('oxfmt', 'bin/oxfmt'),
      '--check',
      ...['src', 'database', 'scripts', 'journeys', 'bench'].filter((folder) => existsSync(join(root, folder))),
    ],
  ]
}

function filesUnder(folder) {
  try {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    return files.filter((file) => !file.includes('node_modules')).sort()
  } catch (fault) {
    if (fault.code === 'ENOENT') return []
    throw fault
  }
}
