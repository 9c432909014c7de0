import type { Actor } from '../audit/index.ts'
import type { Sql, Tx } from '../ground/database.ts'
import type { Desk } from '../ground/desk.ts'
import type { Vault } from '../ground/vault/index.ts'
import { sent } from '../ground/written.ts'

/** What the officer says of a component at intake. */
export type Verdict = {
  component: string
  verdict: 'ok' | 'fail' | 'not-applicable'
  reason?: string
  /** Why it is asked for although the applicant's record holds it. */
  special?: string
}
/** What the officer says of it when settling: true and accurate, or why that cannot be said. */
export type Authentication = { component: string; authenticated: boolean; reason?: string }
export type Mark = { component: string; verdict: string | null; reason: string | null; authenticated: string | null }

type At = Desk<Actor, never>
/** Officers write about people here: what they write is sealed. */
const context = (dossier: string, component: string) => `dossiers.reason:${dossier}:${component}`

export function writeVerdicts(
  { sql, vault, actor, now, alongside }: At,
  dossier: string,
  verdicts: readonly Verdict[],
): void {
  if (verdicts.length === 0) return
  const written = sql
    .insertInto('dossiers.component')
    .values(
      verdicts.map(({ component, verdict, reason }) => ({
        dossier,
        component,
        verdict,
        reason_sealed: reason ? vault.seal(reason, context(dossier, component)) : null,
        checked_by: actor.id,
        checked_at: now,
      })),
    )
    .onConflict((at) =>
      at.columns(['dossier', 'component']).doUpdateSet((eb) => ({
        verdict: eb.ref('excluded.verdict'),
        reason_sealed: eb.ref('excluded.reason_sealed'),
        checked_by: eb.ref('excluded.checked_by'),
        checked_at: eb.ref('excluded.checked_at'),
      })),
    )
  alongside(sent(written))
}

/** What was failing has been answered: it is to be looked at anew. What was asked stays with the request. */
export async function clearFailed(tx: Tx, dossier: string): Promise<void> {
  await tx
    .updateTable('dossiers.component')
    .set({ verdict: null, reason_sealed: null })
    .where('dossier', '=', dossier)
    .where('verdict', '=', 'fail')
    .execute()
}

export function writeAuthentications(
  { sql, vault, actor, now, alongside }: At,
  dossier: string,
  marks: readonly Authentication[],
): void {
  for (const { component, authenticated, reason } of marks) {
    const written = sql
      .updateTable('dossiers.component')
      .set({
        authenticated: authenticated ? 'authenticated' : 'not-verifiable',
        authenticated_reason_sealed: reason ? vault.seal(reason, context(dossier, component)) : null,
        authenticated_by: actor.id,
        authenticated_at: now,
      })
      .where('dossier', '=', dossier)
      .where('component', '=', component)
    alongside(sent(written))
  }
}

/** Every mark of a dossier, opened. */
export async function marksOf(db: Sql, vault: Vault, dossier: string): Promise<Map<string, Mark>> {
  const rows = await db
    .selectFrom('dossiers.component')
    .select(['component', 'verdict', 'reason_sealed', 'authenticated', 'authenticated_reason_sealed'])
    .where('dossier', '=', dossier)
    .execute()
  return new Map(
    rows.map((row) => {
      const sealed = row.authenticated_reason_sealed ?? row.reason_sealed
      const reason = sealed ? vault.open(sealed, context(dossier, row.component)).toString('utf8') : null
      return [
        row.component,
        { component: row.component, verdict: row.verdict, reason, authenticated: row.authenticated },
      ]
    }),
  )
}
