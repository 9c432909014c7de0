/** The front door of the catalogue: what a procedure is, its form, its fees, its papers, its way through the house. */
export { limitFor, merged, runCase } from './cases.ts'
export { definition, metadata } from './definition.ts'
export type { CheckCase, Component, Definition, Limit, Metadata, TimeLimit } from './definition.ts'
export type { FeeRule, FeeTable } from './fee-table.ts'
export { problemLines, procedureFiles, readProcedureFolder } from './folder.ts'
export type { Problem, ProcedureFolder } from './folder.ts'
export { prefilled, shownAnswer } from './form-answers.ts'
export { choicesOf, fieldAt, fieldsOf, pointersOf, resolved } from './form-definition.ts'
export type { Field, FieldSchema, FormDefinition, FormLayout, Input } from './form-definition.ts'
export { isShown } from './form-tidy.ts'
export { formFor, oath, sworn, textsOf } from './form-words.ts'
export type { Voice } from './form-words.ts'
export { validateForm } from './form.ts'
export type { FormCheck, FormError } from './form.ts'
export * from './law/index.ts'
export { channels } from './parts.ts'
export type { Channel, Condition, Confidence } from './parts.ts'
export { step } from './plan.ts'
export type { Leg, Process, Silence, Step, Wait } from './plan.ts'
export { budgetProblem, readProcess } from './process.ts'
export { agencyProblems } from './agencies.ts'
export { noProcedureFor } from './everyday.ts'
export type { NoProcedure } from './everyday.ts'
export { procedureFields, searchProcedures } from './find.ts'
export type { ListedProcedure, Place } from './find.ts'
export * from './national/index.ts'
export { fold, initials, listedNames, searchText, soundOf, titleOf, waysToAsk } from './search.ts'
export type { CompetentAgency, ProcedureVersion } from './store.ts'
export {
  agenciesOf,
  listInForce,
  loadProcedure,
  procedureName,
  processOf,
  setAgencies,
  versionById,
  versionOn,
} from './store.ts'
export { putInForce, recordTrial, trialBody } from './acts/put-in-force.ts'
export type { Trial, TrialLine, WaitingVersion } from './trials.ts'
export { waitingVersions } from './trials.ts'
export { resultData, resultExample } from './result-data.ts'
export type { ProcedureResult, ResultField } from './result-definition.ts'
export { inEnglish, textsTold, toldIn } from './told.ts'
