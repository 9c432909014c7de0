import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import type { Day } from '../ground/day.ts'
import type { FieldSchema, FormDefinition } from './form-definition.ts'
import { fieldsOf, pointersOf } from './form-definition.ts'
import { formats, hasOddCharacters } from './form-formats.ts'
import { sentence } from './form-messages.ts'
import type { Language } from './form-messages.ts'
import { tidied } from './form-tidy.ts'
import { valueAt } from './law/index.ts'

/** Where (a JSON pointer) and what to do about it, in one sentence. */
export type FormError = { readonly path: string; readonly message: string }
export type FormCheck =
  | { readonly ok: true; readonly value: Record<string, unknown> }
  | { readonly ok: false; readonly errors: readonly FormError[] }

type Asking = {
  /** A draft: what is still missing is no error, what is there must be right. */
  readonly partial?: boolean
  /** With a day, dates that cannot lie in the future are compared with it. */
  readonly today?: Day
  readonly language?: Language
}

/** The pages give the order of the errors: a schema that has been in the database has forgotten the order of its fields. */
type Form = Pick<FormDefinition, 'schema'> & Partial<Pick<FormDefinition, 'layout'>>

/** The answers tidied and good, or every field to mend, in the order of the pages. Unknown fields are refused. */
export function validateForm(
  form: Form,
  value: unknown,
  { partial = false, today, language = 'vi' }: Asking = {},
): FormCheck {
  const tidy = tidied(form.schema, value)
  const validate = compiled(form.schema)
  const broken = validate(tidy) ? [] : (validate.errors ?? []).filter((error) => isTold(error, partial)).map(placeOf)
  const found = [...broken, ...oddText(form, tidy), ...(today ? notYet(form, tidy, today) : [])]
  if (found.length === 0) return { ok: true, value: tidy as Record<string, unknown> }

  const asked = form.layout?.pages.flatMap(pointersOf) ?? fieldsOf(form).map((field) => field.pointer)
  const order = new Map(asked.map((pointer, at) => [pointer, at]))
  const first = new Map<string, Broken>()
  for (const one of found) if (!first.has(one.path)) first.set(one.path, one)
  const inOrder = [...first.values()].toSorted((a, b) => (order.get(a.path) ?? 1e6) - (order.get(b.path) ?? 1e6))
  return { ok: false, errors: inOrder.map((one) => ({ path: one.path, message: tell(form, one, tidy, language) })) }
}

type Broken = { readonly path: string; readonly keyword: string; readonly limit: string | number }

/** `if` only repeats its branches, and the single choices of `oneOf` are summed up by `oneOf` itself. */
function isTold({ keyword, schemaPath }: ErrorObject, partial: boolean): boolean {
  if (keyword === 'if' || /\/oneOf\/\d+\//.test(schemaPath)) return false
  return !(partial && ['required', 'const', 'minLength'].includes(keyword))
}

function placeOf({ keyword, instancePath, params }: ErrorObject): Broken {
  const inner = (params['missingProperty'] ?? params['additionalProperty']) as string | undefined
  const path =
    inner === undefined ? instancePath : `${instancePath}/${inner.replaceAll('~', '~0').replaceAll('/', '~1')}`
  const limit = (params['limit'] ?? inner?.slice(0, 60) ?? '') as string | number
  return { path, keyword: keyword === 'format' ? String(params['format']) : keyword, limit }
}

function oddText(form: Form, value: unknown): Broken[] {
  return fieldsOf(form).flatMap(({ pointer, schema }) => {
    const answer = valueAt(value, pointer)
    const isOdd = typeof answer === 'string' && hasOddCharacters(answer, schema['x-input'] === 'textarea')
    return isOdd ? [{ path: pointer, keyword: 'odd-characters', limit: '' }] : []
  })
}

/** A date is in the future when even the first day it can mean is: `2026-03` is not, on 2 March 2026. */
function notYet(form: Form, value: unknown, today: Day): Broken[] {
  return fieldsOf(form).flatMap(({ pointer, schema }) => {
    const answer = schema['x-latest'] === 'today' ? valueAt(value, pointer) : undefined
    const isFuture = typeof answer === 'string' && answer > today.slice(0, answer.length)
    return isFuture ? [{ path: pointer, keyword: 'not-yet', limit: '' }] : []
  })
}

function tell(form: Form, { path, keyword, limit }: Broken, value: unknown, language: Language): string {
  const schema = fieldsOf(form).find((field) => field.pointer === path)?.schema ?? {}
  const title = schema.title ?? path.slice(1, 80)
  return sentence(
    keyword,
    { title, input: schema['x-input'] ?? 'text', limit, schema, answer: valueAt(value, path) },
    language,
  )
}

const bySchema = new WeakMap<FieldSchema, ValidateFunction>()
const byText = new Map<string, ValidateFunction>()

/**
 * Compiling costs some hundred milliseconds, so the same schema is compiled once, also when it is read again from the database.
 * Throws when the schema is none; the reader of a folder turns that into a problem of the file.
 */
export function compiled(schema: FieldSchema): ValidateFunction {
  const before = bySchema.get(schema)
  if (before) return before
  const text = JSON.stringify(schema)
  const validate = byText.get(text) ?? compile(schema)
  bySchema.set(schema, validate)
  byText.set(text, validate)
  const oldest = byText.keys().next().value
  if (byText.size > 500 && oldest !== undefined) byText.delete(oldest)
  return validate
}

function compile(schema: FieldSchema): ValidateFunction {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    strictTypes: false,
    ownProperties: true,
  })
  ajv.addVocabulary(['x-hint', 'x-input', 'x-autocomplete', 'x-prefill', 'x-when', 'x-latest'])
  for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, { type: 'string', validate })
  return ajv.compile(schema)
}
