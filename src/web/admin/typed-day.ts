import { type Day, isDay } from '../../ground/day.ts'

/** The day in three boxes: `null` when nothing was typed at all, nothing when it is no day of this century. */
export function typedDay(fields: Readonly<Record<string, string | undefined>>, name: string): Day | null | undefined {
  const parts = ['year', 'month', 'day'].map((part) => fields[`${name}-${part}`]?.trim() ?? '')
  if (parts.every((part) => part === '')) return null
  const text = `${parts[0]!.padStart(4, '0')}-${parts[1]!.padStart(2, '0')}-${parts[2]!.padStart(2, '0')}`
  return isDay(text) && text > '2000' && text < '2100' ? text : undefined
}
