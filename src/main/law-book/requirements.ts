import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { claimsOf, read, requirements, root } from '../reading.ts'
import { madeBy, page, plain, source, table, withoutClaims } from './markdown.ts'

export type Proved = { readonly id: string; readonly title: string; readonly file: string }

const record = '.build/test-run.ndjson'

type Line = { file: string; name: string; passed: boolean } | { whole: true }

/** What the last whole run of the tests proved: each requirement in the title of a test that passed; nothing when no run came to its end. */
export function lastRun(): { proved: Proved[]; failed: number } | undefined {
  if (!existsSync(join(root, record))) return undefined
  const lines = read(record).trim().split('\n')
  const run = lines.map((line) => JSON.parse(line) as Line)
  if (!run.some((line) => 'whole' in line)) return undefined
  const tests = run.filter((line) => 'name' in line)
  const passed = tests.filter((one) => one.passed)
  const proved = passed.flatMap(({ name, file }) => claimsOf(name).map((id) => ({ id, title: name, file })))
  return { proved, failed: tests.length - passed.length }
}

/** `docs/requirements.md`: by group, each requirement with the tests that passed, and which have none yet. */
export function requirementsPage(proved: readonly Proved[]): string {
  const known = requirements()
  const unknown = [...new Set(proved.map(({ id }) => id))].filter((id) => !known.has(id))
  if (unknown.length > 0) throw new Error(`unknown requirements: ${unknown.join(', ')}`)
  const byId = Map.groupBy(proved, ({ id }) => id)
  const byGroup = Map.groupBy(known.keys(), (id) => known.get(id)!)
  const groups = [...byGroup].map(([group, ids]) => ({ group, ids, done: ids.filter((id) => byId.has(id)) }))
  return page(
    madeBy('requirements --write'),
    '# Yêu cầu và bài kiểm thử / Requirements and tests',
    'Mỗi yêu cầu và những bài kiểm thử đã chạy đạt trong lần chạy `npm test` gần nhất có nêu mã của yêu cầu. / Each requirement with the tests that name it and passed in the last whole run of `npm test`. The ids are listed in [requirements.tsv](requirements.tsv).',
    table(
      ['Nhóm / Group', 'Có bài kiểm thử / Proved', 'Tất cả / All'],
      [
        ...groups.map(({ group, ids, done }) => [plain(group), String(done.length), String(ids.length)]),
        ['**Tổng / Total**', `**${byId.size}**`, `**${known.size}**`],
      ],
    ),
    ...groups.map(({ group, ids, done }) => section(group, ids, done, byId)),
  )
}

function section(
  group: string,
  ids: readonly string[],
  done: readonly string[],
  byId: ReadonlyMap<string, readonly Proved[]>,
): string {
  const rows = done.flatMap((id) =>
    byId
      .get(id)!
      .map(({ title, file }) => [id, plain(withoutClaims(title)), source(file, 1)])
      .toSorted((a, b) => (a.join() < b.join() ? -1 : 1)),
  )
  const open = ids.filter((id) => !done.includes(id))
  return [
    `## ${group}`,
    ...(rows.length > 0 ? [table(['Mã / Id', 'Bài kiểm thử đạt / Test that passed', 'Tệp / File'], rows)] : []),
    ...(open.length > 0 ? [`**Chưa có / none yet (${open.length}):** ${open.join(', ')}`] : []),
  ].join('\n\n')
}
