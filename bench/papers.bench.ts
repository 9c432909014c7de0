import { randomBytes } from 'node:crypto'
import { renderDocument } from '../src/documents/index.ts'
import { samples } from '../src/documents/samples.ts'
import { hashPassword, isPassword } from '../src/accounts/password.ts'
import { byLeader, now, roots, signedTwice, byOffice } from '../src/signatures/example.ts'
import { lockKey, unlockKey, signPdf, validatePdf } from '../src/signatures/index.ts'
import { figure } from './support/figure.ts'

/** What the parts of a paper cost by nature: CPU time of this process with all its threads, one after the other. */
const pin = '246810'
const key = randomBytes(1200)
const locked = await lockKey(key, pin)
const password = await hashPassword('Demo@12345')
const { bytes: draft } = await renderDocument('giay-khai-sinh', samples['giay-khai-sinh'], now)
const { first, second } = await signedTwice()
const trust = { roots, at: now, isRevoked: () => false }

const parts: readonly [name: string, times: number, work: () => Promise<unknown>][] = [
  ['laying out a receipt (Typst)', 30, () => renderDocument('receipt', samples.receipt, now)],
  [
    'laying out a birth certificate (Typst)',
    30,
    () => renderDocument('giay-khai-sinh', samples['giay-khai-sinh'], now),
  ],
  ['opening a key by its PIN (argon2id)', 6, () => unlockKey(locked, pin)],
  ['checking a password (argon2id)', 6, () => isPassword('Demo@12345', password)],
  ['signature of a person (PAdES, RSA-2048)', 20, () => signPdf(draft, byLeader)],
  ['signature of an organisation, behind the first', 20, () => signPdf(first, byOffice)],
  ['validating two signatures', 20, () => validatePdf(second, trust)],
]

for (const [name, times, work] of parts) {
  for (let turn = 0; turn < 3; turn += 1) await work()
  const before = process.cpuUsage()
  for (let turn = 0; turn < times; turn += 1) await work()
  const { user, system } = process.cpuUsage(before)
  figure('papers', name, (user + system) / 1000 / times, 'CPU ms')
}
figure('papers', 'a birth certificate', draft.length, 'bytes')
