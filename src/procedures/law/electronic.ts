/**
 * Whether a step is done in the system; what is not is done on paper or face to face, and written down in the system when it is done. A procedure may
 * be electronic in all of its steps or in some.
 * @law 45/2020/NĐ-CP Điều 3.2
 * @req S4-0
 */
export function isElectronic(step: { readonly onPaper?: true | undefined }): boolean {
  return step.onPaper !== true
}
