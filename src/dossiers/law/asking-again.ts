import { done, refused, type Result } from '../../ground/result.ts'

/** A proven item of the applicant's record that stands for a paper of the dossier. */
export type Held = { readonly component: string; readonly item: string; readonly title: string }

/** A paper that is asked for; `special` says why, where the record holds it already. */
export type AskedPaper = { readonly component: string; readonly special?: string | undefined }

/**
 * Whether these papers may be asked for: what the applicant's record already proves is used, not asked for again (`already-held`, with the items), unless
 * the special case is written down for each. Answers which papers are asked for as special cases.
 * @law 90/2016/QĐ-UBND Điều 8.2.b; 04/2024/QĐ-UBND Điều 19.4
 * @req S0-8.2b2
 * @req S2-19.4
 */
export function mayAskFor(asked: readonly AskedPaper[], held: readonly Held[]): Result<string[], 'already-held'> {
  const isHeld = (paper: AskedPaper) => held.some(({ component }) => component === paper.component)
  const again = asked.filter(isHeld)
  const without = again.filter(({ special }) => !special?.trim()).map(({ component }) => component)
  if (without.length === 0) return done(again.map(({ component }) => component))
  const items = held.filter(({ component }) => without.includes(component))
  return refused('already-held', { components: [...new Set(without)], items, names: items.map(({ title }) => title) })
}
