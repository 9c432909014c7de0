import { z } from 'zod'
import { version } from './words.ts'

export const archiveBody = z.strictObject({ version })
