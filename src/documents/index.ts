/** Files and the papers the house makes: what they are by content, where they are kept, how they look. */
export type { FileKind, FileRefusal, MediaType } from './kind.ts'
export { maxFileBytes, maxPixels, namedAs, recognise } from './kind.ts'
export type { DocumentData, DocumentForm, ResultFields, ResultForm } from './forms.ts'
export { documentForms, isResultForm } from './forms.ts'
export type { MadeDocument, SignatureSpots } from './render.ts'
export { lookupAddress, renderDocument, verifyAddress } from './render.ts'
export { qrDataUrl } from './qr.ts'
export { samples } from './samples.ts'
export { drawPiece, type Spot } from './typst.ts'
export { dayInFull, dayInShort, momentInFull, momentInShort, money } from './wording.ts'
export type { StoredFile } from './store.ts'
export {
  destroyLooseOf,
  fileById,
  filesById,
  giveFilesTo,
  keepMade,
  markAttached,
  markLoose,
  openFile,
  readFile,
} from './store.ts'
export { type Inspected, inspect, type Sent, upload } from './acts/upload.ts'
export { quarantine, quarantined, type Quarantined, sweepQuarantine } from './quarantine.ts'
export { bytesOf, receiving } from './receiving.ts'
export { filesLock, type Swept, sweepFiles } from './sweep.ts'
