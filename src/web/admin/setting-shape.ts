import { z } from 'zod'
import { presetIds, settings, type Subject } from '../../policy/index.ts'
import type { Form } from '../form-body.ts'

/** What a setting looks like, as JSON Schema says it: the one source for its form and for reading what was sent. */
export type Shape = {
  readonly type?: string
  readonly maxLength?: number
  readonly const?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
}

/** Rows a list of several parts may have in a form. */
export const mostRows = 60

/** The name of the field with the whole value; its parts have theirs after a dot. */
export const valueField = 'gia-tri'

export function shapeOf(subject: Subject): Shape {
  return z.toJSONSchema(subject === 'preset' ? z.enum(presetIds) : settings[subject].schema) as Shape
}

/** What may be left out altogether: the shape without the nothing. */
export function withoutNull({ anyOf }: Shape): Shape | undefined {
  return anyOf?.length === 2 && anyOf[1]!.type === 'null' ? anyOf[0] : undefined
}

/** One of several shapes that differ in one word (`mode`): all their parts together, that word chosen. */
export function merged(variants: readonly Shape[]): Shape {
  const [tag = ''] = Object.entries(variants[0]?.properties ?? {}).find(([, part]) => part.const !== undefined) ?? []
  const parts = Object.assign({}, ...variants.map(({ properties }) => properties)) as Record<string, Shape>
  const words = variants.map(({ properties }) => properties![tag]!.const!)
  return { type: 'object', properties: { ...parts, [tag]: { type: 'string', enum: words } }, required: [tag] }
}

/** Some words alone, and one after the other in the order in which the setting names them: `a`, `b`, `a,b`. */
export function ordersOf(words: readonly string[]): string[] {
  return [...words, ...words.flatMap((first, at) => words.slice(at + 1).map((one) => `${first},${one}`))]
}

/** A minute of the day is typed as people say it. */
export function isClock(subject: Subject, name: string): boolean {
  return name.endsWith('.cutoff') || (subject === 'intake.cutoff' && name === valueField)
}

/** The value that was sent, as far as it is one; what it lacks its schema says. */
export function valueFrom(subject: Subject, { fields, lists }: Form): unknown {
  return read(shapeOf(subject), valueField)

  function read(shape: Shape, name: string): unknown {
    const text = fields[name]?.trim().normalize('NFC') ?? ''
    const inner = withoutNull(shape)
    if (inner) return fields[`${name}.khong`] || (!inner.properties && text === '') ? null : read(inner, name)
    if (shape.oneOf) return withOwnParts(shape.oneOf, name)
    if (shape.properties) return partsOf(shape, name)
    if (shape.items) return listOf(shape.items, name)
    if (shape.type === 'boolean') return text === '' ? undefined : text === 'co'
    if (shape.type === 'integer' || shape.type === 'number') return isClock(subject, name) ? minute(text) : number(text)
    return text === '' ? undefined : text
  }

  function partsOf({ properties = {} }: Shape, name: string): Record<string, unknown> {
    const parts = Object.entries(properties).map(([part, shape]) => [part, read(shape, `${name}.${part}`)] as const)
    return Object.fromEntries(parts.filter(([, value]) => value !== undefined))
  }

  /** Only the parts that belong to what was chosen; the others may still stand in the form. */
  function withOwnParts(variants: readonly Shape[], name: string): unknown {
    const all = partsOf(merged(variants), name)
    const own = variants.find(({ properties = {} }) =>
      Object.entries(properties).every(([part, shape]) => shape.const === undefined || shape.const === all[part]),
    )
    return Object.fromEntries(Object.entries(all).filter(([part]) => own?.properties?.[part] ?? !own))
  }

  /** Rows of parts, those whose first part was left empty are none. */
  function rowsFrom(items: Shape, key: string, name: string): unknown[] {
    const rows = Array.from({ length: mostRows }, (_, index) => `${name}.${index}`)
    return rows.filter((row) => fields[`${row}.${key}`]?.trim()).map((row) => partsOf(items, row))
  }

  function listOf(items: Shape, name: string): unknown[] {
    if (items.items) return (lists[name] ?? []).map((order) => order.split(','))
    if (!items.properties) return lists[name] ?? []
    const [[key = '', keys], [value = '']] = Object.entries(items.properties) as [[string, Shape], [string, Shape]]
    if (!keys.enum) return rowsFrom(items, key, name)
    return keys.enum
      .filter((word) => fields[`${name}.${word}`])
      .map((word) => ({ [key]: word, [value]: fields[`${name}.${word}`] }))
  }
}

function number(text: string): number | string | undefined {
  const plain = text.replaceAll(/[\s.]/g, '').replace(',', '.')
  if (plain === '') return undefined
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : text
}

function minute(text: string): number | string | undefined {
  const [, hours, minutes] = /^(\d{1,2})[:hg](\d{2})$/i.exec(text) ?? []
  if (text === '') return undefined
  return hours && minutes && Number(minutes) < 60 ? Number(hours) * 60 + Number(minutes) : text
}
