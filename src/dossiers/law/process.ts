/** A step of the procedure's process, as its definition says it. */
export type Step = { id: string; name: string; role: string; budgetMinutes: number | null; duty?: string | undefined }

/**
 * The step that is walked next: the first one at or after the present place that the waiting role does, in the stretch of the agency that has
 * the dossier now; the counter's steps belong to every stretch. A process without a step for that role leaves the dossier at the step it is in.
 * @law 01/2018/TT-VPCP Điều 8
 * @req S1-4.2
 */
export function stepFor(
  steps: readonly Step[],
  present: number,
  waits: string,
  stretch: string | undefined = steps[present]?.duty,
): number {
  const fits = ({ role, duty }: Step) => role === waits && (role === 'one-stop-officer' || duty === stretch)
  if (steps[present] && fits(steps[present])) return present
  const later = steps.findIndex((step, position) => position > present && fits(step))
  if (later >= 0) return later
  const earlier = steps.findLastIndex((step, position) => position < present && fits(step))
  return earlier >= 0 ? earlier : present
}
