import { keepMade } from '../../documents/index.ts'
import { newId } from '../../ground/uuid.ts'
import { layRow } from '../../ground/written.ts'
import type { DossierDesk } from './take.ts'

/** Lays a document that this act made into the dossier. The file lies in the store before the row that names it. */
export async function layIn(
  desk: DossierDesk,
  dossier: string,
  paper: { kind: string; title: string; name: string; bytes: Uint8Array },
): Promise<{ file: string; sha256: string }> {
  const kept = await keepMade(desk, paper)
  point(desk, dossier, { ...paper, file: kept.id })
  return { file: kept.id, sha256: kept.sha256 }
}

/** Names a file that already lies in the store as a document of the dossier. */
export function point(
  { sql, actor, now, alongside }: DossierDesk,
  dossier: string,
  { kind, title, file }: { kind: string; title: string; file: string },
): void {
  const row = { id: newId(now), dossier, kind, title, file, made_at: now, made_by: actor.id }
  alongside(layRow(sql, 'dossiers.document', row))
}
