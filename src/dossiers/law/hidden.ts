import type { Value } from '../../policy/law/index.ts'
import { isFiler, type Officer } from '../../organisations/law/index.ts'
import type { Form } from '../dossier.ts'

type Rule = Value<'sectors.hidden-fields'>[number]

/**
 * Which answers of an e-form are kept from an officer by the rules of their sector, neither to be read nor used again: the fields that a rule names for a sector in which
 * the officer holds a post. What a person said of themselves is never kept from them.
 * @law 90/2016/QĐ-UBND Điều 3.2
 * @req S0-3.2
 */
export function hiddenFrom(
  reader: Officer,
  dossier: { procedure: string; applicant: string; filedBy: string; reception: string },
  rules: readonly Rule[],
): string[] {
  if (reader.id === dossier.applicant || isFiler(reader, dossier)) return []
  const sectors = new Set(reader.posts.flatMap(({ sector }) => sector ?? []))
  return rules
    .filter(
      (rule) => sectors.has(rule.sector) && (rule.procedure === undefined || rule.procedure === dossier.procedure),
    )
    .map(({ field }) => field)
}

/** The answers without those at these places (`/mother/phone`); the rest stays as it is. */
export function withoutFields(form: Form, pointers: readonly string[]): Form {
  if (pointers.length === 0) return form
  const copy = structuredClone(form)
  for (const pointer of pointers) {
    const places = pointer.split('/').slice(1)
    const last = places.pop()
    const inside = places.reduce<unknown>((here, place) => (here as Form | undefined)?.[place], copy)
    if (last !== undefined && typeof inside === 'object' && inside !== null) delete (inside as Form)[last]
  }
  return copy
}
