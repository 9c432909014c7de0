export type { Looked, Verified } from './read.ts'
export { lookUp, verifyResult } from './read.ts'
