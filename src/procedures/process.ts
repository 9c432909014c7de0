import { BpmnModdle } from 'bpmn-moddle'
import { done, refused } from '../ground/result.ts'
import type { Result } from '../ground/result.ts'
import type { Step, TimeLimit } from './definition.ts'
import { step } from './definition.ts'
import { mayPlan } from './law/budgets.ts'

/** Our own attributes on a task: who does it, in how many working minutes, and whether the clock has stopped by then. */
const motcua = {
  name: 'MotCua',
  uri: 'urn:motcua:bpmn',
  prefix: 'motcua',
  types: [
    {
      name: 'Task',
      extends: ['bpmn:Task'],
      properties: [
        { name: 'role', isAttr: true, type: 'String' },
        { name: 'minutes', isAttr: true, type: 'Integer' },
        { name: 'outsideClock', isAttr: true, type: 'Boolean' },
      ],
    },
  ],
}

type Element = {
  readonly $type: string
  readonly id?: string
  readonly name?: string
  readonly flowElements?: readonly Element[]
  readonly rootElements?: readonly Element[]
  readonly sourceRef?: Element
  readonly targetRef?: Element
  get(name: string): unknown
}

/** The roles that do the work, in the words of the process files. */
export const roles = [
  'one-stop-officer',
  'agency-leader',
  'processing-officer',
  'division-leader',
  'records-clerk',
] as const

type Refusal = 'process-unreadable'

/** The steps of a straight process in their order. Refuses `process-unreadable` with the reason and the element it concerns. */
export async function readProcess(xml: string): Promise<Result<readonly Step[], Refusal>> {
  const read = await parse(xml)
  if (typeof read === 'string') return no('', read)
  const processes = (read.rootElements ?? []).filter((one) => one.$type === 'bpmn:Process')
  const elements = processes[0]?.flowElements ?? []
  if (processes.length !== 1) return no('', 'the file must hold exactly one process')

  const starts = elements.filter((one) => one.$type === 'bpmn:StartEvent')
  if (starts.length !== 1) return no(processes[0]?.id ?? '', 'a straight process has exactly one start')
  const walked = follow(starts[0] as Element, elements)
  if (typeof walked === 'string') return no(walked, 'a straight process has exactly one way on from every element')
  const nodes = elements.filter((one) => one.$type !== 'bpmn:SequenceFlow')
  const lost = nodes.find((one) => !walked.includes(one))
  if (lost) return no(lost.id ?? '', 'no way leads here from the start')
  return stepsOf(walked.slice(1, -1))
}

async function parse(xml: string): Promise<Element | string> {
  try {
    const { rootElement, warnings } = await new BpmnModdle({ motcua }).fromXML(xml)
    return warnings[0] ? warnings[0].message : (rootElement as unknown as Element)
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
}

/** All elements from the start to the end; the id of the element where the way forks, breaks off or turns back. */
function follow(start: Element, elements: readonly Element[]): readonly Element[] | string {
  const flows = elements.filter((one) => one.$type === 'bpmn:SequenceFlow')
  const walked = [start]
  for (let here = start; here.$type !== 'bpmn:EndEvent'; here = walked.at(-1) as Element) {
    const ways = flows.filter((flow) => flow.sourceRef === here)
    const next = ways.length === 1 ? ways[0]?.targetRef : undefined
    if (!next || walked.includes(next)) return here.id ?? ''
    walked.push(next)
  }
  return walked
}

function stepsOf(elements: readonly Element[]): Result<readonly Step[], Refusal> {
  const steps: Step[] = []
  for (const element of elements) {
    const id = element.id ?? ''
    if (element.$type !== 'bpmn:UserTask')
      return no(id, `a straight process is made of user tasks, not ${element.$type}`)
    const role = String(element.get('motcua:role') ?? '')
    if (!(roles as readonly string[]).includes(role)) return no(id, `no such role: “${role}”`)

    const outsideClock = element.get('motcua:outsideClock') === true
    const minutes = element.get('motcua:minutes') as number | undefined
    if (outsideClock === (minutes !== undefined))
      return no(id, 'a task has working minutes, or stands outside the clock')
    const read = step.safeParse({ id, name: element.name ?? '', role, budgetMinutes: minutes ?? null, outsideClock })
    if (!read.success) return no(id, read.error.issues[0]?.message ?? 'not a step')
    steps.push(read.data)
  }
  return steps.length > 0 ? done(steps) : no('', 'the process has no task')
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

function no(element: string, reason: string) {
  return refused('process-unreadable', { path: element, reason })
}
