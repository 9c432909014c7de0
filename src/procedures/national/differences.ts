import type { Definition } from '../definition.ts'
import type { Reading } from './reading.ts'

/** One point in which the national entry and our own definition of the same procedure say different things. */
export type Difference = { readonly point: string; readonly own: string; readonly national: string }

/** Compares what both can say in the same words: name, field, levels, decision, time limits, results. */
export function differencesOf(own: Definition, national: Reading): Difference[] {
  const points: [string, string, string][] = [
    ['name', own.name, national.name],
    ['field', own.field, national.field],
    ['levels', sorted(own.levels), sorted(national.levels)],
    ['decision', own.decision, national.decision],
    [
      'timeLimits',
      sorted(own.timeLimits.map(({ printed: p }) => limitText(p.value, p.unit))),
      sorted(nationalLimits(national)),
    ],
    ['results', sorted(own.results.map(({ code }) => code)), sorted(national.results.map(({ code }) => code ?? '–'))],
  ]
  return points
    .filter(([, here, there]) => here.normalize('NFC') !== there.normalize('NFC'))
    .map(([point, here, there]) => ({ point, own: here, national: there }))
}

function nationalLimits({ ways }: Reading): string[] {
  return ways.map(({ time }) => (time.kind === 'limit' ? limitText(time.value, time.unit) : limitText(null, 'unknown')))
}

function limitText(value: number | null, unit: string): string {
  return value === null ? '–' : `${value} ${unit}`
}

function sorted(values: readonly string[]): string {
  return [...new Set(values)].toSorted().join(', ')
}
