import { isIP } from 'node:net'

/** The address passkeys of this house are made for: a browser gives them to no other. */
export type Place = { origin: string; host: string }

/**
 * Where passkeys work: at the portal's own address under HTTPS, or on this very machine. A bare IP address has none, because browsers make
 * no passkey for one.
 */
export function passkeyPlace(url: string): Place | undefined {
  const { origin, hostname, protocol } = new URL(url)
  if (isIP(hostname.replace(/^\[|\]$/g, ''))) return undefined
  return protocol === 'https:' || hostname === 'localhost' ? { origin, host: hostname } : undefined
}
