import { z } from 'zod'
import { textBody } from '../../ground/text.ts'

/** What somebody writes with an act: a reason, a guidance, a basis. */
export const written = (longest: number) => textBody(longest).min(1)
export const version = z.int().min(1)
