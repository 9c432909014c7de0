import type { FieldSchema, FormDefinition, FormLayout } from './form-definition.ts'
import { pointersOf } from './form-definition.ts'
import type { Language } from './form-messages.ts'

/** To whom a form speaks: whoever fills it in for themselves, an officer who types for somebody, or a reader of what was said. */
export type Voice = 'filer' | 'counter' | 'reader'

/** The declaration that everything is true. A filer makes it once, when submitting; so no page asks for it before. */
export const oath = '/declaration'

const known = new WeakMap<FormDefinition, Map<string, FormDefinition>>()

/** The form in the language and to the person it is shown to. A text without other words stays as it is written. */
export function formFor(form: FormDefinition, language: Language, voice: Voice): FormDefinition {
  const shown = known.get(form) ?? new Map<string, FormDefinition>()
  known.set(form, shown)
  const before = shown.get(`${language} ${voice}`)
  if (before) return before
  const words = form.words ?? {}
  const say = (text: string): string => {
    const other = Object.hasOwn(words, text) ? words[text] : undefined
    return (language === 'en' ? other?.en : voice === 'counter' ? other?.counter : undefined) ?? text
  }
  const made: FormDefinition = {
    ...form,
    schema: schemaIn(form.schema, say),
    layout: layoutIn(form.layout, say, voice === 'filer' ? [oath] : []),
  }
  shown.set(`${language} ${voice}`, made)
  return made
}

/** The answers with the declaration made, where the form has one. */
export function sworn(form: Pick<FormDefinition, 'schema'>, answers: Record<string, unknown>): Record<string, unknown> {
  return form.schema.properties?.['declaration'] ? { ...answers, declaration: true } : answers
}

/** Every sentence a form says to people, once. */
export function textsOf({ schema, layout }: Pick<FormDefinition, 'schema' | 'layout'>): string[] {
  const said = new Set<string>()
  const hear = (text: string) => {
    said.add(text)
    return text
  }
  for (const inner of Object.values(schema.properties ?? {})) schemaIn(inner, hear)
  layoutIn(layout, hear, [])
  return [...said]
}

type Say = (text: string) => string

function schemaIn(schema: FieldSchema, say: Say): FieldSchema {
  const hint = schema['x-hint']
  return {
    ...schema,
    ...(schema.title === undefined ? {} : { title: say(schema.title) }),
    ...(hint === undefined ? {} : { 'x-hint': say(hint) }),
    ...(schema.oneOf ? { oneOf: schema.oneOf.map((one) => ({ ...one, title: say(one.title) })) } : {}),
    ...(schema.properties
      ? {
          properties: Object.fromEntries(
            Object.entries(schema.properties).map(([name, inner]) => [name, schemaIn(inner, say)]),
          ),
        }
      : {}),
  }
}

function layoutIn({ pages }: FormLayout, say: Say, without: readonly string[]): FormLayout {
  const told = <T extends { title: string; lead?: string | undefined }>(one: T): T => ({
    ...one,
    title: say(one.title),
    ...(one.lead === undefined ? {} : { lead: say(one.lead) }),
  })
  return {
    pages: pages
      .map((page) => ({
        ...told(page),
        fields: page.fields
          .filter((one) => typeof one !== 'string' || !without.includes(one))
          .map((one) => (typeof one === 'string' ? one : told(one))),
      }))
      .filter((page) => pointersOf(page).length > 0),
  }
}
