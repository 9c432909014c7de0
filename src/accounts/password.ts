import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { gate } from '../ground/gate.ts'

const argon2id = promisify(argon2)
/** Two cores' worth at once; a flood of guesses waits in a short line and is then turned away, while all other work goes on. */
const costly = gate(2, 400)
const derive: typeof argon2id = (kind, parameters) => costly(() => argon2id(kind, parameters))

/** 19 MiB, two passes, one lane: about 30 ms of one core, on a thread of its own. */
const cost = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 }

/** The password as argon2id in its usual text form; the password itself is kept nowhere. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: password.normalize('NFC'), nonce, ...cost })
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, kind, , parameters, nonce, tag] = stored.split('$')
  const found = /^m=(\d+),t=(\d+),p=(\d+)$/.exec(parameters ?? '')
  if (kind !== 'argon2id' || !found || !nonce || !tag) throw new Error('a stored password is not argon2id')
  const expected = Buffer.from(tag, 'base64')
  const actual = await derive('argon2id', {
    message: password.normalize('NFC'),
    nonce: Buffer.from(nonce, 'base64'),
    memory: Number(found[1]),
    passes: Number(found[2]),
    parallelism: Number(found[3]),
    tagLength: expected.length,
  })
  return timingSafeEqual(expected, actual)
}

/** Compared against when there is no such account, so that a missing name takes as long as a wrong password. */
export const nobodysPassword = await hashPassword(randomBytes(16).toString('hex'))

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '')
}
