import { Worker } from 'node:worker_threads'

/** A place kept free on a page, in PDF points from the bottom left corner, as a signature field wants it. */
export type Spot = {
  readonly name: string
  /** Counted from 1. */
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Rendered = { readonly bytes: Uint8Array; readonly pages: number; readonly spots: readonly Spot[] }

export type Order = { id: number; inputs: Record<string, string> } & (
  | { template: string; createdAt: number }
  | { piece: string }
)
export type Answer = { id: number } & ({ rendered: Rendered } | { fault: string })

type Waiting = { resolve: (rendered: Rendered) => void; reject: (fault: Error) => void }

/**
 * One thread lays out all papers, begun with the first. A slip takes about 15 ms and a register of a month some seconds:
 * too long to keep everyone else's page waiting.
 */
let thread: Worker | undefined
const waiting = new Map<number, Waiting>()
let lastId = 0

/**
 * Renders a template with its data to a tagged PDF/A-2a. The data goes in as one JSON text and can only ever be text: no
 * mark-up in it is obeyed. The same template, data and time give the same bytes.
 */
export function renderPdf(template: string, data: unknown, createdAt: Date): Promise<Rendered> {
  const seconds = Math.floor(createdAt.getTime() / 1000)
  return send({ id: ++lastId, template, inputs: { data: JSON.stringify(data) }, createdAt: seconds })
}

/** Lays out one page from a source of our own, to be drawn upon another paper: a seal, a number. It carries only the letters it uses. */
export async function drawPiece(source: string, inputs: Record<string, string>): Promise<Uint8Array> {
  return (await send({ id: ++lastId, piece: source, inputs })).bytes
}

function send(order: Order): Promise<Rendered> {
  const worker = (thread ??= startThread())
  return new Promise((resolve, reject) => {
    waiting.set(order.id, { resolve, reject })
    worker.ref()
    worker.postMessage(order)
  })
}

function startThread(): Worker {
  const worker = new Worker(new URL('./typst-thread.ts', import.meta.url), { execArgv: [] })
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0) worker.unref()
    if ('rendered' in answer) asked?.resolve(answer.rendered)
    else asked?.reject(new Error(answer.fault))
  })
  const died = (reason: unknown) => {
    if (thread === worker) thread = undefined
    for (const { reject } of waiting.values()) reject(new Error('the layout thread died', { cause: reason }))
    waiting.clear()
  }
  worker.on('error', died)
  worker.on('exit', died)
  return worker
}
