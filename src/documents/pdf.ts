import { Worker } from 'node:worker_threads'

export type PdfFacts = { readonly pages: number; readonly active: boolean }
export type PdfVerdict = PdfFacts | 'locked' | 'broken'

/** A hostile PDF can ask for endless work or memory: the thread that reads it is given this much, then ended. */
const patience = 5_000
const memory = 384 * 1024 * 1024

let reader: Worker | undefined
/** The thread says so when it has read its own program; one that ended instead gives no answer later. */
const begun = new WeakMap<Worker, Promise<void>>()
let queue: Promise<unknown> = Promise.resolve()

/** Counts the pages of a PDF and looks for scripts, in a thread of its own; `broken` when it cannot be read whole. */
export function readPdf(file: Buffer): Promise<PdfVerdict> {
  if (!endsLikePdf(file)) return Promise.resolve('broken')
  const turn = queue.then(() => readInThread(file))
  queue = turn
  return turn
}

function endsLikePdf(file: Buffer): boolean {
  const tail = file.subarray(-2048).toString('latin1')
  return /startxref\s+\d+\s+%%EOF/.test(tail)
}

async function readInThread(file: Buffer): Promise<PdfVerdict> {
  const worker = (reader ??= startReader())
  worker.ref()
  // On a busy machine the thread takes its time to begin: the file is not to blame for that.
  await begun.get(worker)
  const from = { memory: process.memoryUsage.rss(), at: performance.now() }
  return new Promise((resolve) => {
    const answered = (verdict: PdfVerdict) => {
      clearInterval(watch)
      worker.off('message', answered).off('error', giveUp).off('exit', giveUp)
      worker.unref()
      resolve(verdict)
    }
    const giveUp = () => {
      reader = undefined
      answered('broken')
      worker.on('error', () => {})
      void worker.terminate()
    }
    const watch = setInterval(() => {
      const tooMuch = process.memoryUsage.rss() - from.memory > memory
      if (tooMuch || performance.now() - from.at > patience) giveUp()
    }, 50)
    worker.once('message', answered).once('error', giveUp).once('exit', giveUp)
    worker.postMessage(file)
  })
}

function startReader(): Worker {
  const worker = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    execArgv: [],
    stdout: true,
    stderr: true,
  })
  const ready = new Promise<void>((resolve) => {
    for (const event of ['message', 'error', 'exit'] as const) worker.once(event, () => resolve())
  })
  begun.set(worker, ready)
  return worker
}
