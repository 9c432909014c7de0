import { readFileSync } from 'node:fs'
import { X509Certificate } from 'node:crypto'
import type { Config } from '../ground/config.ts'
import type { Sql } from '../ground/database.ts'
import { askOutside } from '../ground/outgoing.ts'
import type { Vault } from '../ground/vault/index.ts'
import { serviceKey, serviceRoots } from './service-keys.ts'
import { signText } from './text.ts'
import { readStamp, stampFromResponse, stampRequest, stampTime } from './time-stamp.ts'

type Inside = { db: Sql; vault: Vault; config: Config }

/** The house's own signature over bytes that are no PDF (CMS, detached). */
export async function signForHouse({ db, vault }: Inside, bytes: Uint8Array, now: Date): Promise<Uint8Array> {
  return signText(await serviceKey(db, vault, 'audit-seal', now), bytes)
}

/** A time stamp over bytes: from `MOTCUA_TSA_URL`, in training from the house itself. */
export async function stampBytes({ db, vault, config }: Inside, bytes: Uint8Array, now: Date): Promise<Uint8Array> {
  if (config.tsaUrl) return askForStamp(config.tsaUrl, bytes, config.insideHosts)
  return stampTime(await serviceKey(db, vault, 'time-stamp', now), bytes, now)
}

/** The roots by which stamps are judged: the house's own and the one of the authority that a province names. */
export async function stampRoots({ db, config }: Pick<Inside, 'db' | 'config'>): Promise<Buffer[]> {
  const own = await serviceRoots(db)
  return config.tsaRoot ? [...own, new X509Certificate(readFileSync(config.tsaRoot)).raw] : own
}

/** Asks an authority elsewhere (RFC 3161 over HTTP); a refusal, or silence of ten seconds, is a fault, and the next night tries again. */
export async function askForStamp(url: string, bytes: Uint8Array, inside: readonly string[] = []): Promise<Uint8Array> {
  const headers = { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' }
  const question = { method: 'POST', headers, body: Buffer.from(stampRequest(bytes)) }
  const answer = await askOutside(url, question, { only: [new URL(url).host], names: inside })
  if (!answer.ok) throw new Error(`the time-stamping authority answered ${answer.status}`)
  const token = stampFromResponse(new Uint8Array(await answer.arrayBuffer()))
  if (readStamp(token, bytes, []).wrong === 'other-bytes') throw new Error('the time stamp is over something else')
  return token
}
