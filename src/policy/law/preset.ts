import type { Day } from '../../ground/day.ts'
import type { Key, Value } from './settings.ts'

/** How surely we know a value: the text was read, somebody described it, or it is *chưa kiểm chứng*. */
export const confidences = ['read', 'second-hand', 'unconfirmed'] as const
export type Confidence = (typeof confidences)[number]

/** A value with the article it comes from. */
export type Stated<T> = { readonly value: T; readonly source: string; readonly confidence: Confidence }

export type StatedValues = { readonly [K in Key]?: Stated<Value<K>> }

export const presetIds = [
  'TTH-2016',
  'TTH-2017',
  'DLK-2024',
  'HD-2019-draft',
  'ND45-summary',
  'national-2026',
  'demo-2026',
] as const
export type PresetId = (typeof presetIds)[number]

/**
 * A regulation as settings: only what its text states, everything else is *not set*. A `regulation` holds from its day until
 * the day another replaces it; `draft` and `summary` may lend values but are never law in force; `national` is the floor
 * under all of them; `training` is the demo province.
 */
export type Preset = {
  readonly id: PresetId
  readonly title: { readonly vi: string; readonly en: string }
  readonly status: 'regulation' | 'draft' | 'summary' | 'national' | 'training'
  readonly number?: string
  readonly issued?: Day
  readonly from?: Day
  readonly until?: Day
  readonly replaces?: PresetId
  readonly values: StatedValues
}

/** The text was read. */
export function read<T>(value: T, source: string): Stated<T> {
  return { value, source, confidence: 'read' }
}

/** Somebody else's description of the rule was read. */
export function secondHand<T>(value: T, source: string): Stated<T> {
  return { value, source, confidence: 'second-hand' }
}

/** A default that nobody could confirm; shown as *chưa kiểm chứng*. */
export function unconfirmed<T>(value: T, source: string): Stated<T> {
  return { value, source, confidence: 'unconfirmed' }
}
