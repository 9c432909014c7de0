import { Worker } from 'node:worker_threads'
import { gate } from '../ground/gate.ts'

export type PdfFacts = { readonly pages: number; readonly active: boolean }
export type PdfVerdict = PdfFacts | 'locked' | 'broken'

/** A hostile PDF can ask for endless work or memory: the thread that reads it is given this much, then ended. */
const patience = 5_000
const memory = 384 * 1024 * 1024

/** Two threads: while one struggles with a hostile file the other reads on. Who waits longer than a minute would is turned away (`Busy`). */
const readers = 2
const free: Worker[] = []
/** The thread says so when it has read its own program; one that ended instead gives no answer later. */
const begun = new WeakMap<Worker, Promise<void>>()
const inThread = gate(readers, (60_000 / patience) * readers)

/** Counts the pages of a PDF and looks for scripts, in a thread of its own; `broken` when it cannot be read whole. */
export async function readPdf(file: Buffer): Promise<PdfVerdict> {
  if (!endsLikePdf(file)) return 'broken'
  return inThread(() => readWith(free.pop() ?? startReader(), file))
}

function endsLikePdf(file: Buffer): boolean {
  const tail = file.subarray(-2048).toString('latin1')
  return /startxref\s+\d+\s+%%EOF/.test(tail)
}

async function readWith(worker: Worker, file: Buffer): Promise<PdfVerdict> {
  worker.ref()
  // On a busy machine the thread takes its time to begin: the file is not to blame for that.
  await begun.get(worker)
  const from = performance.now()
  return new Promise((resolve) => {
    let left = false
    const leave = (verdict: PdfVerdict) => {
      left = true
      clearInterval(watch)
      worker.off('message', answered).off('error', giveUp).off('exit', giveUp)
      resolve(verdict)
    }
    const answered = (verdict: PdfVerdict) => {
      worker.unref()
      free.push(worker)
      leave(verdict)
    }
    const giveUp = () => {
      if (left) return
      leave('broken')
      worker.on('error', () => {})
      void worker.terminate()
    }
    const watch = setInterval(() => {
      if (performance.now() - from > patience) return giveUp()
      // Each thread answers for its own memory: what one file takes ends no other.
      worker.getHeapStatistics().then(
        (now) => void (now.total_heap_size + now.external_memory > memory && giveUp()),
        () => {},
      )
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
