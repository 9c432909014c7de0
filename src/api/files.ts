import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  bytesOf,
  fileById,
  inspect,
  maxFileBytes,
  namedAs,
  openFile,
  receiving,
  type StoredFile,
  upload,
} from '../documents/index.ts'
import { fileWithinReach } from '../dossiers/index.ts'
import type { Desk } from '../ground/desk.ts'
import { Busy } from '../ground/gate.ts'
import type { House } from '../ground/house.ts'
import { refused } from '../ground/result.ts'
import { isId } from '../ground/uuid.ts'
import type { Officer } from '../organisations/law/index.ts'
import { act, readerOf, signedIn } from './context.ts'
import { refusal } from './problem.ts'

/** Papers in and out. A file is seen by who uploaded it, by who reaches its dossier, by whose record it lies in. */
export function fileRoutes(app: FastifyInstance, house: House): void {
  void app.register(async (files) => {
    await files.register(multipart, {
      limits: { files: 1, fields: 5, parts: 6, fileSize: maxFileBytes + 1 },
      throwFileSizeLimit: false,
    })

    files.post('/files', async (request, reply) => {
      const signed = await signedIn(house, request, reply)
      if (!signed) return reply
      return receiving({ person: signed.officer.id, address: request.ip }, async (count) => {
        const sent = await fileIn(request, count)
        if (!sent) return refusal(reply, refused('file-empty'), signed.language)
        const seen = await inspect(sent, {
          db: house.db,
          vault: house.vault,
          clamd: house.config.clamd,
          inside: house.config.insideHosts,
          by: signed.officer.id,
          now: house.clock.now(),
          from: request.ip,
        })
        if (!seen.ok) return refusal(reply, seen, signed.language)
        // It took its time to arrive: who was suspended, signed out or lost a post meanwhile sends nothing any more.
        const still = await signedIn(house, request, reply)
        if (!still) return reply
        const work = (desk: Desk<Officer, never>) => upload(desk, seen.value)
        const made = ({ id }: StoredFile) => ({ status: 201, resource: id })
        const answer = async (file: string) => {
          const { id, name, mediaType, size, sha256, scan } = (await fileById(house.db, house.vault, file))!
          return { id, name, mediaType, size, sha256, scan }
        }
        return act(house, still, request, reply, work, made, answer, sent.bytes)
      })
    })
  })

  app.get<{ Params: { id: string } }>('/files/:id/content', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    if (!signed) return reply
    const id = request.params.id
    const file = isId(id) ? await fileWithinReach(readerOf(house, request, signed.officer), id) : undefined
    if (!file) return refusal(reply, refused('not-found'), signed.language)
    return reply.headers(fileHeaders(file)).send(await openFile(house.db, house.vault, file.id))
  })
}

/** The file a form carries under the name `file`; nothing when it carries none, or breaks off on the way. */
async function fileIn(
  request: FastifyRequest,
  count: (bytes: number) => void,
): Promise<{ name: string; bytes: Buffer } | undefined> {
  if (!request.isMultipart()) return undefined
  try {
    const part = await request.file()
    if (part?.fieldname === 'file') return { name: part.filename ?? '', bytes: await bytesOf(part.file, count) }
    part?.file.resume()
    return undefined
  } catch (fault) {
    if (fault instanceof Busy) throw fault
    // Whatever else breaks here is in what was sent: no boundary, too many parts, an end in the middle.
    return undefined
  }
}

/** What goes out with a file: it is saved under its own name with the ending of what it is, and whatever it carries runs nowhere. */
export function fileHeaders({ name, mediaType, size }: StoredFile) {
  return {
    'content-type': mediaType,
    'content-length': size,
    'content-disposition': disposition(namedAs(name, mediaType)),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  }
}

/** A download under its own name: plain letters for old programs, the true name for all others (RFC 6266). */
export function disposition(name: string): string {
  const plain =
    name
      .normalize('NFD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\]/g, '') || 'tep'
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
