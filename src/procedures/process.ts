import { isDuty } from '../organisations/law/index.ts'
import { done, refused } from '../ground/result.ts'
import type { Result } from '../ground/result.ts'
import type { TimeLimit } from './definition.ts'
import { type Element, openDrawing, type Problem } from './drawing.ts'
import { mayPlan } from './law/budgets.ts'
import { type Leg, leg, type Process, type Step, step, type Wait, wait } from './plan.ts'
import { agencyOf, walk } from './way.ts'

/** The roles that do the work, in the words of the process files. */
export const roles = [
  'one-stop-officer',
  'agency-leader',
  'processing-officer',
  'division-leader',
  'records-clerk',
] as const

/**
 * A process as it is drawn: one way of the lead from the start to the end; beside it, between a split and its join, the legs of other agencies;
 * on it waits for the applicant. Refuses `process-unreadable` with the reason and the element it concerns.
 * @law 04/2024/QĐ-UBND Điều 10.1.d, 10.1.đ; 01/2018/TT-VPCP Điều 8
 * @req S2-10.1d1
 * @req S2-10.1dd
 */
export async function readProcess(xml: string): Promise<Result<Process, 'process-unreadable'>> {
  const drawing = await openDrawing(xml)
  if ('reason' in drawing) return no(drawing)
  const walked = walk(drawing)
  if ('reason' in walked) return no(walked)
  const lost = drawing.nodes.find((one) => !walked.seen.has(one))
  if (lost) return no({ at: lost.id ?? '', reason: 'no way leads here from the start' })

  const steps: Step[] = []
  const waits: Wait[] = []
  for (const node of walked.nodes) {
    const read = node.$type === 'bpmn:IntermediateCatchEvent' ? waitOf(node) : stepOf(node)
    if ('reason' in read) return no(read)
    if ('role' in read) steps.push(read)
    else waits.push(read)
  }
  if (steps.length === 0) return no({ at: '', reason: 'the process has no task' })
  const legs: Leg[] = []
  for (const branch of walked.branches)
    for (const node of branch) {
      const read = legOf(node, legs.filter(({ id }) => branch.some((one) => one.id === id)).at(-1))
      if ('reason' in read) return no(read)
      legs.push(read)
    }
  const decision = String(drawing.process.get('motcua:decision') ?? '').trim() || undefined
  const across = acrossProblem(steps, decision)
  if (across) return no(across)
  return done({ steps, legs, waits, decision })
}

function stepOf(element: Element): Step | Problem {
  const at = element.id ?? ''
  if (element.$type !== 'bpmn:UserTask')
    return { at, reason: `the lead’s way is made of user tasks and waits, not ${element.$type}` }
  const role = String(element.get('motcua:role') ?? '')
  if (!(roles as readonly string[]).includes(role)) return { at, reason: `no such role: “${role}”` }
  const duty = agencyOf(element)
  if (duty !== undefined && !isDuty(duty)) return unknownAgency(at, duty)

  const outsideClock = element.get('motcua:outsideClock') === true
  const minutes = element.get('motcua:minutes') as number | undefined
  if (outsideClock === (minutes !== undefined))
    return { at, reason: 'a task has working minutes, or stands outside the clock' }
  const read = step.safeParse({
    id: at,
    name: element.name ?? '',
    role,
    budgetMinutes: minutes ?? null,
    outsideClock,
    ...(element.get('motcua:onPaper') === true ? { onPaper: true } : {}),
    ...(duty ? { duty } : {}),
  })
  return read.success ? read.data : { at, reason: read.error.issues[0]?.message ?? 'not a step' }
}

function legOf(element: Element, before: Leg | undefined): Leg | Problem {
  const at = element.id ?? ''
  if (element.$type !== 'bpmn:UserTask') return { at, reason: `a leg is made of user tasks, not ${element.$type}` }
  const duty = agencyOf(element)
  if (!duty) return { at, reason: 'a task on the way of others names its agency' }
  if (!isDuty(duty)) return unknownAgency(at, duty)
  const read = leg.safeParse({
    id: at,
    name: element.name ?? '',
    duty,
    budgetMinutes: element.get('motcua:minutes'),
    needs: before ? [before.id] : [],
  })
  return read.success ? read.data : { at, reason: 'a leg has a name and working minutes' }
}

const unknownAgency = (at: string, duty: string): Problem => ({ at, reason: `no such agency: “${duty}”` })

/** A wait for the applicant: a timer of days or hours, and what silence means. */
function waitOf(element: Element): Wait | Problem {
  const at = element.id ?? ''
  if (element.get('motcua:waitsFor') !== 'applicant') return { at, reason: 'a wait says that it is for the applicant' }
  const [timer] = element.eventDefinitions ?? []
  const duration = timer?.timeDuration?.body?.trim() ?? ''
  const days = /^P(\d{1,3})D$/.exec(duration)
  const hours = /^PT(\d{1,3})H$/.exec(duration)
  const counts = element.get('motcua:counts') ?? 'calendar-days'
  if (!days && !hours) return { at, reason: `a wait has a timer such as P1D or PT8H, not “${duration}”` }
  const limit = days ? { value: Number(days[1]), unit: counts } : { value: Number(hours![1]), unit: 'working-hours' }
  const read = wait.safeParse({ id: at, name: element.name ?? '', limit, silence: element.get('motcua:silence') })
  return read.success ? read.data : { at, reason: 'a wait has a name, a time and what silence means' }
}

/** A process across levels is issued by a decision and goes from one agency to the next, never back. */
function acrossProblem(steps: readonly Step[], decision: string | undefined): Problem | undefined {
  const stretches = steps.filter(({ role }) => role !== 'one-stop-officer')
  const across = stretches.find(({ duty }) => duty)
  if (!across) return undefined
  if (!decision) return { at: across.id, reason: 'a process across levels needs the decision that issued it' }
  const seen: (string | undefined)[] = []
  for (const { id, duty } of stretches) {
    if (seen.at(-1) === duty && seen.length > 0) continue
    if (seen.includes(duty)) return { at: id, reason: 'a process across levels does not go back to an agency' }
    seen.push(duty)
  }
  return undefined
}

/** Why the budgets of the steps and the limits of the procedure do not fit, in a sentence with the figures; null when they do. */
export function budgetProblem(steps: readonly Step[], timeLimits: readonly TimeLimit[]): string | null {
  const plan = mayPlan(steps, timeLimits)
  if (plan.ok) return null
  const { planned, allowed, channel, step: last } = plan.detail ?? {}
  return plan.refusal === 'return-inside-the-clock'
    ? `bước cuối “${last}” phải nằm ngoài thời hạn giải quyết / the last step must stand outside the clock`
    : `các bước cộng lại ${planned} phút, thời hạn (${channel}) là ${allowed} phút / the steps take ${planned} minutes, the limit (${channel}) is ${allowed}`
}

function no({ at, reason }: Problem) {
  return refused('process-unreadable', { path: at, reason })
}
