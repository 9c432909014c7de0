import { parentPort } from 'node:worker_threads'
import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib'
import type { PDFObject } from '@cantoo/pdf-lib'
import type { PdfVerdict } from './pdf.ts'

/** The thread that opens PDFs from outside; `pdf.ts` ends it when it takes too long or too much. */
parentPort!.on('message', async (bytes: Uint8Array) => {
  parentPort!.postMessage(await read(bytes))
})

async function read(bytes: Uint8Array): Promise<PdfVerdict> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const pages = document.getPageCount()
    if (pages < 1) return 'broken'
    const active = document.context.enumerateIndirectObjects().some(([, object]) => isActive(object, 0))
    return { pages, active }
  } catch (error) {
    return error instanceof EncryptedPDFError ? 'locked' : 'broken'
  }
}

const actions = new Set(
  'JavaScript Launch SubmitForm ImportData GoToR GoToE URI Thread Rendition Movie Sound RichMediaExecute'
    .split(' ')
    .map((name) => `/${name}`),
)
/** What carries a script, an address outside, a form that runs, or another file inside. */
const carriers = ['JS', 'JavaScript', 'URI', 'XFA', 'EF', 'EmbeddedFiles', 'RichMediaContent'].map((name) =>
  PDFName.of(name),
)

/** Whether this object, or one written inside it, runs something, leads or sends something away, or carries another file. */
function isActive(object: PDFObject, depth: number): boolean {
  if (depth > 50) return true
  if (object instanceof PDFStream) return isActive(object.dict, depth)
  if (object instanceof PDFArray) return object.asArray().some((inner) => isActive(inner, depth + 1))
  if (!(object instanceof PDFDict)) return false
  // Its name may stand elsewhere and only be pointed at; a letter of it may be written by its number.
  const kind = object.lookup(PDFName.of('S'))
  if (kind instanceof PDFName && actions.has(kind.toString())) return true
  if (carriers.some((name) => object.has(name))) return true
  return object.values().some((inner) => isActive(inner, depth + 1))
}

parentPort!.postMessage('ready')
