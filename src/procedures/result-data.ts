import type { ProcedureResult } from './definition.ts'
import { valueAt } from './law/index.ts'

/** What the house knows without being told: `@agency`, `@today`, `@code`, `@applicant`. */
export type Known = Readonly<Record<string, unknown>>

/**
 * What is printed as the result: each field as the officer wrote it, else the answer of the form at its pointer, else what the house
 * knows. Names with dots are places inside: `mother.name`.
 */
export function resultData(
  result: Pick<ProcedureResult, 'fields'>,
  form: unknown,
  given: Readonly<Record<string, unknown>>,
  known: Known,
): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const { name, from } of result.fields) {
    const written = given[name] ?? inside(given, name)
    const value = isEmpty(written) ? answer(from, form, known) : written
    if (!isEmpty(value)) put(data, name, value)
  }
  return data
}

function answer(from: string | undefined, form: unknown, known: Known): unknown {
  if (!from) return undefined
  return from.startsWith('@') ? known[from.slice(1)] : valueAt(form, from)
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function inside(object: unknown, path: string): unknown {
  return valueAt(object, `/${path.replaceAll('.', '/')}`)
}

function put(object: Record<string, unknown>, path: string, value: unknown): void {
  const names = path.split('.')
  const last = names.pop()!
  let here = object
  for (const name of names) here = (here[name] ??= {}) as Record<string, unknown>
  here[last] = value
}
