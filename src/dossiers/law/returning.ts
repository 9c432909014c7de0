import { done, refused } from '../../ground/result.ts'

type Check = 'match' | 'mismatch' | null

/**
 * Whether the result may leave the counter: not while the papers on the table differ from what was filed
 * (`papers-do-not-match`), and where scans that nobody signed were filed not before they were compared (`paper-check-needed`).
 * @law 88/2017/QĐ-UBND Điều 9.2
 * @req S1-9.2c
 */
export function mayReturn(check: Check, isDemanded: boolean) {
  if (check === 'mismatch') return refused('papers-do-not-match')
  return isDemanded && check === null ? refused('paper-check-needed') : done()
}

/**
 * Whether a fee that was paid stays paid: once the agency has settled nothing is claimed back, also when nobody comes for the result;
 * only another law, named, makes an exception.
 * @law 04/2024/QĐ-UBND Điều 10.4
 * @req S2-10.4b
 */
export function isFeeFinal(dossier: { issuedAt: Date | null }, exception?: string): boolean {
  return dossier.issuedAt !== null && !exception?.trim()
}

/**
 * Whether a result that nobody came for may be given up now: not before the time the province waits (`too-early-to-give-up`).
 * @law 04/2024/QĐ-UBND Điều 10.4
 * @req S2-10.4b
 */
export function mayGiveUp(now: Date, waitUntil: Date) {
  return now >= waitUntil ? done() : refused('too-early-to-give-up', { until: waitUntil.toISOString() })
}

/**
 * The last day a closed dossier is kept, or nothing where neither procedure nor province has set a term.
 * @law 04/2024/QĐ-UBND Điều 23.1; 107/2021/NĐ-CP Điều 1.11
 * @req S2-23.1
 * @req S1-22.6
 */
export function keptUntil(closed: string, months: number | null): string | null {
  if (months === null) return null
  const [year, month, date] = closed.split('-').map(Number) as [number, number, number]
  const total = year * 12 + (month - 1) + months
  const last = new Date(Date.UTC(Math.floor(total / 12), (total % 12) + 1, 0)).getUTCDate()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${Math.floor(total / 12)}-${two((total % 12) + 1)}-${two(Math.min(date, last))}`
}
