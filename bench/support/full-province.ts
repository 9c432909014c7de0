import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { lockFile } from '../../src/ground/postgres/postmaster.ts'
import { addressOf, withClient } from '../../src/ground/postgres/roles.ts'

/** The address by which the measuring program may set aside triggers while it loads; the product never uses it. */
export function superuserOf(data: string): string {
  const folder = join(data, 'postgres')
  const { superuser } = JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8')) as { superuser: string }
  return addressOf(lockFile(join(folder, 'cluster'))!.socketFolder, 'postgres', superuser, 'motcua')
}

/** Somebody of whom there are a handful, who has a dossier at the training counter; without marks, as one types. */
export type Filled = { rareName: string }

/**
 * Brings the province to so many dossiers by bulk load into the real table, its indexes set aside meanwhile, and gathers statistics.
 * Shaped like a province: a hundred communes of which the training commune has a fifth of everything, four per cent open (the rest
 * returned over three years), the usual procedure most often, half a million different applicants' names, 40 dossiers of `congdan`.
 * Warnings of its dates are planned, so that no sweep runs beside what is measured. History is given to the first two thousand, which is
 * what lookups ask for. Nothing here passes through the acts, so nothing of it is in the audit or has papers.
 */
export async function fillProvince(data: string, from: number, to: number): Promise<Filled> {
  return withClient(superuserOf(data), async (client) => {
    await client.query(`set synchronous_commit = off; set session_replication_role = replica; set work_mem = '64MB';
      set maintenance_work_mem = '256MB'`)
    await client.query(communes)
    const setAside = await indexesOf(client)
    for (const { name } of setAside) await client.query(`drop index dossiers.${name}`)
    await client.query(dossiers, [from + 1, to])
    for (const { definition } of setAside) await client.query(definition)
    if (from === 0) await client.query(histories)
    await client.query('vacuum analyze dossiers.dossier')
    await client.query('vacuum analyze dossiers.event')
    await client.query('analyze')
    await client.query('checkpoint')
    const { rows } = await client.query<Filled>(`
      select ground.fold(applicant_name) as "rareName" from dossiers.dossier
      where reference ~ '^BENCHREF' and reception = (select unit from organisations.post p join accounts.account a on a.id = p.account
        where a.username = 'tiepnhan')
      order by id limit 1`)
    return rows[0]!
  })
}

