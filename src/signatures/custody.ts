import { argon2, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { gate } from '../ground/gate.ts'

/**
 * A private key at rest, locked by a PIN: argon2id makes a key of the PIN, AES-256-GCM seals the PKCS#8 with it. The
 * cost stands in the blob, so it can be raised later without breaking what is already locked.
 *
 *   'MCK1' | memory, KiB u32 | passes u32 | lanes u32 | salt 16 | nonce 12 | tag 16 | sealed key
 */
const magic = Buffer.from('MCK1')
const cost = { memory: 64 * 1024, passes: 3, parallelism: 1 }
const most = { memory: 1024 * 1024, passes: 64, parallelism: 16 }
const [header, salt, nonce, tag] = [16, 16, 12, 16]

/** 64 MiB and a core each: two at once leave room for everything else the machine does. */
const costly = gate(2, 200)
const argon2id = promisify(argon2)
const derive: typeof argon2id = (kind, parameters) => costly(() => argon2id(kind, parameters))

export async function lockKey(pkcs8: Uint8Array, pin: string): Promise<Uint8Array> {
  const head = Buffer.alloc(header)
  magic.copy(head)
  head.writeUInt32BE(cost.memory, 4)
  head.writeUInt32BE(cost.passes, 8)
  head.writeUInt32BE(cost.parallelism, 12)
  const open = Buffer.concat([head, randomBytes(salt), randomBytes(nonce)])

  const cipher = createCipheriv('aes-256-gcm', await keyFrom(pin, open), open.subarray(header + salt))
  cipher.setAAD(open)
  const sealed = Buffer.concat([cipher.update(pkcs8), cipher.final()])
  return Buffer.concat([open, cipher.getAuthTag(), sealed])
}

/** The private key (PKCS#8), or nothing when the PIN is wrong. Throws when the bytes were never a locked key. */
export async function unlockKey(locked: Uint8Array, pin: string): Promise<Uint8Array | undefined> {
  const bytes = Buffer.from(locked)
  const start = header + salt + nonce
  if (bytes.length <= start + tag || !bytes.subarray(0, 4).equals(magic)) throw new TypeError('not a locked key')
  const open = bytes.subarray(0, start)

  const decipher = createDecipheriv('aes-256-gcm', await keyFrom(pin, open), open.subarray(header + salt))
  decipher.setAAD(open)
  decipher.setAuthTag(bytes.subarray(start, start + tag))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(start + tag)), decipher.final()])
  } catch {
    return undefined
  }
}

function keyFrom(pin: string, open: Buffer): Promise<Buffer> {
  const [memory, passes, parallelism] = [open.readUInt32BE(4), open.readUInt32BE(8), open.readUInt32BE(12)]
  if (memory > most.memory || passes > most.passes || parallelism > most.parallelism)
    throw new TypeError('not a locked key')
  const message = Buffer.from(pin.normalize('NFC'))
  return derive('argon2id', {
    message,
    nonce: open.subarray(header, header + salt),
    parallelism,
    tagLength: 32,
    memory,
    passes,
  })
}
