import type { Day } from '../../ground/day.ts'
import type { Confidence, Preset, PresetId, Stated } from './preset.ts'
import { presetIds } from './preset.ts'
import { national2026, presets } from './presets/index.ts'
import type { Key, Value } from './settings.ts'
import { keys } from './settings.ts'

/** One value that a province decided itself, from a day on, with the paper that decided it. */
export type Override<K extends Key = Key> = {
  [Each in K]: {
    readonly key: Each
    readonly value: Value<Each>
    readonly source: string
    readonly confidence: Confidence
    readonly from: Day
    readonly until?: Day
  }
}[K]

/** From a day on a value is no longer the province's own. */
export type Cleared = { readonly key: Key; readonly isCleared: true; readonly from: Day }
export type Choice = Override | Cleared

/** What a province chose: a preset, and single values over it. */
export type ProvincePolicy = { readonly preset: PresetId; readonly overrides: readonly Choice[] }

/** A value and who said it: the province itself, its regulation, or the national default. */
export type Resolved<K extends Key> = Stated<Value<K>> & { readonly by: 'province' | PresetId }

/** Every setting as it stands on one day. `preset` is the one that held; a dossier keeps the policy of its reception. */
export type Policy = {
  readonly day: Day
  readonly preset: PresetId
  /** False for drafts, summaries, training and the national digest, whose values each cite their own source. */
  readonly isRegulationInForce: boolean
  get<K extends Key>(key: K): Value<K>
  stated<K extends Key>(key: K): Resolved<K>
}

/**
 * Whether a preset is a regulation in force on this day; drafts, summaries and our own digests of the law never are.
 * @law 90/2016/QĐ-UBND và 88/2017/QĐ-UBND, Điều 2 của Quyết định
 * @req S0-QD.2, S1-QD.2, S3A-QD.2
 */
export function isInForce(preset: Preset, day: Day): boolean {
  if (preset.status !== 'regulation' || !preset.from) return false
  return preset.from <= day && (preset.until === undefined || day < preset.until)
}

/** The regulations that are in force on this day, in the order of the list. */
export function presetsInForce(day: Day): PresetId[] {
  return presetIds.filter((id) => isInForce(presets[id], day))
}

/**
 * The preset that holds on a day for a province that chose this one: a regulation gives way to what replaces it and, before
 * its time, to what it replaced; where neither is in force only the national default is left.
 * @law 88/2017/QĐ-UBND, Điều 2 của Quyết định
 * @req S0-QD.2, S1-QD.2
 */
export function presetOn(day: Day, chosen: PresetId): Preset {
  if (presets[chosen].status !== 'regulation') return presets[chosen]
  return lineOf(chosen).find((preset) => isInForce(preset, day)) ?? national2026
}

function lineOf(chosen: PresetId): Preset[] {
  const all: Preset[] = presetIds.map((id) => presets[id])
  const line: Preset[] = [presets[chosen]]
  for (let last = line.at(-1); last?.replaces; last = line.at(-1)) line.push(presets[last.replaces])
  for (let next = after(chosen); next; next = after(next.id)) line.unshift(next)
  return line

  function after(id: PresetId): Preset | undefined {
    return all.find((preset) => preset.replaces === id)
  }
}

/**
 * All settings on a day: what the province decided itself, else what its regulation states, else the national default with
 * its source. Of two decisions of the province the later one holds.
 * @law 04/2024/QĐ-UBND Điều 1.2
 * @req S2-1.2
 */
export function policyOn(day: Day, { preset: chosen, overrides }: ProvincePolicy): Policy {
  const preset = presetOn(day, chosen)
  const own = new Map<Key, Resolved<Key>>()
  for (const choice of overrides.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if ('isCleared' in choice) {
      if (choice.from <= day) own.delete(choice.key)
      continue
    }
    const { key, value, source, confidence, from, until } = choice
    if (from <= day && (until === undefined || day < until)) own.set(key, { value, source, confidence, by: 'province' })
  }

  const stated = <K extends Key>(key: K): Resolved<K> => {
    const mine = own.get(key) as Resolved<K> | undefined
    if (mine) return mine
    const theirs = preset.values[key] as Stated<Value<K>> | undefined
    if (theirs) return { ...theirs, by: preset.id }
    return { ...(national2026.values[key] as Stated<Value<K>>), by: national2026.id }
  }
  return {
    day,
    preset: preset.id,
    isRegulationInForce: isInForce(preset, day),
    stated,
    get: (key) => stated(key).value,
  }
}

/** All values of a policy with their sources, in the order of the table: the settings page, and what a report prints. */
export function listOfPolicy(policy: Policy): { key: Key; stated: Resolved<Key> }[] {
  return keys.map((key) => ({ key, stated: policy.stated(key) }))
}
