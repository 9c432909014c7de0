import { changeBody } from './change.ts'

export const supplementBody = changeBody
