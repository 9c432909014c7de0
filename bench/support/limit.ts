import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { withClient } from '../../src/ground/postgres/roles.ts'

/**
 * The limit beside which lives are measured: the same kind of statements, sent by the bare driver with prepared statements, with no
 * rule, no login, no HTTP, no sealing and no file. A life is one insert and ten acts; an act is begin, select for update, update,
 * insert event, insert job, insert audit entry, commit: seven round trips, one durable commit.
 */
export async function openLimit(ownerUrl: string, connections: number) {
  await withClient(ownerUrl, (client) => client.query(tables))
  const pool = new pg.Pool({ connectionString: ownerUrl, max: connections })
  return {
    live: async () => {
      const client = await pool.connect()
      try {
        await life(client)
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}

const tables = `
  create schema if not exists bench;
  create table if not exists bench.dossier (
    id uuid primary key, code text not null unique, unit integer not null, state text not null, version integer not null,
    form bytea not null, due timestamptz not null, changed_at timestamptz not null
  );
  create table if not exists bench.event (
    dossier uuid not null references bench.dossier, seq integer not null, details jsonb not null, at timestamptz not null,
    primary key (dossier, seq)
  );
  create table if not exists bench.job (id bigint generated always as identity primary key, queue text not null, run_at timestamptz not null, payload jsonb not null);
  create index if not exists job_due on bench.job (queue, run_at);
  create table if not exists bench.entry (id bigint generated always as identity primary key, dossier uuid not null, act text not null, hash bytea not null, at timestamptz not null);
  create index if not exists entry_of on bench.entry (dossier);`

const form = Buffer.alloc(600, 7)
const hash = Buffer.alloc(32, 7)
const details = JSON.stringify({ declared: 'x'.repeat(380) })
const payload = JSON.stringify({ message: 'x'.repeat(60) })

const statements = {
  add: `insert into bench.dossier values ($1, $2, $3, 'draft', 1, $4, now() + interval '5 days', now())`,
  take: 'select id, code, unit, state, version, due from bench.dossier where id = $1 for update',
  move: 'update bench.dossier set state = $2, version = $3, changed_at = now() where id = $1',
  event: 'insert into bench.event values ($1, $2, $3, now())',
  job: `insert into bench.job (queue, run_at, payload) values ('send-message', now(), $1)`,
  entry: 'insert into bench.entry (dossier, act, hash, at) values ($1, $2, $3, now())',
}

async function life(client: pg.PoolClient): Promise<void> {
  const id = randomUUID()
  const say = (name: keyof typeof statements, values: unknown[]) =>
    client.query({ name, text: statements[name], values })
  await say('add', [id, id, 1, form])
  for (let version = 2; version <= 11; version += 1) {
    await client.query('begin')
    await say('take', [id])
    await say('move', [id, `state-${version}`, version])
    await say('event', [id, version, details])
    await say('job', [payload])
    await say('entry', [id, `act-${version}`, hash])
    await client.query('commit')
  }
}
