import { sql } from 'kysely'
import { dayOf } from '../ground/day.ts'
import { officersOf } from '../organisations/index.ts'
import { policyFor } from '../policy/index.ts'
import type { DossierDesk } from './acts/take.ts'
import { hearers, mostUrgent, type Warned } from './law/index.ts'

/** What has just been taken from the book, with where the dossier is; `runs` says whether that time is still running to that date. */
type Taken = {
  dossier: string
  about: string
  round: number
  percent: number
  due: Date
  runs: boolean
  procedure: string
  reference: string
  code: string | null
  reception: string
  agency: string
  step: string | null
  role: string | null
  unit: string | null
  holder: string | null
}

const batch = 100

/**
 * Gives the warnings that have fallen, each once: the line of the book and what is said go in one transaction. Answers how many lines it took, so that
 * it is called until there are none.
 */
export async function giveWarnings(desk: DossierDesk): Promise<number> {
  const taken = await take(desk)
  if (taken.length === 0) return 0
  const { said, passedOver } = mostUrgent(taken.filter(({ runs }) => runs))
  await forget(
    desk,
    taken.filter(({ runs }) => !runs),
  )
  await passOver(desk, passedOver)
  const levels = (await policyFor(desk.sql, desk.now)).get('warnings.levels')
  for (const one of said) {
    const to = await peopleOf(desk, one, hearers(levels, one.percent))
    await desk.announce({
      type: 'dossier.time-runs-out',
      dossier: one.dossier,
      procedure: one.procedure,
      reference: one.reference,
      code: one.code,
      about: one.about === 'intake' || one.about === 'settlement' ? one.about : 'step',
      step: one.step,
      percent: one.percent,
      due: one.due.toISOString(),
      to,
      at: desk.now.toISOString(),
    })
  }
  return taken.length
}

/** All fallen lines of up to a hundred dossiers at once, so that of one dossier they are weighed together. */
async function take({ sql: tx, now }: DossierDesk): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    with fallen as (
      select dossier from dossiers.warning
      where given_at is null and falls_at <= ${now}
      order by falls_at
      limit ${batch}
      for update skip locked
    ), given as (
      update dossiers.warning w set given_at = ${now}
      from (select distinct dossier from fallen) f
      where w.dossier = f.dossier and w.given_at is null and w.falls_at <= ${now}
      returning w.*
    )
    select g.dossier, g.about, g.round, g.percent, g.due, d.procedure, d.reference, d.code, d.reception, d.agency,
      t.name as step, t.role, t.unit, t.holder,
      d.issued_at is null and coalesce(
        case when g.about = 'step:' || t.step then t.due = g.due
          else g.about = case when d.accepted_at is null then 'intake' else 'settlement' end and d.due = g.due end, false) as runs
    from given g
    join dossiers.dossier d on d.id = g.dossier
    left join lateral (
      select step, name, role, unit, holder, due from dossiers.task
      where dossier = g.dossier and ended_at is null
      order by position desc
      limit 1
    ) t on true
    order by g.dossier, g.about, g.percent`.execute(tx)
  return rows
}

/** Of time that no longer runs to that date nobody was warned: its lines leave the book. */
async function forget({ sql: tx }: DossierDesk, lines: readonly Taken[]): Promise<void> {
  if (lines.length === 0) return
  await sql`
    delete from dossiers.warning w
    using jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (dossier uuid, about text, round smallint, percent smallint, due timestamptz)
    where w.dossier = l.dossier and w.about = l.about and w.round = l.round and w.percent = l.percent and w.due = l.due`.execute(
    tx,
  )
}

async function passOver({ sql: tx }: DossierDesk, lines: readonly Taken[]): Promise<void> {
  if (lines.length === 0) return
  await sql`
    update dossiers.warning w set passed_over = true
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (dossier uuid, about text, round smallint, percent smallint, due timestamptz)
    where w.dossier = l.dossier and w.about = l.about and w.round = l.round and w.percent = l.percent and w.due = l.due`.execute(
    tx,
  )
}

/** The people behind the roles, each once, in the closest role they have. */
async function peopleOf(
  { sql: tx, now }: DossierDesk,
  { holder, role, unit, reception, agency }: Taken,
  roles: readonly Warned[],
): Promise<{ account: string; as: Warned }[]> {
  const at = async (where: string, who: string) =>
    (await officersOf(tx, where, who, dayOf(now))).map(({ account }) => account)
  const isAtCounter = unit === null || unit === reception
  const accountsOf = async (as: Warned): Promise<string[]> => {
    if (as === 'officer') return holder ? [holder] : role && unit ? at(unit, role) : at(reception, 'one-stop-officer')
    if (as === 'director' || isAtCounter) return at(reception, 'centre-director')
    return [...(await at(agency, 'division-leader')), ...(await at(agency, 'agency-leader'))]
  }
  const people = new Map<string, Warned>()
  for (const as of ['officer', 'leader', 'director'] as const)
    if (roles.includes(as))
      for (const account of await accountsOf(as)) if (!people.has(account)) people.set(account, as)
  return [...people].map(([account, as]) => ({ account, as }))
}
