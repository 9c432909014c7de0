import { sql } from 'kysely'
import { lookupAddress, renderDocument } from '../documents/index.ts'
import { versionById } from '../procedures/index.ts'
import { letterheadOf } from './acts/slip.ts'
import type { Dossier } from './dossier.ts'
import { type State, states } from './law/index.ts'
import { type Reader, traceOpening } from './read.ts'

/** A paper made when it is asked for; it is not kept. */
export type MadePaper = { bytes: Uint8Array; name: string }

type Passing = {
  at: Date
  event: string
  giver: string
  receiver: string | null
  step: string | null
  endedDue: Date | null
  endedAt: Date | null
  to: State
}

/**
 * Form 06 of one dossier, from its history: who gave it to whom, when, and whether the step before was done in its time. For officers;
 * reading it leaves a trace.
 */
export async function controlSheetOf(at: Reader, dossier: Dossier, url: string): Promise<MadePaper> {
  const { db, now } = at
  const { definition } = await versionById(db, dossier.procedureVersion)
  const agency = await letterheadOf({ sql: db, now }, dossier.agency)
  const code = dossier.code ?? dossier.reference!
  const { bytes } = await renderDocument(
    'control-sheet',
    {
      letterhead: { ...(await letterheadOf({ sql: db, now }, dossier.reception)), number: code.split('-').at(-1)! },
      code,
      lookup: lookupAddress(url, code),
      procedure: { code: definition.code, name: definition.name },
      owner: dossier.applicantName,
      receivedAt: dossier.acceptedAt ?? dossier.submittedAt!,
      dueAt: dossier.due,
      resolvingUnit: agency.agency,
      handovers: await handoversOf(at, dossier),
    },
    now,
  )
  await traceOpening(at, dossier.id, 'control-sheet')
  return { bytes, name: `phieu-kiem-soat-${code}.pdf` }
}

/** The lines of form 06: who gave the dossier to whom, when, whether the step before was done in its time, and the step it came to. */
export async function handoversOf(at: Reader, dossier: Dossier) {
  return (await passingsOf(at, dossier)).filter(isHandover).map((one) => handover(one, dossier))
}

/** Each thing that happened, with the step it ended and the one it opened. Of two at the same instant the later one opened the step. */
async function passingsOf({ db }: Reader, { id }: Dossier): Promise<Passing[]> {
  const { rows } = await sql<Passing>`
    select e.at, e.event, concat_ws(', ', a.display_name, u.name) as giver, e.to_state as "to",
      concat_ws(', ', h.display_name, tu.name) as receiver, t.name as step, f.due as "endedDue", f.ended_at as "endedAt"
    from (
      select *, lead(at) over (order by version) is distinct from at as last from dossiers.event where dossier = ${id}
    ) e
    left join accounts.account a on a.id = e.by
    left join organisations.unit u on u.id = e.unit
    left join dossiers.task t on t.dossier = ${id} and t.started_at = e.at and e.last
    left join accounts.account h on h.id = t.holder
    left join organisations.unit tu on tu.id = t.unit
    left join dossiers.task f on f.dossier = ${id} and f.ended_at = e.at and e.last
    order by e.version`.execute(db)
  return rows
}

/** It passed on when a step was opened, or when one ended and the dossier went back to the applicant. */
function isHandover({ step, endedAt }: Passing): boolean {
  return step !== null || endedAt !== null
}

function handover({ at, giver, receiver, step, endedDue, endedAt, to }: Passing, { applicantName }: Dossier) {
  const toApplicant = step === null && (states[to].waits === 'applicant' || states[to].queue === null)
  return {
    giver: giver || applicantName,
    receiver: toApplicant ? applicantName : receiver || giver,
    at,
    timeliness: endedAt && endedDue ? timeliness(endedAt, endedDue) : null,
    note: step ?? undefined,
  }
}

/** To the minute, as the sheet is read. */
function timeliness(ended: Date, due: Date): 'before' | 'on' | 'after' {
  const minutes = Math.floor(ended.getTime() / 60_000) - Math.floor(due.getTime() / 60_000)
  return minutes < 0 ? 'before' : minutes > 0 ? 'after' : 'on'
}
