import type { CheckName, Checks, Verdict, Why } from '../report.ts'
import { verdictOf } from './verdict.ts'

/** The four things that whoever receives a signed document looks at. */
export const elementNames = ['signer', 'certificate', 'time', 'integrity'] as const
export type Element = (typeof elementNames)[number]

const belongsTo: Record<CheckName, Element> = {
  signature: 'signer',
  essCertificate: 'signer',
  keyUsage: 'signer',
  chain: 'certificate',
  revocation: 'certificate',
  algorithm: 'certificate',
  period: 'time',
  time: 'time',
  covers: 'integrity',
  digest: 'integrity',
  laterChanges: 'integrity',
}

export type Elements = Record<Element, { ok: boolean; whys: Why[] }>

/**
 * The checks gathered under signer, certificate, signing time and integrity of the content. The signature is valid only when all
 * four are.
 *
 * @law Dự thảo Quy chế chữ ký số kèm 307/STTTT-CNTT (Hải Dương) Điều 12.1
 * @law 41/2017/TT-BTTTT Điều 8
 * @req S3B-12.1
 */
export function fourElements(checks: Checks): { elements: Elements; verdict: Verdict } {
  const elements = Object.fromEntries(elementNames.map((name) => [name, { ok: true, whys: [] }])) as unknown as Elements
  for (const [name, { ok, why }] of Object.entries(checks) as [CheckName, { ok: boolean; why?: Why }][]) {
    if (ok) continue
    elements[belongsTo[name]].ok = false
    if (why && why !== 'not-checked') elements[belongsTo[name]].whys.push(why)
  }
  return { elements, verdict: verdictOf(checks) }
}
