import type { Field, FieldSchema, FormDefinition } from './form-definition.ts'
import { choicesOf, fieldsOf, inputs, personData, pointersOf, resolved } from './form-definition.ts'
import { formats } from './form-formats.ts'
import { compiled, validateForm } from './form.ts'
import { textsOf } from './form-words.ts'

export type FormProblem = { readonly path: string; readonly reason: string }

/** Everything that keeps a form from being offered to people: fields without title or bound, lost pages, an example that is not valid. */
export function problemsOfForm(form: FormDefinition): readonly FormProblem[] {
  const closed = openObjects(form.schema, form.schema, '')
  const notASchema = schemaFault(form.schema)
  if (notASchema) return [...closed, { path: '/schema', reason: notASchema }]

  const fields = fieldsOf(form)
  const inFields = fields.flatMap((field) => fieldProblems(field, fields))
  const before = [...closed, ...inFields, ...layoutProblems(form, fields), ...wordProblems(form)]
  return before.length > 0 ? before : exampleProblems(form)
}

function schemaFault(schema: FieldSchema): string | null {
  try {
    compiled(schema)
    return null
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
}

/** Objects must say which fields they have; lists are not asked for on a form. */
function openObjects(root: FieldSchema, raw: FieldSchema, at: string): FormProblem[] {
  const schema = resolved(root, raw)
  if (!schema.properties) return []
  const here =
    schema.type === 'object' && schema.additionalProperties === false
      ? []
      : [{ path: `/schema${at}`, reason: 'an object must be closed: "type": "object", "additionalProperties": false' }]
  return [
    ...here,
    ...Object.entries(schema.properties).flatMap(([name, inner]) => openObjects(root, inner, `${at}/${name}`)),
  ]
}

function fieldProblems({ pointer, schema }: Field, all: readonly Field[]): FormProblem[] {
  const reasons: string[] = []
  const input = schema['x-input']
  const choices = choicesOf(schema)
  if (!schema.title) reasons.push('a field needs a title')
  if (!input || !inputs.includes(input)) reasons.push(`x-input must be one of ${inputs.join(', ')}`)
  if ((input === 'select' || input === 'radio') !== choices.length > 0)
    reasons.push('choices belong to a select or radio, and the other way round')
  if (schema.type === 'string' && choices.length === 0 && schema.maxLength === undefined)
    reasons.push('text needs maxLength')
  if (schema.type === 'integer' && (schema.minimum === undefined || schema.maximum === undefined))
    reasons.push('a number needs minimum and maximum')
  if (!['string', 'integer', 'boolean'].includes(schema.type ?? ''))
    reasons.push('a field is a string, an integer or a boolean')
  if (schema.format !== undefined && !Object.hasOwn(formats, schema.format))
    reasons.push(`no such format: ${schema.format}`)
  const lent = schema['x-prefill']
  if (lent !== undefined && !(personData as readonly string[]).includes(lent))
    reasons.push(`an account lends no ${lent}`)
  const when = schema['x-when']
  if (when && !all.some((one) => one.pointer === when.pointer))
    reasons.push(`x-when points to no field: ${when.pointer}`)
  return reasons.map((reason) => ({ path: `/schema${pointer}`, reason }))
}

function layoutProblems(form: FormDefinition, fields: readonly Field[]): FormProblem[] {
  const asked = form.layout.pages.flatMap(pointersOf)
  const unknown = asked.filter((at) => !fields.some((one) => one.pointer === at))
  const twice = asked.filter((at, place) => asked.indexOf(at) !== place)
  const lost = fields.filter((one) => !asked.includes(one.pointer))
  return [
    ...unknown.map((at) => ({ path: '/layout', reason: `no such field: ${at}` })),
    ...twice.map((at) => ({ path: '/layout', reason: `asked twice: ${at}` })),
    ...lost.map((one) => ({ path: '/layout', reason: `on no page: ${one.pointer}` })),
  ]
}

/** Other words are for a text the form says, letter by letter. */
function wordProblems(form: FormDefinition): FormProblem[] {
  const said = textsOf(form)
  return Object.keys(form.words ?? {})
    .filter((text) => !said.includes(text))
    .map((text) => ({ path: '/words', reason: `the form does not say: ${text}` }))
}

function exampleProblems(form: FormDefinition): FormProblem[] {
  const check = validateForm(form, form.example)
  if (!check.ok) return check.errors.map(({ path, message }) => ({ path: `/example${path}`, reason: message }))
  return JSON.stringify(check.value) === JSON.stringify(form.example)
    ? []
    : [{ path: '/example', reason: 'the example is not written as it would be kept' }]
}
