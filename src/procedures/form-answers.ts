import type { FieldSchema, FormDefinition } from './form-definition.ts'
import { choicesOf, fieldsOf } from './form-definition.ts'
import type { Language } from './form-messages.ts'
import { valueAt } from './law/index.ts'

/** The first answers of an empty form: what the account knows of the person, and the usual answers of the form. */
export function prefilled(
  form: Pick<FormDefinition, 'schema'>,
  person: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const { pointer, schema } of fieldsOf(form)) {
    const known = schema['x-prefill'] ? valueAt(person, schema['x-prefill']) : undefined
    const answer = known !== undefined && known !== '' && isPossible(schema, known) ? known : schema.default
    if (answer !== undefined) put(answers, pointer, answer)
  }
  return answers
}

function isPossible(schema: FieldSchema, answer: unknown): boolean {
  const choices = choicesOf(schema)
  return choices.length === 0 || choices.some((one) => one.value === answer)
}

function put(object: Record<string, unknown>, pointer: string, answer: unknown): void {
  const names = pointer.split('/').slice(1)
  const last = names.pop()
  let here = object
  for (const name of names) here = (here[name] ??= {}) as Record<string, unknown>
  if (last) here[last] = answer
}

/** An answer in words for people: the title of a choice, a date as `27/03/2021`, yes and no; empty for no answer. */
export function shownAnswer(schema: FieldSchema, answer: unknown, language: Language = 'vi'): string {
  if (answer === undefined || answer === null) return ''
  if (typeof answer === 'boolean') return language === 'vi' ? (answer ? 'Có' : 'Không') : answer ? 'Yes' : 'No'
  const text = typeof answer === 'object' ? JSON.stringify(answer) : String(answer)
  const choice = choicesOf(schema).find((one) => one.value === text)
  if (choice) return choice.title
  return schema.format === 'date' || schema.format === 'partial-date' ? text.split('-').toReversed().join('/') : text
}
