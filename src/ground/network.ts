import { isIPv6 } from 'node:net'

/**
 * The network a visitor comes from, as limits count it. An IPv4 address is one; of an IPv6 address the first 64 bits are, because whoever
 * has one has all that begin alike.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  const plain = address.split('%')[0]!
  if (!isIPv6(plain) || plain.includes('.')) return address
  const [front = '', back] = plain.toLowerCase().split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const [before, after] = [groups(front), groups(back)]
  const gap = back === undefined ? 0 : 8 - before.length - after.length
  const all = [...before, ...Array<string>(gap).fill('0'), ...after]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
