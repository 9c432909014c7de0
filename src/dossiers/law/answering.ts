import { done, refused, type Result } from '../../ground/result.ts'

/** What a change brings: the papers that differ, whether the answers differ, and the papers the applicant says stay as they are. */
export type Brought = {
  readonly papers: readonly string[]
  readonly form: boolean
  readonly explained: readonly string[]
}

/** A paper that a request demands; `byForm` when in this filing the e-form stands in its place. */
export type Demanded = { readonly component: string; readonly name: string; readonly byForm: boolean }

/**
 * Whether a change changes anything at all: what is sent once more as it lies there is no new version (`nothing-changed`).
 * @law 88/2017/QĐ-UBND Điều 12.1
 * @req S1-12.1
 */
export function isChange({ papers, form }: Brought): Result<undefined, 'nothing-changed'> {
  return papers.length > 0 || form ? done() : refused('nothing-changed')
}

/**
 * Whether an answer answers: every paper that was asked for comes anew, or the e-form that stands in its place does, or the applicant says
 * why it stays as it is. Something else changed instead is no answer (`asked-paper-unanswered`, naming the papers that still wait).
 * @law 88/2017/QĐ-UBND Điều 12.1, 14.1
 * @req S1-12.1
 */
export function isAnswered(
  demanded: readonly Demanded[],
  brought: Brought,
): Result<undefined, 'asked-paper-unanswered' | 'nothing-changed'> {
  const open = demanded.filter(
    ({ component, byForm }) =>
      !brought.papers.includes(component) && !brought.explained.includes(component) && !(byForm && brought.form),
  )
  if (open.length > 0)
    return refused('asked-paper-unanswered', {
      components: open.map(({ component }) => component),
      papers: open.map(({ name }) => name),
    })
  return demanded.length > 0 ? done() : isChange(brought)
}
