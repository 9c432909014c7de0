import type { Drawing, Element, Problem } from './drawing.ts'

/** A stretch of the way: the lead's tasks and waits one after the other, with the legs of others beside it. */
type Walked = { nodes: Element[]; branches: Element[][]; seen: Set<Element> }

/** From the start to the end: what the lead walks, and the branches of others; or where the way forks, breaks off or turns back. */
export function walk({ process, nodes, after, before }: Drawing): Walked | Problem {
  const starts = nodes.filter((one) => one.$type === 'bpmn:StartEvent')
  const [start] = starts
  if (!start || starts.length > 1) return { at: process.id ?? '', reason: 'a process has exactly one start' }
  const walked: Walked = { nodes: [], branches: [], seen: new Set([start]) }
  for (let here: Element = start; ;) {
    if (here.$type === 'bpmn:EndEvent') return walked
    const gate = here.$type === 'bpmn:ParallelGateway'
    if (gate && after(here).length === 1)
      return { at: here.id ?? '', reason: 'this join has no split: two ways must part before they meet' }
    const next: Element | Problem = gate ? through(here, { after, before }, walked) : only(here, after)
    if ('reason' in next) return next
    if (walked.seen.has(next)) return turnsBack(here)
    walked.seen.add(next)
    if (next.$type !== 'bpmn:EndEvent' && next.$type !== 'bpmn:ParallelGateway') walked.nodes.push(next)
    here = next
  }
}

const turnsBack = (here: Element): Problem => ({ at: here.id ?? '', reason: 'the way turns back here' })

/** The one element that follows; a process forks only at a parallel gateway. */
function only(here: Element, after: Drawing['after']): Element | Problem {
  const ways = after(here)
  const [next] = ways
  return next && ways.length === 1
    ? next
    : { at: here.id ?? '', reason: `there must be exactly one way on from here, and there are ${ways.length}` }
}

/** Every branch from a split to its join: one is the lead's, each other one is a chain of other agencies' tasks. What follows the join. */
function through(split: Element, { after, before }: Pick<Drawing, 'after' | 'before'>, walked: Walked) {
  const joins = new Set<Element>()
  const branches: Element[][] = []
  for (const first of after(split)) {
    const branch: Element[] = []
    let here = first
    for (; here.$type !== 'bpmn:ParallelGateway';) {
      if (walked.seen.has(here)) return turnsBack(here)
      if (here.$type === 'bpmn:EndEvent') return { at: split.id ?? '', reason: 'this split has no join' }
      walked.seen.add(here)
      branch.push(here)
      const next = only(here, after)
      if ('reason' in next) return next
      here = next
    }
    joins.add(here)
    branches.push(branch)
  }
  const [join] = joins
  if (!join || joins.size > 1 || join === split || before(join).length !== branches.length || after(join).length !== 1)
    return { at: split.id ?? '', reason: 'all ways from this split must meet in one join, and no other way in it' }
  const own = branches.filter((branch) => branch.every((one) => !agencyOf(one)))
  const others = branches.filter((branch) => !own.includes(branch))
  if (own.length !== 1 || own[0]!.length === 0)
    return { at: split.id ?? '', reason: 'exactly one way from this split is the lead’s own and has its tasks' }
  const long = others.find((branch) => minutesIn(branch) > minutesIn(own[0]!))
  if (long)
    return {
      at: long[0]?.id ?? '',
      reason: `this leg takes ${minutesIn(long)} minutes, the lead’s own way beside it only ${minutesIn(own[0]!)}`,
    }
  walked.seen.add(join)
  walked.nodes.push(...own[0]!)
  walked.branches.push(...others)
  return only(join, after)
}

/** The agency a task names, where it is not the lead's. */
export const agencyOf = (one: Element) => one.get('motcua:agency') as string | undefined
const minutesIn = (branch: readonly Element[]) =>
  branch.reduce((sum, one) => sum + ((one.get('motcua:minutes') as number | undefined) ?? 0), 0)
