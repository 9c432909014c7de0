import type { Definition } from './definition.ts'
import type { FeeRule } from './fee-table.ts'
import type { Problem } from './folder.ts'
import { choicesOf, fieldAt } from './form-definition.ts'
import type { Condition } from './parts.ts'
import { sourcesOf } from './result-definition.ts'

type Found = {
  readonly file: string
  readonly path: string
  readonly at: string
  readonly kind?: 'number' | undefined
  readonly equals?: unknown
}

/** Every place where one file of a procedure points into its form must find a field there, of the right kind, with that choice. */
export function pointerProblems(definition: Definition): Problem[] {
  const { components, results, fees, form } = definition
  const found: Found[] = [
    ...components.flatMap((one, at) => inCondition('procedure.json', `/components/${at}/when`, one.when)),
    ...components.flatMap((one, at) =>
      inCondition('procedure.json', `/components/${at}/waivedWhen/when`, one.waivedWhen?.when),
    ),
    ...results.flatMap(({ fields }, at) =>
      fields.flatMap((field, place) =>
        sourcesOf(field).map((source) => ({
          file: 'procedure.json',
          path: `/results/${at}/fields/${place}`,
          at: source.at,
          equals: source.words && Object.keys(source.words),
        })),
      ),
    ),
    ...fees.rules.flatMap((rule, at) => inFee(rule, `/rules/${at}`)),
    ...fees.exemptions.flatMap((one, at) => inCondition('fees.json', `/exemptions/${at}/when`, one.when)),
  ]
  const ids = components.map((one) => one.id)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  return [
    ...twice.map((id) => ({ file: 'procedure.json', path: '/components', reason: `two papers share the id ${id}` })),
    ...found.flatMap((one) => problemOf(one, form)),
  ]
}

function inCondition(file: string, path: string, condition: Condition | undefined): Found[] {
  if (!condition) return []
  const answer = condition.field ? [{ file, path: `${path}/field`, at: condition.field, equals: condition.equals }] : []
  const since = condition.daysSince ? [{ file, path: `${path}/daysSince/field`, at: condition.daysSince.field }] : []
  return [...answer, ...since]
}

function inFee({ amount, when }: FeeRule, path: string): Found[] {
  const counted = amount.kind === 'per-unit' ? [amount.quantity, ...(amount.copies ? [amount.copies] : [])] : []
  return [
    ...inCondition('fees.json', `${path}/when`, when),
    ...counted.map((at) => ({ file: 'fees.json', path: `${path}/amount`, at, kind: 'number' as const })),
  ]
}

function problemOf({ file, path, at, kind, equals }: Found, form: Definition['form']): Problem[] {
  const field = fieldAt(form, at)
  if (!field) return [{ file, path, reason: `the form has no field ${at}` }]
  if (kind === 'number' && field.schema.type !== 'integer') return [{ file, path, reason: `${at} is not a number` }]

  const choices = choicesOf(field.schema)
  const wanted = equals === undefined ? [] : [equals].flat()
  const lost = choices.length > 0 ? wanted.filter((one) => !choices.some((choice) => choice.value === one)) : []
  return lost.map((one) => ({ file, path, reason: `${at} has no choice ${JSON.stringify(one)}` }))
}
