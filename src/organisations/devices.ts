import { sql } from 'kysely'
import type { Sql } from '../ground/database.ts'
import { type DeviceKind, type Officer, ownScope } from './law/index.ts'

export type DeviceLine = {
  id: string
  unit: string
  unitName: string
  kind: DeviceKind
  model: string
  place: string
  settings: Record<string, string>
  testedAt: Date | null
  testedBy: string | null
  works: boolean | null
  note: string | null
}

/** The devices in use within an officer’s own scope, by unit. */
export async function devicesFor(db: Sql, reader: Officer): Promise<DeviceLine[]> {
  const scope = ownScope(reader, 'see-devices')
  const { rows } = await sql<DeviceLine>`
    with recursive below as (
      select id from organisations.unit where ${scope === 'all' ? sql`true` : sql`id = any(${[...scope]}::uuid[])`}
      union
      select u.id from organisations.unit u join below b on u.parent = b.id
    )
    select d.id, d.unit, u.name as "unitName", d.kind, d.model, d.place, d.settings, d.tested_at as "testedAt", t.display_name as "testedBy", d.works, d.note
    from organisations.device d
    join organisations.unit u on u.id = d.unit
    left join accounts.account t on t.id = d.tested_by
    where d.retired_on is null and d.unit in (select id from below)
    order by u.identifier, d.kind, d.model, d.id
    limit 1000`.execute(db)
  return rows
}

export type ProvenModel = { kind: DeviceKind; model: string; works: number; fails: number; last: Date }

/** The models that somebody in the province tried out, with what was found: the list one reads before buying. */
export async function provenModels(db: Sql): Promise<ProvenModel[]> {
  const { rows } = await sql<ProvenModel>`
    select kind, min(model) as model, count(*) filter (where works)::int as works, count(*) filter (where not works)::int as fails, max(tested_at) as last
    from organisations.device
    where tested_at is not null
    group by kind, lower(model)
    order by kind, lower(model)`.execute(db)
  return rows
}
