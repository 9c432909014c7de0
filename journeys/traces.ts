import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import type { TestHouse } from '../src/main/testing.ts'
import type { Reacher } from './reach.ts'

export const withoutPoppler = spawnSync('pdftotext', ['-v']).error ? 'poppler-utils is not installed' : false

/** What an act leaves behind, read at the doors and in the tables: clocks, papers, messages, trace, record. */
export function traces(house: TestHouse, at: Reacher) {
  const { db } = house.house
  const items = (who: string, path: string): Promise<any[]> =>
    at.api.expect(200, who, 'GET', path).then(({ items: found }) => found)

  return {
    items,
    /** The lines of a clock's ledger: `started`, `paused supplement-requested` … */
    async clock(dossier: string, clock: 'intake' | 'settlement'): Promise<string[]> {
      const rows = await db
        .selectFrom('calendar.clock_event')
        .select(['kind', 'ground'])
        .where('subject', '=', dossier)
        .where('clock', '=', clock)
        .orderBy('position')
        .execute()
      return rows.map(({ kind, ground }) => [kind, ground].filter(Boolean).join(' '))
    },
    async documents(who: string, dossier: string, kind?: string): Promise<any[]> {
      const all = await items(who, `/dossiers/${dossier}/documents`)
      return kind ? all.filter((one) => one.kind === kind) : all
    },
    /** The words of the last document of a kind, on one line. */
    async paper(who: string, dossier: string, kind: string): Promise<string> {
      const found = (await items(who, `/dossiers/${dossier}/documents`)).findLast((one) => one.kind === kind)
      assert.ok(found, `${who} sees no ${kind}`)
      return wordsOf(await at.api.bytes(who, `/files/${found.file}/content`))
    },
    async subjects(who: string, dossier: string): Promise<string[]> {
      return (await items(who, '/messages')).filter((one) => one.dossier === dossier).map(({ subject }) => subject)
    },
    async events(who: string, dossier: string): Promise<string[]> {
      return (await items(who, `/dossiers/${dossier}/history`)).map(({ event }) => event)
    },
    /** `who act` of the dossier's stream in the audit, oldest first. */
    async audited(dossier: string): Promise<string[]> {
      const rows = await db
        .selectFrom('audit.entry as e')
        .leftJoin('accounts.account as a', 'a.id', 'e.actor')
        .select(['a.username', 'e.act'])
        .where('e.stream', '=', `dossier:${dossier}`)
        .orderBy('e.position')
        .execute()
      return rows.map(({ username, act }) => `${username} ${act}`)
    },
    async recordOf(who: string): Promise<number> {
      return (await items(who, '/records/mine/items')).length
    },
    async queue(who: string, name: string): Promise<string[]> {
      return (await items(who, `/dossiers?queue=${name}&limit=100`)).map(({ id }) => id)
    },
    async openTasks(dossier: string): Promise<number> {
      const rows = await db
        .selectFrom('dossiers.task')
        .select('position')
        .where('dossier', '=', dossier)
        .where('ended_at', 'is', null)
        .execute()
      return rows.length
    },
  }
}

export type Traces = ReturnType<typeof traces>

export function wordsOf(pdf: Uint8Array): string {
  const { stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' })
  return stdout.normalize('NFC').replaceAll(/\s+/g, ' ')
}
