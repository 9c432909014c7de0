import { done, refused, type Result } from '../../ground/result.ts'

/** By what a paper may be presented when it is checked: bản gốc, bản chính, bản sao có chứng thực; or it was not brought. */
export const presentedForms = ['original', 'main-copy', 'certified-copy', 'none'] as const
export type PresentedForm = (typeof presentedForms)[number]

/** One paper as it was presented: by what, and whether it agrees with the dossier. */
export type Presented = { readonly component: string; readonly form: PresentedForm; readonly matches: boolean }

/**
 * Whether a check of papers may be written down so: each paper that was asked for once, no other (`papers-unanswered`), and as a whole in order only where every
 * paper was presented and agrees (`papers-contradict-outcome`).
 * @law 88/2017/QĐ-UBND Điều 11.3
 * @req S1-11.3
 */
export function mayRecordPresented(
  asked: readonly string[],
  presented: readonly Presented[],
  matches: boolean,
): Result<undefined, 'papers-unanswered' | 'papers-contradict-outcome'> {
  const named = presented.map(({ component }) => component)
  const isComplete = asked.length === named.length && asked.every((one) => named.includes(one))
  if (!isComplete) return refused('papers-unanswered', { components: asked.filter((one) => !named.includes(one)) })
  const isInOrder = presented.every((one) => one.form !== 'none' && one.matches)
  return asked.length > 0 && matches !== isInOrder ? refused('papers-contradict-outcome') : done()
}
