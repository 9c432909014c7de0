import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { read, requirements, root, testFiles } from '../reading.ts'
import { isNamed, type Proof, proofs } from './citations.ts'
import { madeBy, page, plain, source, table, withoutClaims } from './markdown.ts'

export type Proved = { readonly id: string; readonly title: string; readonly file: string }

const record = '.build/test-run.json'

type Kept = Readonly<Record<string, { readonly hash: string; readonly passed: readonly string[] }>>

/**
 * What the tests proved when they last ran: each requirement in the title of a test that passed, as far as its file was not changed since. Beside
 * it the test files of which nothing is known.
 */
export function lastRun(): { proved: Proved[]; unknown: string[] } {
  const kept = existsSync(join(root, record)) ? (JSON.parse(read(record)) as Kept) : {}
  const isKnown = (file: string) => kept[file]?.hash === createHash('sha256').update(read(file)).digest('hex')
  const [known, unknown] = [testFiles().filter(isKnown), testFiles().filter((file) => !isKnown(file))]
  const passed = ({ title, file }: Proof) =>
    known.includes(file) && kept[file]!.passed.some((name) => isNamed(title, name))
  const proved = proofs()
    .filter(passed)
    .flatMap(({ title, file, ids }) => ids.map((id) => ({ id, title, file })))
  return { proved, unknown }
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
    'Mỗi yêu cầu và những bài kiểm thử nêu mã của nó đã chạy đạt, kể từ khi tệp kiểm thử được sửa lần cuối. / Each requirement with the tests that name it and passed since their file was last changed. The ids are listed in [requirements.tsv](requirements.tsv).',
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
