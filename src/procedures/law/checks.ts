import { done, refused } from '../../ground/result.ts'
import type { Result } from '../../ground/result.ts'
import type { Component } from '../definition.ts'

export const verdicts = ['ok', 'fail', 'not-applicable'] as const

/** What the officer says of one paper. */
export type Check = { readonly component: string; readonly verdict: (typeof verdicts)[number]; readonly reason?: string | undefined }

type Refusal = 'component-unknown' | 'component-marked-twice' | 'components-unmarked' | 'reason-missing'

/**
 * The officer must mark every paper of the procedure exactly once and say why one fails, so that guidance is complete the first
 * time. Refuses `component-unknown`, `component-marked-twice`, `components-unmarked` (listing them) and `reason-missing`.
 * @law 04/2024/QĐ-UBND Điều 8.1.a
 * @req S2-8.1a3
 */
export function checkVerdicts(
  { components }: { readonly components: readonly Component[] },
  checks: readonly Check[],
): Result<undefined, Refusal> {
  const known = new Set(components.map((one) => one.id))
  const unknown = checks.filter((one) => !known.has(one.component)).map((one) => one.component)
  if (unknown.length > 0) return refused('component-unknown', { components: unknown })

  const marked = new Set(checks.map((one) => one.component))
  if (marked.size !== checks.length) {
    const twice = checks.map((one) => one.component).filter((id, at, all) => all.indexOf(id) !== at)
    return refused('component-marked-twice', { components: [...new Set(twice)] })
  }

  const open = components.filter((one) => !marked.has(one.id))
  if (open.length > 0) return refused('components-unmarked', listed(open))

  const unexplained = failed({ components }, checks).filter((one) => !reasonOf(checks, one.id))
  return unexplained.length > 0 ? refused('reason-missing', listed(unexplained)) : done()
}

/** The papers marked as failing, in the order of the procedure. */
export function failed({ components }: { readonly components: readonly Component[] }, checks: readonly Check[]): readonly Component[] {
  const failing = new Set(checks.filter((one) => one.verdict === 'fail').map((one) => one.component))
  return components.filter((one) => failing.has(one.id))
}

function reasonOf(checks: readonly Check[], component: string): string | undefined {
  return checks.find((one) => one.component === component)?.reason?.trim()
}

function listed(components: readonly Component[]) {
  return { components: components.map((one) => one.id), names: components.map((one) => one.name) }
}
