import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Answer, Order, Spot } from './typst.ts'

/** The thread in which Typst lays out papers: one compiler, its fonts read once. */
const templates = join(import.meta.dirname, 'templates')
const typst = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fonts() }] })

/**
 * A laid-out paper lies outside the heap of JavaScript until its handle is collected, and this thread has so little else to collect that it hardly ever
 * does: 70 MB of papers lay about. Collecting takes 3 ms.
 */
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
setFlagsFromString('--no-expose-gc')
const papersBetween = 20
let papers = 0

parentPort!.on('message', (order: Order) => {
  parentPort!.postMessage(answer(order))
  papers += 1
  if (papers % papersBetween === 0) collect()
})

function answer(order: Order): Answer {
  const { id, inputs } = order
  const name = 'piece' in order ? 'piece' : `template ${order.template}`
  try {
    const main =
      'piece' in order ? { mainFileContent: order.piece } : { mainFilePath: join(templates, `${order.template}.typ`) }
    const compiled = typst.compile({ ...main, inputs })
    const document = compiled.result
    if (!document) return { id, fault: `${name}: ${reasons(compiled)}` }
    const pages = document.numOfPages
    if ('piece' in order) return { id, rendered: { bytes: typst.pdf(document, { pdfTags: false }), pages, spots: [] } }
    const bytes = typst.pdf(document, { pdfStandard: 'a-2a', creationTimestamp: order.createdAt })
    const spots = typst.query(document, { selector: '<spot>' }) as { value: Spot }[]
    return { id, rendered: { bytes, pages, spots: spots.map(({ value }) => value) } }
  } catch (error) {
    return { id, fault: `${name}: ${String(error)}` }
  } finally {
    // Typst remembers what it laid out; what it laid out was somebody's personal data.
    typst.evictCache(0)
  }
}

/** Tinos has the widths of Times New Roman, in which official papers are set. */
function fonts(): Buffer[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
  const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
  return faces.map((face) => readFileSync(join(folder, face, `Tinos_${face}.ttf`)))
}

function reasons(compiled: ReturnType<NodeCompiler['compile']>): string {
  const error = compiled.takeError()
  const found = error ? (typst.fetchDiagnostics(error) as { message?: string }[]) : []
  return found.map(({ message }) => message).join('; ') || 'did not compile'
}
