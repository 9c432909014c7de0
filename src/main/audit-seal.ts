import { readFileSync } from 'node:fs'
import { X509Certificate } from 'node:crypto'
import type { SealCheck, Sealer } from '../audit/index.ts'
import type { House } from '../ground/house.ts'
import {
  readStamp,
  serviceKey,
  serviceRoots,
  signText,
  stampFromResponse,
  stampRequest,
  stampTime,
  verifyText,
} from '../signatures/index.ts'

type Inside = Pick<House, 'db' | 'vault' | 'config'>

/** Signs the audit's closed days with the house's own key; the time comes from `MOTCUA_TSA_URL`, in training from the house itself. */
export function sealerOf({ db, vault, config }: Inside, now: Date): Sealer {
  return {
    sign: async (text) => signText(await serviceKey(db, vault, 'audit-seal', now), Buffer.from(text)),
    stamp: async (signature) =>
      config.tsaUrl
        ? askForStamp(config.tsaUrl, signature)
        : stampTime(await serviceKey(db, vault, 'time-stamp', now), signature, now),
  }
}

/** Asks an authority elsewhere for the time (RFC 3161 over HTTP); a refusal or silence of ten seconds is a fault, and the next night tries again. */
export async function askForStamp(url: string, bytes: Uint8Array): Promise<Uint8Array> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: Buffer.from(stampRequest(bytes)),
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  })
  if (!answer.ok) throw new Error(`the time-stamping authority answered ${answer.status}`)
  const token = stampFromResponse(new Uint8Array(await answer.arrayBuffer()))
  if (readStamp(token, bytes, []).wrong === 'other-bytes') throw new Error('the time stamp is over something else')
  return token
}

/** What `audit verify` asks of a seal: the house's signature over the day, and a time stamp over that signature. */
export async function sealCheckOf({ db, config }: Inside): Promise<SealCheck> {
  const own = await serviceRoots(db)
  const roots = config.tsaRoot ? [...own, new X509Certificate(readFileSync(config.tsaRoot)).raw] : own
  return async ({ text, signature, stamp }) => {
    const { at: stampedAt, wrong } = readStamp(stamp, signature, roots)
    if (wrong) return { wrong, stampedAt }
    if (!verifyText(signature, Buffer.from(text), own, stampedAt)) return { wrong: 'signature-wrong', stampedAt }
    return { stampedAt }
  }
}
