import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Codes of a device that shares a secret with us (RFC 6238): six digits, another every thirty seconds, HMAC-SHA-1 as every such device knows it. */
const seconds = 30
const digits = 6
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function newSecret(): Buffer {
  return randomBytes(20)
}

/** The secret as people type it into a device (RFC 4648 base32). */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

export function stepAt(instant: number): number {
  return Math.floor(instant / 1000 / seconds)
}

/** The code of one step (RFC 4226 with the step as its counter). */
export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const at = hash[hash.length - 1]! & 0xf
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/**
 * The step whose code this is, one before and one after now allowed for clocks that differ; undefined when it is none, or not later than the
 * last that was taken, so that a code seen over a shoulder is worth nothing.
 */
export function stepOfCode(secret: Uint8Array, code: string, instant: number, last: number): number | undefined {
  const given = Buffer.from(code.replace(/\s/g, ''))
  const now = stepAt(instant)
  const found = [now - 1, now, now + 1].filter((step) => {
    const right = Buffer.from(codeAt(secret, step))
    return right.length === given.length && timingSafeEqual(right, given)
  })
  return found.find((step) => step > last)
}

/** What a device reads from a QR code. */
export function addressForDevice(secret: Uint8Array, username: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(username)}`
  const more = new URLSearchParams({ secret: base32(secret), issuer, digits: String(digits), period: String(seconds) })
  return `otpauth://totp/${label}?${more.toString().replaceAll('+', '%20')}`
}
