import { isState } from '../dossiers/law/index.ts'
import { strangeIn } from '../notifications/index.ts'
import { isDuty } from '../organisations/law/index.ts'
import type { Subject, Value } from '../policy/index.ts'

/** Where a value of a setting that has its shape names what this house does not have: a state, a sector, a notice or a gap in it. */
export function strangeValues(subject: Subject, value: unknown): (string | number)[][] {
  if (subject === 'states.names')
    return placesOf(value as Value<'states.names'>, 'state', ({ state }) => !isState(state))
  if (subject === 'sectors.hidden-fields')
    return placesOf(value as Value<'sectors.hidden-fields'>, 'sector', ({ sector }) => !isDuty(sector))
  if (subject === 'notices.texts')
    return placesOf(value as Value<'notices.texts'>, 'body', (notice) => strangeIn(notice).length > 0)
  return []
}

function placesOf<Row>(rows: readonly Row[], part: string, isStrange: (row: Row) => boolean): (string | number)[][] {
  return rows.flatMap((row, index) => (isStrange(row) ? [[index, part]] : []))
}
