import { z } from 'zod'
import { version, written } from './words.ts'

export const withdrawBody = z.strictObject({ version, reason: written(2000) })
