import fc from 'fast-check'
import { json, word } from './words.ts'

type Schema = { [key: string]: unknown }

/** Bodies that have the shape a door publishes, so that they reach what lies behind its schema. */
export function like(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const among = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined
  if (among) return fc.oneof(...among.map((one) => like(one, depth)))
  if (schema['const'] !== undefined) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]))
  switch (schema['type']) {
    case 'object':
      return object(schema, depth)
    case 'array':
      return fc.array(like((schema['items'] ?? {}) as Schema, depth + 1), { maxLength: 3 })
    case 'integer':
    case 'number':
      return fc.constantFrom(1, 2, 3, 5, 2 ** 31)
    case 'boolean':
      return fc.boolean()
    case 'string':
      return text(schema)
    default:
      return depth > 3 ? fc.constant(null) : json
  }
}

function text({ format, pattern }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid')
    return fc.constantFrom('01940000-0000-7000-8000-00000000dead', '01940000-0000-7000-8000-00000000DEAD')
  if (typeof pattern === 'string' && pattern.includes('{64}')) return fc.constant('a'.repeat(64))
  return fc.oneof(fc.constantFrom('congdan', 'Nguyễn Thị Hà', '046192003517', '246810', 'ok'), word)
}

/** Some fields are left out, sometimes one is added that nobody asked for, sometimes one has what does not belong there. */
function object(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>)
  if (properties.length === 0) return fc.dictionary(word, json, { maxKeys: 3, noNullPrototype: true })
  const whole = fc.record(Object.fromEntries(properties.map(([name, one]) => [name, like(one, depth + 1)])))
  const bend = fc.option(fc.tuple(fc.nat(), fc.constantFrom('drop', 'replace', 'add'), word, json), { freq: 2 })
  return fc.tuple(whole, bend).map(([value, bent]) => {
    if (!bent) return value
    const [place, how, name, other] = bent
    const names = Object.keys(value)
    const chosen = names[place % names.length]!
    const copy: Record<string, unknown> = { ...value }
    if (how === 'drop') delete copy[chosen]
    else copy[how === 'replace' ? chosen : name] = other
    return copy
  })
}
