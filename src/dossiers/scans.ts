import { filesById, readFile, type StoredFile } from '../documents/index.ts'
import { issuersOf, revoked, validatePdf } from '../signatures/index.ts'
import type { Sql } from '../ground/database.ts'
import type { Vault } from '../ground/vault/index.ts'
import type { Dossier } from './dossier.ts'
import { policyOf } from './policy.ts'
import { attachmentsOf } from './store.ts'

type At = { sql: Sql; vault: Vault; now: Date }

/** Where the province demands it, scans of the applicant's own that nobody signed are compared with the papers first. */
export async function isCheckDemanded(at: At, dossier: Dossier): Promise<boolean> {
  const policy = await policyOf(at.sql, dossier)
  return policy.get('scans.paper-check') && (await hasUnsignedScans(at, dossier))
}

const hasUnsignedScans = async (at: At, dossier: Dossier) => (await unsignedScans(at, dossier, 1)).length > 0

/**
 * The scans of the applicant's own that carry no valid signature, at most so many: they are worked with and flagged. What lies in the record was proven before.
 * @law 88/2017/QĐ-UBND Điều 9.2
 * @req S1-9.2b
 */
export async function unsignedScans(at: At, dossier: Dossier, most = Infinity): Promise<string[]> {
  const { sql, vault } = at
  const ids = (await attachmentsOf(sql, dossier.id)).flatMap(({ file }) => file ?? [])
  const files = await filesById(sql, vault, ids)
  const unsigned: string[] = []
  for (const file of files.values())
    if (unsigned.length < most && file.owner === dossier.applicant && !(await isSigned(at, file)))
      unsigned.push(file.id)
  return unsigned
}

async function isSigned({ sql, vault, now }: At, { id, mediaType }: StoredFile): Promise<boolean> {
  if (mediaType !== 'application/pdf') return false
  const trust = { roots: await issuersOf(sql), at: now, isRevoked: revoked(sql) }
  const { signatures } = await validatePdf(await readFile(sql, vault, id), trust)
  return signatures.length > 0 && signatures.every(({ verdict }) => verdict === 'valid')
}
