import { type FieldSchema, type FormDefinition, resolved } from '../../procedures/index.ts'

const known = new WeakMap<FieldSchema, ReadonlySet<string>>()

/** Whether the form wants this answer always or in some case; everything else is marked as optional. */
export function isEverRequired({ schema }: Pick<FormDefinition, 'schema'>, pointer: string): boolean {
  let pointers = known.get(schema)
  if (!pointers) {
    pointers = new Set(requiredBelow(schema, schema, ''))
    known.set(schema, pointers)
  }
  return pointers.has(pointer)
}

/** Also what `then` and `else` want, but not `if`: that only asks whether an answer is there. */
function requiredBelow(root: FieldSchema, raw: FieldSchema, at: string): string[] {
  const schema = resolved(root, raw)
  const branches = [schema['allOf'], schema['then'], schema['else']].flat() as (FieldSchema | undefined)[]
  return [
    ...(schema.required ?? []).map((name) => `${at}/${name}`),
    ...branches.flatMap((branch) => (branch ? requiredBelow(root, branch, at) : [])),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => requiredBelow(root, inner, `${at}/${name}`)),
  ]
}
