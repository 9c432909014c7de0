export type { Looked, Verified } from './read.ts'
export { looksAMinute, lookUpFrom } from './public.ts'
export { verifyResult } from './read.ts'
