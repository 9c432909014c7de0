import { z } from 'zod'
import { version, written } from './words.ts'

export const paperCheckBody = z.strictObject({
  version,
  outcome: z.enum(['match', 'mismatch']),
  note: written(2000).optional(),
})
