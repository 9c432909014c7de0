import { done, refused } from '../../ground/result.ts'
import type { Result } from '../../ground/result.ts'
import type { Component } from '../definition.ts'
import type { Channel } from '../parts.ts'
import { isNeeded } from './components.ts'

export const verdicts = ['ok', 'fail', 'not-applicable'] as const

/** What the officer says of one paper. */
export type Check = {
  readonly component: string
  readonly verdict: (typeof verdicts)[number]
  readonly reason?: string | undefined
}

/** What of the filing decides which papers it needs. */
type Filed = { readonly form: unknown; readonly channel: Channel }
type Procedure = { readonly components: readonly Component[] }
type Refusal = 'component-unknown' | 'components-unmarked' | 'reason-needed'

/**
 * The officer must mark every paper of the procedure once and say why one fails, or why one that this filing needs is left out, so that
 * guidance is complete the first time; a paper marked twice is not clearly marked. Refuses `component-unknown`, `components-unmarked` and `reason-needed`, listing them.
 * @law 04/2024/QĐ-UBND Điều 8.1.a
 * @req S2-8.1a3
 */
export function checkVerdicts(
  procedure: Procedure,
  checks: readonly Check[],
  filed: Filed,
): Result<undefined, Refusal> {
  const { components } = procedure
  const known = new Set(components.map((one) => one.id))
  const unknown = checks.filter((one) => !known.has(one.component)).map((one) => one.component)
  if (unknown.length > 0) return refused('component-unknown', { components: [...new Set(unknown)] })

  const marks = (id: string) => checks.filter((one) => one.component === id).length
  const open = components.filter((one) => marks(one.id) !== 1)
  if (open.length > 0) return refused('components-unmarked', listed(open))

  const leftOut = components.filter(
    (one) =>
      filed &&
      isNeeded(one, filed) &&
      checks.some((mark) => mark.component === one.id && mark.verdict === 'not-applicable'),
  )
  const unexplained = [...failed(procedure, checks), ...leftOut].filter((one) => !reasonOf(checks, one.id))
  return unexplained.length > 0 ? refused('reason-needed', listed(unexplained)) : done()
}

/**
 * Only a dossier in which no paper fails is accepted; otherwise the applicant is guided. Refuses as `checkVerdicts` does, and
 * `component-failed`.
 * @law 04/2024/QĐ-UBND Điều 8.1.a
 * @req S2-8.1a3
 */
export function mayAccept(
  procedure: Procedure,
  checks: readonly Check[],
  filed: Filed,
): Result<undefined, Refusal | 'component-failed'> {
  const marked = checkVerdicts(procedure, checks, filed)
  if (!marked.ok) return marked
  const failing = failed(procedure, checks)
  return failing.length > 0 ? refused('component-failed', listed(failing)) : done()
}

/** The papers marked as failing, in the order of the procedure. */
function failed({ components }: Procedure, checks: readonly Check[]): readonly Component[] {
  const failing = new Set(checks.filter((one) => one.verdict === 'fail').map((one) => one.component))
  return components.filter((one) => failing.has(one.id))
}

function reasonOf(checks: readonly Check[], component: string): string | undefined {
  return checks.find((one) => one.component === component)?.reason?.trim()
}

function listed(components: readonly Component[]) {
  return { components: components.map((one) => one.id), names: components.map((one) => one.name) }
}
