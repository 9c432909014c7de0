import { z } from 'zod'
import { version, written } from './words.ts'

export const notCollectedBody = z.strictObject({ version, reason: written(2000).optional() })
