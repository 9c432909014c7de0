import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { fileById, maxFileBytes, openFile, upload } from '../documents/index.ts'
import { dossierOfFile, traceOpening } from '../dossiers/index.ts'
import type { House } from '../ground/house.ts'
import { refused } from '../ground/result.ts'
import { isId } from '../ground/uuid.ts'
import { itemsOf } from '../records/index.ts'
import { readerOf, signedIn } from './context.ts'
import { refusal } from './problem.ts'

/** Papers in and out. A file is seen by who uploaded it, by who reaches its dossier, by whose record it lies in. */
export function fileRoutes(app: FastifyInstance, house: House): void {
  void app.register(async (files) => {
    await files.register(multipart, { limits: { files: 1, fields: 5, parts: 6, fileSize: maxFileBytes + 1 }, throwFileSizeLimit: false })

    files.post('/files', async (request, reply) => {
      const signed = await signedIn(house, request, reply)
      if (!signed) return reply
      const part = request.isMultipart() ? await request.file() : undefined
      if (!part || part.fieldname !== 'file') return refusal(reply, refused('file-empty'), signed.language)
      const bytes = await part.toBuffer()
      const kept = await house.atDesk(signed.officer, (desk) => upload(desk, { name: part.filename, bytes }))
      if (!kept.ok) return refusal(reply, kept, signed.language)
      const { id, name, mediaType, size, sha256, scan } = kept.value
      return reply.status(201).send({ id, name, mediaType, size, sha256, scan })
    })
  })

  app.get<{ Params: { id: string } }>('/files/:id/content', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    if (!signed) return reply
    const file = isId(request.params.id) ? await fileById(house.db, house.vault, request.params.id) : undefined
    const at = readerOf(house, signed.officer)
    const dossier = file && (await dossierOfFile(at, file.id))
    const own = file && (file.owner === signed.officer.id || (await itemsOf(house.db, signed.officer.id)).some((item) => item.file === file.id))
    if (!file || (!dossier && !own)) return refusal(reply, refused('not-found'), signed.language)
    if (dossier) await traceOpening(at, dossier.id, `file:${file.id}`)
    return reply
      .type(file.mediaType)
      .header('content-length', file.size)
      .header('content-disposition', disposition(file.name))
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(await openFile(house.db, house.vault, file.id))
  })
}

/** A download under its own name: plain letters for old programs, the true name for all others (RFC 6266). */
export function disposition(name: string): string {
  const plain = name.normalize('NFD').replace(/[^\x20-\x7e]/g, '').replace(/["\\]/g, '') || 'tep'
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
