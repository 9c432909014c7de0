import { Worker } from 'node:worker_threads'

export type PdfFacts = { readonly pages: number; readonly active: boolean }
export type PdfVerdict = PdfFacts | 'locked' | 'broken'

/** A hostile PDF can ask for endless work or memory: the thread that reads it is given this much, then ended. */
const patience = 20_000
const memory = 768 * 1024 * 1024

let reader: Worker | undefined
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

function readInThread(file: Buffer): Promise<PdfVerdict> {
  const worker = (reader ??= startReader())
  worker.ref()
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss()
    const started = performance.now()
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > memory || performance.now() - started > patience) giveUp()
    }, 50)

    const settle = (verdict: PdfVerdict) => {
      clearInterval(watch)
      worker.removeAllListeners()
      worker.unref()
      resolve(verdict)
    }
    const giveUp = () => {
      reader = undefined
      void worker.terminate()
      settle('broken')
    }
    worker.once('message', settle)
    worker.once('error', giveUp)
    worker.once('exit', giveUp)
    worker.postMessage(file)
  })
}

function startReader(): Worker {
  return new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    stdout: true,
    stderr: true,
  })
}
