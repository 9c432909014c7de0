/**
 * Three kinds of no. *Not understood*: the door shows the form again (a schema said so). *Refused*: the law or the
 * state says no, and that is a value. *Fault*: thrown, caught once at the door, logged under an incident number.
 */
export type Done<T> = { readonly ok: true; readonly value: T }

/** A no that has a reason. `code` is kebab-case and has its sentence in `words/refusals.ts`; `detail` fills its gaps. */
export type Refused<Code extends string = string> = {
  readonly ok: false
  readonly refusal: Code
  readonly detail?: Readonly<Record<string, unknown>>
}

export type Result<T, Code extends string = never> = Done<T> | Refused<Code>

export function done(): Done<undefined>
export function done<T>(value: T): Done<T>
export function done<T>(value?: T): Done<T | undefined> {
  return { ok: true, value }
}

export function refused<const Code extends string>(refusal: Code, detail?: Record<string, unknown>): Refused<Code> {
  return detail ? { ok: false, refusal, detail } : { ok: false, refusal }
}