async function indexesOf(client: Client) {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select indexname as name, indexdef as definition from pg_indexes i
    where schemaname = 'dossiers' and tablename = 'dossier'
      and not exists (select from pg_constraint c where c.conname = i.indexname)`)
  return rows
}

const communes = `
  insert into organisations.unit (id, parent, kind, level, name, identifier, place, valid_from)
  select md5('commune ' || n)::uuid, (select id from organisations.unit where kind = 'province'), 'commune', 'commune',
    'Ủy ban nhân dân xã Đo Đạc ' || n, 'BENCH' || n, 'Đo Đạc ' || n, '2025-07-01'
  from generate_series(1, 100) n
  on conflict do nothing;
  insert into organisations.unit (id, parent, kind, level, name, identifier, place, valid_from)
  select md5('centre ' || n)::uuid, md5('commune ' || n)::uuid, 'centre', 'commune',
    'Trung tâm Phục vụ hành chính công xã Đo Đạc ' || n, 'BENCHC' || n, 'Đo Đạc ' || n, '2025-07-01'
  from generate_series(1, 100) n
  on conflict do nothing`

/** Multiplying by a large prime scatters what would otherwise follow the order of loading. */
const dossiers = `
  with
  own as (
    select p.unit as reception, c.parent as agency from organisations.post p
    join accounts.account a on a.id = p.account and a.username = 'tiepnhan'
    join organisations.unit c on c.id = p.unit
    limit 1
  ),
  people as (
    select (select id from accounts.account where username = 'congdan') as citizen,
      (select id from accounts.account where username = 'doanhnghiep') as business,
      (select id from accounts.account where username = 'chuyenvien') as officer
  ),
  kinds as (
    select array_agg(code order by code) as codes, array_agg(id order by code) as versions
    from (select distinct on (code) code, id from procedures.version order by code, number desc) v
  ),
  numbered as (
    select n, (n::bigint * 2654435761) % 1000003 as r, (n::bigint * 40503) % 999983 as s from generate_series($1::int, $2::int) n
  ),
  shaped as (
    select n, r, s, r % 5 = 0 as here, r % 25 = 3 or r % 25 = 0 and s % 5 = 0 as open, 1 + r % 100 as commune,
      case s % 8 when 0 then 'intake' when 1 then 'assign' when 2 then 'mine' when 3 then 'mine' when 4 then 'confirm'
        when 5 then 'sign' when 6 then 'issue' else 'return' end as queue,
      timestamptz '2026-03-02 09:00+07' - make_interval(mins => (r * 1577 / 1000)::int) as accepted
    from numbered
  ),
  dated as (
    select *, case when open then timestamptz '2026-03-02 09:00+07' + make_interval(mins => (s % 20160)::int - 2000)
      else accepted + interval '5 days' end as due
    from shaped
  )
  insert into dossiers.dossier (id, version, state, reference, code, procedure, procedure_version, policy_at, applicant, applicant_kind,
    applicant_name, filed_by, channel, return_by, form_sealed, agency, reception, officer, queue, desk, due, warned_due, intake_due, fee,
    created_at, changed_at, submitted_at, received_at, accepted_at, issued_at, returned_at, papers)
  select md5('dossier ' || n)::uuid, case when open then 4 else 11 end,
    case when not open then 'returned' else
      case queue when 'intake' then 'submitted' when 'assign' then 'transferred' when 'mine' then 'assigned' when 'confirm' then 'proposed'
        when 'sign' then 'approved' when 'issue' then 'signed-by-person' else 'ready-to-return' end end,
    'BENCHREF-' || n, case when open and queue = 'intake' then null else 'BENCH-' || n end,
    codes[1 + (r * r % array_length(codes, 1))::int], versions[1 + (r * r % array_length(codes, 1))::int], accepted,
    case when n % 25000 = 7 then citizen else business end, 'person',
    (array['Nguyễn','Trần','Lê','Phạm','Huỳnh','Phan','Vũ','Võ','Đặng','Bùi','Đỗ','Hồ','Ngô','Dương','Lý'])[1 + r % 15] || ' ' ||
    (array['Văn','Thị','Hữu','Đức','Minh','Ngọc','Quốc','Thanh','Xuân','Gia','Bảo','Kim','Anh'])[1 + s % 13] || ' ' ||
    (array['An','Bình','Châu','Dung','Giang','Hà','Hải','Hạnh','Hiền','Hòa','Hương','Khánh','Lan','Linh','Long','Mai','Nam','Nga','Phúc','Quân','Sơn','Thảo','Trang','Tuấn','Uyên','Vinh','Yến'])[1 + (r + s) % 27]
      || ' ' || n % 37,
    case when n % 25000 = 7 then citizen else business end, (array['online','counter','post'])[1 + r % 3], 'online',
    decode(repeat(md5(n::text), 30), 'hex'),
    case when here then own.agency else md5('commune ' || commune)::uuid end,
    case when here then own.reception else md5('centre ' || commune)::uuid end,
    case when not open or queue in ('mine', 'confirm', 'sign') then case when here then officer else md5('officer ' || commune)::uuid end end,
    case when open then queue end,
    case when open then case when queue in ('intake', 'return')
      then case when here then own.reception else md5('centre ' || commune)::uuid end
      else case when here then own.agency else md5('commune ' || commune)::uuid end end end,
    due, due,
    accepted, 8000, accepted, accepted + interval '1 day', accepted, accepted, case when open and queue = 'intake' then null else accepted end,
    case when not open then accepted + interval '3 days' end, case when not open then accepted + interval '4 days' end, 2
  from dated, own, people, kinds`

const histories = `
  insert into dossiers.event (dossier, version, event, from_state, to_state, at, recorded_at, unit, details)
  select d.id, v, (array['filed','submitted','accepted','forwarded','assigned','proposed','approved','signed','issued','handed-to-counter','returned'])[v],
    'draft', d.state, d.created_at + make_interval(hours => v), d.created_at, d.reception, '{}'
  from dossiers.dossier d, generate_series(2, 11) v
  where d.code in (select 'BENCH-' || n from generate_series(1, 2000) n)`
