import type { Sql } from '../ground/database.ts'
import type { Vault } from '../ground/vault/index.ts'
import type { Form } from './dossier.ts'
import type { AttachmentRow } from './store.ts'

/**
 * The hash of what was filed, answers and papers together, as the audit keeps it beside who filed it, when, and what came of it. Keyed, because answers are
 * few enough to be guessed from a plain hash; whoever holds the dossier and the key computes it anew.
 * @law 88/2017/QĐ-UBND Điều 4.3
 * @req S1-4.3
 */
export async function contentHash(
  { sql, vault }: { sql: Sql; vault: Vault },
  form: Form,
  papers: readonly AttachmentRow[],
): Promise<string> {
  const ids = papers.flatMap(({ file }) => file ?? [])
  const files =
    ids.length === 0
      ? []
      : await sql.selectFrom('documents.file').select(['id', 'sha256']).where('id', 'in', ids).execute()
  const hashes = new Map(files.map(({ id, sha256 }) => [id, sha256.toString('hex')]))
  const told = papers
    .map(({ component, file, item }) => [component, file ? hashes.get(file) : item].join(' '))
    .toSorted()
  return vault.fingerprint(JSON.stringify([sorted(form), told]), 'dossiers.content').toString('hex')
}

/** The same answers make the same text, in whatever order they were typed. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, inside]) => [name, sorted(inside)]),
  )
}
