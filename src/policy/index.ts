export * from './law/index.ts'
export { choosePolicy, policyFor } from './store.ts'
