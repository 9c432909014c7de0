import { createHash } from 'node:crypto'

/** The hash under which a random secret is kept: a copy of the database opens nothing. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
