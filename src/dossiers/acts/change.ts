import { z } from 'zod'
import { attachmentBody } from './file.ts'
import { version } from './words.ts'

/** A change of a dossier that was already submitted: whole new answers, new papers for the components named, components whose papers are taken away. */
export const changeBody = z.strictObject({
  version,
  form: z.record(z.string().max(200), z.unknown()).optional(),
  attachments: z.array(attachmentBody).max(100).optional(),
  without: z.array(z.string().min(1).max(80)).max(100).optional(),
})
