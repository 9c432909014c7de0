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

/** Whether the applicant handed in scans of their own that carry no valid signature; what lies in the record was proven before. */
async function hasUnsignedScans(at: At, dossier: Dossier): Promise<boolean> {
  const { sql, vault } = at
  const ids = (await attachmentsOf(sql, dossier.id)).flatMap(({ file }) => file ?? [])
  const files = await filesById(sql, vault, ids)
  for (const file of files.values()) if (file.owner === dossier.applicant && !(await isSigned(at, file))) return true
  return false
}

async function isSigned({ sql, vault, now }: At, { id, mediaType }: StoredFile): Promise<boolean> {
  if (mediaType !== 'application/pdf') return false
  const trust = { roots: await issuersOf(sql), at: now, isRevoked: await revoked(sql) }
  const { signatures } = await validatePdf(await readFile(sql, vault, id), trust)
  return signatures.length > 0 && signatures.every(({ verdict }) => verdict === 'valid')
}
