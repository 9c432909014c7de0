import type { State } from '../dossiers/law/index.ts'
import type { Value } from '../policy/law/index.ts'
import { stateWords, wordsOfState } from './dossiers.ts'
import type { Words } from './language.ts'

export type StateNames = (state: State, isRefused?: boolean) => { readonly name: Words; readonly says: Words }

/** What the states are called today: as the province decided, with the approval it needed, else as the house says. A refusal keeps its own words. */
export function stateNames(decided: Value<'states.names'>): StateNames {
  const names = known.get(decided) ?? namesBy(decided)
  known.set(decided, names)
  return names
}

const known = new WeakMap<Value<'states.names'>, StateNames>()

function namesBy(decided: Value<'states.names'>): StateNames {
  const own = new Map(decided.map((one) => [one.state, one]))
  return (state, isRefused = false) => {
    const said = wordsOfState(state, isRefused)
    const row = said === stateWords[state] ? own.get(state) : undefined
    if (!row) return said
    return {
      name: { vi: row.name, en: row.nameEn ?? said.name.en },
      says: { vi: row.says ?? said.says.vi, en: said.says.en },
    }
  }
}
