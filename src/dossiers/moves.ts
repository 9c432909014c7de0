import type { Updateable } from 'kysely'
import type { DB } from '../../database/rows.ts'
import { appended, type Entry, entryValues } from '../audit/index.ts'
import type { Tx } from '../ground/database.ts'
import { type Sent, written } from '../ground/written.ts'
import type { State } from './law/index.ts'
import type { NewTask } from './store.ts'

export type Patch = Omit<Updateable<DB['dossiers.dossier']>, 'state' | 'version' | 'queue' | 'desk' | 'changed_at'>

/** What becomes of the open step: it ends, another one follows it, or it stays. */
export type Walk = 'ends' | NewTask | undefined

export type Move = {
  changes: Updateable<DB['dossiers.dossier']> & { version: number; changed_at: Date }
  told: { event: string; from: State; to: State; at: Date; unit: string | null; details: Record<string, unknown> }
  entry: Entry
  walk: Walk
}

/** Sends what every move writes, in one statement: the new state, the line of history, the step of the process, the entry in the audit. */
export function sendMove(tx: Tx, dossier: string, { changes, told, entry, walk }: Move): Sent {
  const columns = Object.keys(changes).filter((column) => (changes as Record<string, unknown>)[column] !== undefined)
  const kind = typeof walk === 'object' ? 'goes on' : (walk ?? 'stays')
  const values = {
    dossier,
    ...changes,
    ...told,
    details: JSON.stringify(told.details),
    by: entry.actor,
    now: changes.changed_at,
    ...(typeof walk === 'object' ? taskValues(walk) : {}),
    ...entryValues(entry),
  }
  return moving.send(tx, values, { columns, kind }, `${kind} ${columns.join(' ')}`)
}

const taskValues = ({ step, name, role, unit, holder, round, position, budgetMinutes, due }: NewTask) => ({
  ...{ task_step: step, task_name: name, task_role: role, task_unit: unit, task_holder: holder },
  ...{ task_round: round, task_position: position, task_budget: budgetMinutes, task_due: due },
})

type Values = Record<string, unknown>
type Shape = { columns: readonly string[]; kind: 'ends' | 'goes on' | 'stays' }

const moving = written((db, values: Values, { columns, kind }: Shape) => {
  const moved = db
    .with('moved', (part) =>
      part
        .updateTable('dossiers.dossier')
        .set(Object.fromEntries(columns.map((column) => [column, values[column]])))
        .where('id', '=', values['dossier'] as string),
    )
    .with('told', (part) =>
      part.insertInto('dossiers.event').values({
        dossier: values['dossier'],
        version: values['version'],
        event: values['event'],
        from_state: values['from'],
        to_state: values['to'],
        at: values['at'],
        recorded_at: values['now'],
        by: values['by'],
        unit: values['unit'],
        details: values['details'],
      } as never),
    )
  const ended =
    kind === 'stays'
      ? moved
      : moved.with('ended', (part) =>
          part
            .updateTable('dossiers.task')
            .set({ ended_at: values['now'] as Date })
            .where('dossier', '=', values['dossier'] as string)
            .where('ended_at', 'is', null),
        )
  const gone =
    kind === 'goes on'
      ? ended.with('begun', (part) =>
          part.insertInto('dossiers.task').values({
            dossier: values['dossier'],
            position: values['task_position'],
            step: values['task_step'],
            name: values['task_name'],
            role: values['task_role'],
            unit: values['task_unit'],
            holder: values['task_holder'],
            round: values['task_round'],
            budget_minutes: values['task_budget'],
            started_at: values['now'],
            due: values['task_due'],
          } as never),
        )
      : ended
  return gone.selectNoFrom(appended(values as never).as('entry'))
})
