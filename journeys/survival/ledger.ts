import assert from 'node:assert/strict'
import { join } from 'node:path'
import { verify } from '../../src/audit/index.ts'
import { sweepFiles } from '../../src/documents/index.ts'
import { readConfig } from '../../src/ground/config.ts'
import { withClient } from '../../src/ground/postgres/roles.ts'
import { openHouse } from '../../src/main/open.ts'
import { databaseOf } from './child.ts'
import type { Sink } from './sink.ts'
import type { Sent } from './stubborn.ts'

const eventOf = (path: string) => /\/acts\/([\w-]+)$/.exec(path)?.[1]

/** Every act that was answered stands in its dossier's history exactly once, in its order, and nothing stands there besides. */
export async function actsStandOnce(data: string, log: readonly Sent[]): Promise<number> {
  const filed = log.filter(({ path }) => path === '/dossiers').map(({ body }) => body.id as string)
  assert.equal(new Set(filed).size, filed.length, 'no two filings were answered with one dossier')
  const told = new Map(filed.map((id) => [id, [] as number[]]))
  for (const { path, body } of log) if (eventOf(path)) told.get(body.id)!.push(body.version)
  return withClient(databaseOf(data), async (client) => {
    const { rows } = await client.query(`
      select d.id, coalesce(array_agg(e.version order by e.version) filter (where e.version is not null), '{}') as versions
      from dossiers.dossier d left join dossiers.event e on e.dossier = d.id group by d.id`)
    assert.deepEqual(new Set(rows.map(({ id }) => id)), new Set(filed), 'as many dossiers as filings were answered')
    for (const { id, versions } of rows) assert.deepEqual(versions, told.get(id), `the history of ${id}`)
    const files = log.filter(({ path }) => path === '/files').map(({ body }) => body.id as string)
    const uploaded = await client.query(
      'select id from documents.file where name_sealed is not null and id = any($1)',
      [files],
    )
    assert.equal(uploaded.rowCount, files.length, 'every file that was answered is there')
    return rows.reduce((sum, { versions }) => sum + versions.length, 0)
  })
}

/** Codes, references and numbers are used once, and those that are counted have no gap. */
export async function numbersHold(data: string): Promise<{ codes: number; results: number }> {
  return withClient(databaseOf(data), async (client) => {
    const ask = async (statement: string) =>
      (await client.query(statement)).rows.map((row) => Object.values(row)[0] as string)
    const references = await ask('select reference from dossiers.dossier where reference is not null')
    assert.equal(new Set(references).size, references.length, 'references')
    const codes = await ask('select code from dossiers.dossier where code is not null')
    const results = await ask('select number from dossiers.result where number is not null')
    const counted = (from: string[], read: RegExp) =>
      from.map((one) => Number(read.exec(one)![1])).toSorted((a, b) => a - b)
    const unbroken = (length: number) => Array.from({ length }, (_, at) => at + 1)
    assert.deepEqual(counted(codes, /-(\d+)$/), unbroken(codes.length), 'codes are counted without gap')
    assert.deepEqual(
      counted(results, /^(\d+)\//),
      unbroken(results.length),
      'numbers of results are counted without gap',
    )
    const last = await ask('select sum(last)::int from ground.counter')
    assert.equal(Number(last[0]), codes.length + results.length, 'the counters stand where they were used')
    return { codes: codes.length, results: results.length }
  })
}

/** No job is left, none was given up, and every message went out at least once; answers how many letters came twice. */
export async function lettersHold(
  data: string,
  sink: Sink,
): Promise<{ messages: number; letters: number; twice: number }> {
  return withClient(databaseOf(data), async (client) => {
    const { rows } = await client.query(`
      select m.id, m.dossier, m.template, d.state from notifications.message m
      join notifications.delivery d on d.message = m.id and d.channel = 'email'`)
    const once = new Set(rows.map(({ dossier, template }) => `${dossier} ${template}`))
    assert.equal(once.size, rows.length, 'each message stands in the portal once')
    for (const { id, state } of rows) {
      assert.equal(state, 'sent', `message ${id}`)
      assert.ok((sink.letters.get(id) ?? 0) >= 1, `message ${id} reached the mail server`)
    }
    const strangers = [...sink.letters.keys()].filter((id) => !rows.some((row) => row.id === id))
    assert.deepEqual(strangers, [], 'no letter for an act that did not happen')
    const counts = [...sink.letters.values()]
    const letters = counts.reduce((sum, n) => sum + n, 0)
    return { messages: rows.length, letters, twice: letters - counts.length }
  })
}

export async function queueIsEmpty(data: string): Promise<boolean> {
  return withClient(databaseOf(data), async (client) => {
    const { rows } = await client.query(`
      select (select count(*) from graphile_worker.jobs) + (select count(*) from notifications.delivery where queued_at is null) as n`)
    return Number(rows[0].n) === 0
  })
}

/** With the house closed: the sweeping leaves exactly the bytes that rows name, every one of them whole, and the audit holds. */
export async function filesAndAuditHold(data: string): Promise<{ files: number; orphans: number; entries: number }> {
  const house = await openHouse(
    readConfig({ MOTCUA_DATA: data, MOTCUA_LOG: 'silent', MOTCUA_NOW: '2026-03-02T09:00:00+07:00' }),
  )
  try {
    const { db, vault, clock } = house
    const inAnHour = new Date(Date.now() + 3_600_000)
    const { orphans, unfinished } = await sweepFiles(db, vault, clock.now(), inAnHour)
    const rows = await db.selectFrom('documents.file').select('address').where('destroyed_at', 'is', null).execute()
    const named = rows.map(({ address }) => address).toSorted()
    assert.deepEqual((await Array.fromAsync(vault.store.list())).toSorted(), named, join(data, 'files'))
    for (const address of named) assert.ok(await vault.isWhole(address), `${address} is whole`)
    const { holds, breaks, entries } = await verify(db)
    assert.ok(holds, JSON.stringify(breaks))
    return { files: named.length, orphans: orphans + unfinished, entries }
  } finally {
    await house.close()
  }
}
