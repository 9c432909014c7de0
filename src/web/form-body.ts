import type { FastifyRequest } from 'fastify'
import { bytesOf, maxFileBytes } from '../documents/index.ts'

/** What one form may carry in all its files; a dossier takes more in several sendings. */
const maxTotalBytes = 100 * 1024 * 1024

export type SentFile = { field: string; name: string; bytes: Buffer }

/** What a form sent: each field's last value, all values of fields that may repeat, and files. */
export type Form = {
  fields: Record<string, string>
  lists: Record<string, string[]>
  files: SentFile[]
}

/** Reads an ordinary form; names and values come from the browser and are checked by the schema of the door. */
export function urlencodedForm(body: unknown): Form {
  const form: Form = { fields: {}, lists: {}, files: [] }
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, string | string[]>)) {
    for (const one of Array.isArray(value) ? value : [value]) add(form, name, one)
  }
  return form
}

/** Reads a form with files, every piece of which is counted; an empty file input sends a file without name or bytes, which is no file. */
export async function multipartForm(request: FastifyRequest, count: (bytes: number) => void): Promise<Form> {
  const form: Form = { fields: {}, lists: {}, files: [] }
  const limits = { files: 20, fields: 500, parts: 520, fileSize: maxFileBytes + 1, fieldSize: 64 * 1024 }
  let total = 0
  try {
    for await (const part of request.parts({ limits, throwFileSizeLimit: false } as never)) {
      if (part.type === 'field') add(form, part.fieldname, String(part.value))
      else {
        const bytes = await bytesOf(part.file, count)
        total += bytes.length
        if (total > maxTotalBytes) throw notReadable(413)
        if (part.filename || bytes.length > 0)
          form.files.push({ field: part.fieldname, name: part.filename ?? '', bytes })
      }
    }
    return form
  } catch (fault) {
    // Whatever breaks here is in what was sent: no boundary, too many parts, an end in the middle.
    throw notReadable((fault as { statusCode?: number }).statusCode ?? 400)
  }
}

function notReadable(statusCode: number): Error {
  return Object.assign(new Error('a form that cannot be read'), { statusCode })
}

function add(form: Form, name: string, value: string): void {
  if (!Object.hasOwn(form.lists, name)) form.lists[name] = []
  form.lists[name]!.push(value)
  form.fields[name] = value
}
