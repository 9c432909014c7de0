/** A step of the procedure's process, as its definition says it. */
export type Step = { id: string; name: string; role: string; budgetMinutes: number | null }

/**
 * The step that is walked next: the first one at or after the present place that the waiting role does. A process without a step
 * for that role leaves the dossier at the step it is in.
 * @law 01/2018/TT-VPCP Điều 8
 * @req S1-4.2
 */
export function stepFor(steps: readonly Step[], present: number, waits: string): number {
  if (steps[present]?.role === waits) return present
  const later = steps.findIndex((step, position) => position > present && step.role === waits)
  if (later >= 0) return later
  const earlier = steps.findLastIndex((step, position) => position < present && step.role === waits)
  return earlier >= 0 ? earlier : present
}
