import { claimsOf, read, requirements, testFiles, titlesOf } from '../reading.ts'
import { lastRun, requirementsPage } from '../law-book/requirements.ts'
import { check, lay } from './law.ts'

const path = 'docs/requirements.md'

/**
 * `requirements [--open] [--json]`: by group, how many the titles of tests claim, and on request which are open. `--write` lays down
 * `docs/requirements.md` from what passed when the tests last ran; `--check` says whether it lies there so.
 */
export function requirementsCommand(rest: string[]): number {
  if (rest.includes('--write') || rest.includes('--check')) return proved(rest.includes('--check'))
  const groups = standing()
  if (rest.includes('--json')) {
    console.log(JSON.stringify(groups))
    return 0
  }
  for (const { group, claimed, open } of groups) {
    console.log(`  ${`${claimed.length}/${claimed.length + open.length}`.padStart(8)}  ${group}`)
    if (rest.includes('--open') && open.length > 0) console.log(`            ${open.join(' ')}`)
  }
  const claimed = groups.reduce((sum, each) => sum + each.claimed.length, 0)
  const all = groups.reduce((sum, each) => sum + each.claimed.length + each.open.length, 0)
  console.log(
    `  ${`${claimed}/${all}`.padStart(8)}  tổng / total (nêu trong tên bài kiểm thử / claimed by titles of tests)`,
  )
  return 0
}

function proved(onlyCheck: boolean): number {
  const run = lastRun()
  if (run.unknown.length > 0)
    console.error(`  ${run.unknown.length} tệp chưa chạy từ khi sửa / test files not run since they changed: npm test`)
  const book = new Map([[path, requirementsPage(run.proved)]])
  if (onlyCheck) return check(book, 'requirements --write')
  lay(book)
  return 0
}

/** Each group of requirements with the ids that tests claim and those that none does. */
export function standing(): { group: string; claimed: string[]; open: string[] }[] {
  const claims = new Set(testFiles().flatMap((file) => titlesOf(read(file)).flatMap(claimsOf)))
  const byGroup = Map.groupBy(requirements(), ([, group]) => group)
  return [...byGroup].map(([group, entries]) => {
    const ids = entries.map(([id]) => id)
    return { group, claimed: ids.filter((id) => claims.has(id)), open: ids.filter((id) => !claims.has(id)) }
  })
}
