const deepest = 32

/**
 * Where a request carries what no house can keep: the sign NUL, which nobody types and no database text holds, or values nested so deep
 * that reading them would exhaust the machine. Undefined when it is plain.
 */
export function unkeepable(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value === 'string') return value.includes('\0') ? path.join('.') : undefined
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined
  if (path.length >= deepest) return path.join('.')
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, key]
    if (key.includes('\0')) return here.join('.').replaceAll('\0', '')
    const found = unkeepable(inner, here)
    if (found !== undefined) return found
  }
  return undefined
}
