import type { FieldSchema } from './form-definition.ts'
import { resolved } from './form-definition.ts'
import { isOneOf, valueAt } from './law/index.ts'

/** Whether the question is asked at all, given the other answers. */
export function isShown(schema: FieldSchema, value: unknown): boolean {
  const when = schema['x-when']
  return !when || isOneOf(valueAt(value, when.pointer), when.equals)
}

/**
 * The answers as they are kept: text in NFC without spaces at its ends, numbers people separate with spaces or dots without them,
 * blank answers and answers to questions no longer asked left out. What the form does not know stays, to be refused.
 */
export function tidied(root: FieldSchema, value: unknown): unknown {
  let answers = tidyObject(root, root, value, () => true)
  for (let depth = 0; depth < deepest; depth++) {
    const before = answers
    answers = tidyObject(root, root, before, (schema) => isShown(schema, before))
  }
  return answers
}

/** A question may hang on a question that hangs on a question, no further. */
const deepest = 3

function tidyObject(
  root: FieldSchema,
  object: FieldSchema,
  value: unknown,
  isKept: (schema: FieldSchema) => boolean,
): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const tidy: Record<string, unknown> = Object.create(null) as Record<string, unknown>
  for (const [name, answer] of Object.entries(value)) {
    const field = object.properties && Object.hasOwn(object.properties, name) ? object.properties[name] : undefined
    const schema = field && resolved(root, field)
    if (!schema) tidy[name] = answer
    else if (!isKept(schema)) continue
    else if (schema.properties) tidy[name] = tidyObject(root, schema, answer, isKept)
    else if (typeof answer !== 'string') tidy[name] = answer
    else if (tidyText(schema, answer) !== '') tidy[name] = tidyText(schema, answer)
  }
  for (const name of object.required ?? []) {
    const field = object.properties?.[name]
    if (field && resolved(root, field).properties && !Object.hasOwn(tidy, name)) tidy[name] = {}
  }
  return { ...tidy }
}

function tidyText(schema: FieldSchema, text: string): string {
  const clean = text.normalize('NFC').replaceAll('\r\n', '\n').trim()
  const input = schema['x-input']
  return input === 'phone' || input === 'identity' ? clean.replace(/[\s.-]/g, '') : clean
}
