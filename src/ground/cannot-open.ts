/** The house does not open, for a reason that whoever keeps the machine can mend: one sentence, no stack. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen'
}
