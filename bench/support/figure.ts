export type Figure = {
  bench: string
  case: string
  value: number
  unit: string
  /** What it is held against: a limit measured in the same run, an aim, another case. */
  against?: { what: string; value: number }
  /** `value / against.value`. */
  ratio?: number
}

/** One line of JSON for one figure: what `npm run bench` prints, and nothing else, on its standard output. */
export function figure(bench: string, name: string, value: number, unit: string, against?: Figure['against']): void {
  const line: Figure = { bench, case: name, value: short(value), unit }
  if (against) {
    line.against = { what: against.what, value: short(against.value) }
    line.ratio = short(value / against.value)
  }
  console.log(JSON.stringify(line))
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The value below which this share of all lies, the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!
}

/** Four significant digits say as much as a shared machine can know. */
function short(value: number): number {
  return Number(value.toPrecision(4))
}
