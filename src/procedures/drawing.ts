import { BpmnModdle } from 'bpmn-moddle'

const attribute = (name: string, type: 'String' | 'Integer' | 'Boolean' = 'String') => ({ name, isAttr: true, type })

/**
 * Our own attributes in a drawing. On a task: who does it, in how many working minutes, whether the clock has stopped by then, whether it is
 * done on paper, and which agency does it where that is not the lead. On a wait: for whom, and what silence means. On the process: the decision that issued it.
 */
const motcua = {
  name: 'MotCua',
  uri: 'urn:motcua:bpmn',
  prefix: 'motcua',
  types: [
    {
      name: 'Task',
      extends: ['bpmn:Task'],
      properties: [
        attribute('role'),
        attribute('minutes', 'Integer'),
        attribute('outsideClock', 'Boolean'),
        attribute('onPaper', 'Boolean'),
        attribute('agency'),
      ],
    },
    {
      name: 'Wait',
      extends: ['bpmn:CatchEvent'],
      properties: [attribute('waitsFor'), attribute('silence'), attribute('counts')],
    },
    { name: 'Process', extends: ['bpmn:Process'], properties: [attribute('decision')] },
  ],
}

export type Element = {
  readonly $type: string
  readonly id?: string
  readonly name?: string
  readonly flowElements?: readonly Element[]
  readonly rootElements?: readonly Element[]
  readonly eventDefinitions?: readonly Element[]
  readonly timeDuration?: { readonly body?: string }
  readonly sourceRef?: Element
  readonly targetRef?: Element
  get(name: string): unknown
}

/** A drawing that is opened: its process, its nodes, and the ways on from one to the next. */
export type Drawing = {
  readonly process: Element
  readonly nodes: readonly Element[]
  readonly after: (here: Element) => readonly Element[]
  readonly before: (here: Element) => readonly Element[]
}

/** What is wrong, and at which element of the drawing. */
export type Problem = { readonly at: string; readonly reason: string }

/** The one process that a file of BPMN 2.0 holds. */
export async function openDrawing(xml: string): Promise<Drawing | Problem> {
  const read = await parse(xml)
  if (typeof read === 'string') return { at: '', reason: read }
  const processes = (read.rootElements ?? []).filter((one) => one.$type === 'bpmn:Process')
  const [process] = processes
  if (!process || processes.length > 1) return { at: '', reason: 'the file must hold exactly one process' }
  const elements = process.flowElements ?? []
  const flows = elements.filter((one) => one.$type === 'bpmn:SequenceFlow')
  return {
    process,
    nodes: elements.filter((one) => one.$type !== 'bpmn:SequenceFlow'),
    after: (here) => flows.filter((flow) => flow.sourceRef === here).flatMap((flow) => flow.targetRef ?? []),
    before: (here) => flows.filter((flow) => flow.targetRef === here).flatMap((flow) => flow.sourceRef ?? []),
  }
}

async function parse(xml: string): Promise<Element | string> {
  try {
    const { rootElement, warnings } = await new BpmnModdle({ motcua }).fromXML(xml)
    return warnings[0] ? warnings[0].message : (rootElement as unknown as Element)
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
}
