import { z } from 'zod'
import { version, written } from './words.ts'

export const apologiseBody = z.strictObject({
  version,
  about: z.enum(['second-guidance', 'second-supplement', 'late']),
  reason: written(4000),
  pin: z.string().max(20).optional(),
})
