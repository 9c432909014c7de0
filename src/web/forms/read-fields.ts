import { type FieldSchema, fieldsOf, type FormDefinition, valueAt } from '../../procedures/index.ts'
import type { Form } from '../form-body.ts'

type Fields = Form['fields']

export type ReadAnswers = {
  /** Answers known before; what was asked now replaces them, everything else stays. */
  readonly known?: Readonly<Record<string, unknown>>
  /** The questions that were asked; without it, all of the form. */
  readonly asked?: readonly string[]
}

/**
 * What was typed, as the nested value the form's schema describes; names of fields are JSON pointers, as `FormFields` writes them.
 * Nothing is judged here: a date that is none comes back as it was typed, so that the page can show it again.
 */
export function readAnswers(
  form: Pick<FormDefinition, 'schema'>,
  fields: Fields,
  { known = {}, asked }: ReadAnswers = {},
): Record<string, unknown> {
  const answers = structuredClone(known) as Record<string, unknown>
  for (const { pointer, schema } of fieldsOf(form)) {
    if (asked && !asked.includes(pointer)) continue
    put(answers, pointer, answerOf(schema, pointer, fields))
  }
  return answers
}

function answerOf(schema: FieldSchema, name: string, fields: Fields): unknown {
  switch (schema['x-input']) {
    case 'date-parts':
      return dateOf(name, fields)
    case 'checkbox':
      return fields[name] === 'true'
    case 'number':
      return numberOf(fields[name])
    default:
      return fields[name] === '' ? undefined : fields[name]
  }
}

/** `2021-03-27`, `2021-03`, `2021`; with a gap in the middle it stays a text that is no date. */
function dateOf(name: string, fields: Fields): string | undefined {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => digits(fields[`${name}-${part}`]))
  if (!year && !month && !day) return undefined
  return [year, ...(month || day ? [twoDigits(month)] : []), ...(day ? [twoDigits(day)] : [])].join('-')
}

function digits(text = ''): string {
  return text.replaceAll(/[\s-]/g, '')
}

function twoDigits(text = ''): string {
  return /^\d$/.test(text) ? `0${text}` : text
}

/** People write `1 200` and `1.200`; what is still no number stays text and is refused with its own sentence. */
function numberOf(text = ''): number | string | undefined {
  const plain = text.replaceAll(/[\s.]/g, '')
  if (plain === '') return undefined
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : text
}

function put(object: Record<string, unknown>, pointer: string, answer: unknown): void {
  const names = pointer.split('/').slice(1)
  const last = names.pop()!
  let here = object
  for (const name of names) {
    const inner = here[name]
    here = (typeof inner === 'object' && inner !== null ? inner : (here[name] = {})) as Record<string, unknown>
  }
  if (answer === undefined) delete here[last]
  else here[last] = answer
}

/** The answers with more of them, by their pointers; those that are there already stay. */
export function withAnswers(
  answers: Record<string, unknown>,
  more: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const all = structuredClone(answers)
  for (const [pointer, answer] of Object.entries(more)) {
    if (valueAt(all, pointer) === undefined) put(all, pointer, answer)
  }
  return all
}
