import { changeBody } from './change.ts'

export const amendBody = changeBody
