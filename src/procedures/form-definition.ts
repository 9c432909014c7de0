import { z } from 'zod'
import { pointer, slug, text } from './parts.ts'

export const inputs = [
  'text',
  'textarea',
  'date-parts',
  'select',
  'radio',
  'phone',
  'identity',
  'number',
  'checkbox',
] as const
export type Input = (typeof inputs)[number]

/** A field of a form: JSON Schema 2020-12 with a few words of our own, all beginning with `x-`. */
export type FieldSchema = {
  readonly type?: string
  readonly title?: string
  readonly properties?: Readonly<Record<string, FieldSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly oneOf?: readonly { readonly const: string; readonly title: string }[]
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly maxLength?: number
  readonly maximum?: number
  readonly minimum?: number
  readonly default?: unknown
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, FieldSchema>>
  /** One sentence below the title. */
  readonly 'x-hint'?: string
  readonly 'x-input'?: Input
  /** The value of the HTML attribute of that name. */
  readonly 'x-autocomplete'?: string
  /** Where in the account's own data the first answer comes from, such as `/name`. */
  readonly 'x-prefill'?: string
  /** Shown, and asked for, only when another answer is this. */
  readonly 'x-when'?: { readonly pointer: string; readonly equals: string | boolean | readonly string[] }
  /** A date that cannot lie after today. */
  readonly 'x-latest'?: 'today'
  readonly [keyword: string]: unknown
}

/** What an account may lend to a form. */
export const personData = [
  '/name',
  '/birthDate',
  '/sex',
  '/identityNumber',
  '/phone',
  '/email',
  '/address',
  '/ethnicity',
  '/nationality',
  '/representative',
] as const

const field = z.union([
  pointer,
  z.strictObject({ group: slug, title: text(200), lead: text(400).optional(), fields: z.array(pointer).min(1) }),
])

export const formLayout = z.strictObject({
  pages: z
    .array(z.strictObject({ id: slug, title: text(200), lead: text(600).optional(), fields: z.array(field).min(1) }))
    .min(1),
})

/** A form: its schema, the pages it is asked on, and one complete valid value of invented people. */
export const formDefinition = z.strictObject({
  schema: z.custom<FieldSchema>((value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
  layout: formLayout,
  example: z.record(z.string(), z.unknown()),
  /** Other words for a text of the form: in English, and as an officer at the counter is asked. */
  words: z.record(z.string(), z.strictObject({ en: text(600).optional(), counter: text(600).optional() })).optional(),
})

export type FormDefinition = z.infer<typeof formDefinition>
export type FormLayout = z.infer<typeof formLayout>
export type Field = { readonly pointer: string; readonly schema: FieldSchema; readonly required: boolean }

/** The schema with its local `$ref` followed; words beside the reference win. */
export function resolved(root: FieldSchema, schema: FieldSchema): FieldSchema {
  const name = /^#\/\$defs\/([A-Za-z0-9_-]+)$/.exec(schema.$ref ?? '')?.[1]
  const target = name ? root.$defs?.[name] : undefined
  return target ? { ...target, ...schema } : schema
}

/** The field at a pointer, or undefined when the form has none there. */
export function fieldAt(form: { schema: FieldSchema }, at: string): Field | undefined {
  return fieldsOf(form).find((one) => one.pointer === at)
}

const known = new WeakMap<FieldSchema, readonly Field[]>()

/** Every question of the form; the order in which they are asked is that of the pages. `required` says whether its own object always wants it. */
export function fieldsOf({ schema }: { schema: FieldSchema }): readonly Field[] {
  const before = known.get(schema)
  if (before) return before
  const found = leaves(schema, schema, '')
  known.set(schema, found)
  return found
}

function leaves(root: FieldSchema, object: FieldSchema, at: string): Field[] {
  return Object.entries(object.properties ?? {}).flatMap(([name, raw]) => {
    const schema = resolved(root, raw)
    const here = `${at}/${name}`
    return schema.properties
      ? leaves(root, schema, here)
      : [{ pointer: here, schema, required: object.required?.includes(name) ?? false }]
  })
}

/** The choices of a field as value and words, whether the schema lists them with or without words. */
export function choicesOf(schema: FieldSchema): readonly { value: string; title: string }[] {
  if (schema.oneOf) return schema.oneOf.map((one) => ({ value: one.const, title: one.title }))
  return (schema.enum ?? []).map((value) => ({ value, title: value }))
}

/** The pointers of one page, groups opened. */
export function pointersOf(page: FormLayout['pages'][number]): string[] {
  return page.fields.flatMap((one) => (typeof one === 'string' ? [one] : one.fields))
}
