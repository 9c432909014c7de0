import { z } from 'zod'
import { verdictBody } from './accept.ts'
import { version, written } from './words.ts'

export const requestBody = z.strictObject({
  version,
  components: z.array(verdictBody).max(100),
  guidance: written(4000),
  cause: z.enum(['first-guidance-not-specific']).optional(),
})
