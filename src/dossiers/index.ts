export type { Channel, Dossier, Form } from './dossier.ts'
export type { DossierFact } from './facts.ts'
export { declaration } from './declaration.ts'
export * from './law/index.ts'
export type { DossierDesk } from './acts/take.ts'
export { actTable, type ActBody } from './acts/index.ts'
export { edit, editBody } from './acts/edit.ts'
export { file, fileBody } from './acts/file.ts'
export { examplesFor } from './examples.ts'
export type { ComponentLine, DocumentLine, DossierView, HistoryLine, Reader, Step as DossierStep } from './read.ts'
export {
  componentsOf,
  documentsOf,
  dossierFor,
  dossierOfFile,
  formOf,
  historyOf,
  notesIn,
  stepsFor,
  traceDenied,
  traceOpening,
  viewOf,
} from './read.ts'
export type { Listed, QueueName } from './queues.ts'
export { queueCounts, queueNames, queuePage } from './queues.ts'
export type { DeskLoad, Neighbours, QueueLoad } from './loads.ts'
export type { ProposedResult } from './proposal.ts'
export { proposedResult, resultFieldsOf } from './proposal.ts'
export { deskLoads, frequentProcedures, neighboursOf, officerLoads, queueLoad } from './loads.ts'
export type { MyPage } from './mine.ts'
export { counterOf, fileWithinReach, myDossiers, timesIfSubmitted } from './mine.ts'
