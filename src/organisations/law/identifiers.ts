/** How many digits each level below the province has: department or commune, then two more. */
const widths = [2, 2, 3]

/**
 * An agency's code in the present order from the earlier one: `000.00.12.H15` is `H15.12`. Empty levels are zeros there and left out here. Nothing
 * when the text is no such code. The mapping between the two is nowhere laid down in what we could read.
 * @law unconfirmed
 * @req S1-2.1
 */
export function presentIdentifier(earlier: string): string | undefined {
  const read = /^(\d{3})\.(\d{2})\.(\d{2})\.([A-Y]\d{2})$/.exec(earlier.trim().toUpperCase())
  if (!read) return undefined
  const levels = [read[3]!, read[2]!, read[1]!]
  const depth = levels.findLastIndex((digits) => Number(digits) > 0) + 1
  return [read[4]!, ...levels.slice(0, depth)].join('.')
}

/**
 * The same code in the earlier order, where it can be said so: at most three levels of digits below the province.
 * @law unconfirmed
 * @req S1-2.1
 */
export function earlierIdentifier(present: string): string | undefined {
  const [province = '', ...levels] = present.trim().toUpperCase().split('.')
  if (!/^[A-Y]\d{2}$/.test(province) || levels.length > widths.length) return undefined
  const full = widths.map((width, at) => (levels[at] ?? '').padStart(width, '0'))
  if (full.some((digits, at) => !/^\d+$/.test(digits) || digits.length !== widths[at])) return undefined
  return [full[2], full[1], full[0], province].join('.')
}
