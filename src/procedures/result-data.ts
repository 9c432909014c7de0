import { valueAt } from './law/index.ts'
import { placeholder } from './result-definition.ts'
import type { ProcedureResult, ResultField } from './result-definition.ts'

/** What the house knows without being told: `@agency`, `@today`, `@code`, `@applicant`. */
export type Known = Readonly<Record<string, unknown>>

type Answers = { readonly form: unknown; readonly known: Known }

/**
 * What is printed as the result: each field as the officer wrote it, else what its definition makes of the form and of what the
 * house knows. Names with dots are places inside: `mother.name`.
 */
export function resultData(
  result: Pick<ProcedureResult, 'fields'>,
  form: unknown,
  given: Readonly<Record<string, unknown>>,
  known: Known,
): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const field of result.fields) {
    const written = given[field.name] ?? inside(given, field.name)
    const value = isEmpty(written) ? derived(field, { form, known }) : written
    if (!isEmpty(value)) put(data, field.name, value)
  }
  return data
}

/** What an officer might write where the form cannot say it: one value for every required field without a source of its own. */
export function resultExample({ fields }: Pick<ProcedureResult, 'fields'>): Record<string, unknown> {
  const data: Record<string, unknown> = {}
  for (const { name, required, example } of fields) if (required && example !== undefined) put(data, name, example)
  return data
}

function derived({ from, words, texts, rows, list }: ResultField, answers: Answers): unknown {
  if (texts) return texts.map((pattern) => filledIn(pattern, answers)).find((text) => text !== undefined)
  if (rows) return rows.map((row) => ({ label: row.label, value: shown(said(answer(row.from, answers), row.words)) }))
  const value = said(answer(from, answers), words)
  return list ? linesOf(value) : value
}

function answer(from: string | undefined, { form, known }: Answers): unknown {
  if (!from) return undefined
  return from.startsWith('@') ? known[from.slice(1)] : valueAt(form, from)
}

function said(value: unknown, words: ResultField['words']): unknown {
  return typeof value === 'string' && words && Object.hasOwn(words, value) ? words[value] : value
}

/** The text with its answers in it, or undefined when one of them was not given. */
function filledIn(pattern: string, answers: Answers): string | undefined {
  let isWhole = true
  const text = pattern.replace(placeholder, (_, from: string) => {
    const value = answer(from, answers)
    isWhole &&= !isEmpty(value)
    return shown(value)
  })
  return isWhole ? text : undefined
}

/** As people read it: a date the Vietnamese way round. */
function shown(value: unknown): string {
  const text = isEmpty(value) ? '' : String(value)
  return /^\d{4}-\d{2}(-\d{2})?$/.test(text) ? text.split('-').toReversed().join('/') : text
}

function linesOf(value: unknown): { name: string }[] | undefined {
  const names = String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
  const filled = names.filter(Boolean).map((name) => ({ name }))
  return filled.length > 0 ? filled : undefined
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
