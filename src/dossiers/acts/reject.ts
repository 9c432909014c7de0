import { z } from 'zod'
import { version, written } from './words.ts'

export const rejectBody = z.strictObject({ version, reason: written(4000), basis: written(2000) })
