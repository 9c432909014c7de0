import { agencyWithDuty } from '../../organisations/index.ts'
import { processOf, type Process, versionById } from '../../procedures/index.ts'
import type { Dossier } from '../dossier.ts'
import { askAgency, openLeg } from '../legs.ts'
import type { DossierDesk } from './take.ts'

type Stretch = {
  readonly duty: string | undefined
  readonly name: string
  readonly minutes: number
  readonly first: string
  readonly longest: number
}

/**
 * When the counter sends the dossier on, everybody who takes part gets their leg at once: the lead and each other agency with its work and its own hour.
 * Along a process across levels the legs are the stretches of one agency after the other. A straight process has none.
 */
export async function openLegs(desk: DossierDesk, dossier: Dossier): Promise<void> {
  const process = await processOf(desk.sql, dossier.procedureVersion)
  const stretches = stretchesOf(process)
  if (process.legs.length === 0 && stretches.length < 2) return
  const { definition } = await versionById(desk.sql, dossier.procedureVersion)
  const law = process.decision ?? definition.decision
  const within = (minutes: number) => ({ limit: { value: minutes / 60, unit: 'working-hours' as const }, law })
  let spent = 0
  for (const [place, { duty, name, minutes, first }] of stretches.entries()) {
    spent += minutes
    const agency = duty ? await named(desk, dossier, duty) : dossier.agency
    const needs = place > 0 ? [stretches[place - 1]!.first] : []
    await openLeg(desk, dossier.id, {
      kind: 'lead',
      agency,
      step: first,
      needs,
      asked: { work: name },
      time: within(spent),
    })
  }
  for (const { id: step, name, duty, needs } of process.legs) {
    const agency = await named(desk, dossier, duty)
    const time = within(minutesUntil(process, step))
    await askAgency(desk, dossier, { kind: 'joint', agency, step, needs, asked: { work: name }, time })
  }
}

/** The agency that has this field of work where the dossier is settled. Every one was found when the procedure was loaded. */
export async function named({ sql }: DossierDesk, dossier: Dossier, duty: string): Promise<string> {
  const unit = await agencyWithDuty(sql, dossier.agency, duty)
  if (!unit) throw new Error(`no agency for “${duty}” near ${dossier.agency}`)
  return unit.id
}

/** The stretches of the lead's way: which agency, what most of its time goes into, in how many working minutes after the counter. */
export function stretchesOf({ steps }: Pick<Process, 'steps'>): Stretch[] {
  const stretches: Stretch[] = []
  for (const { id, duty, role, budgetMinutes, name } of steps) {
    if (role === 'one-stop-officer' || budgetMinutes === null) continue
    const last = stretches.at(-1)
    const isNew = !last || last.duty !== duty
    const main = isNew || budgetMinutes > last.longest ? { name, longest: budgetMinutes } : {}
    if (isNew) stretches.push({ duty, name, minutes: budgetMinutes, first: id, longest: budgetMinutes })
    else stretches.splice(-1, 1, { ...last, ...main, minutes: last.minutes + budgetMinutes })
  }
  return stretches
}

/** The minutes of a leg and of all that it needs before. */
function minutesUntil({ legs }: Pick<Process, 'legs'>, id: string): number {
  const leg = legs.find((one) => one.id === id)
  if (!leg) return 0
  return leg.budgetMinutes + Math.max(0, ...leg.needs.map((before) => minutesUntil({ legs }, before)))
}
