import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { controlSheetOf, dossierFor, type MadePaper, registerPdf } from '../dossiers/index.ts'
import { addDays, day, dayOf, isDay } from '../ground/day.ts'
import type { House } from '../ground/house.ts'
import { refused } from '../ground/result.ts'
import { isId } from '../ground/uuid.ts'
import { readerOf, signedIn, understood } from './context.ts'
import { disposition } from './files.ts'
import { refusal } from './problem.ts'

const someDay = z.string().refine(isDay).transform(day)
const registerQuery = z
  .object({ from: someDay.optional(), to: someDay.optional(), unit: z.uuid().optional() })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'] })

/** Papers made when they are asked for: the control sheet of a dossier, the register of a counter. */
export function paperRoutes(app: FastifyInstance, house: House): void {
  app.get<{ Params: { id: string } }>('/dossiers/:id/control-sheet', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    if (!signed) return reply
    const at = readerOf(house, request, signed.officer)
    const dossier = isId(request.params.id) ? await dossierFor(at, request.params.id) : undefined
    // It is kept for officers, on their own work; to the applicant the history says the same.
    if (!dossier?.reference || signed.officer.posts.length === 0)
      return refusal(reply, refused('not-found'), signed.language)
    return pdf(reply, await controlSheetOf(at, dossier, house.config.url))
  })

  app.get('/register', async (request, reply) => {
    const signed = await signedIn(house, request, reply)
    const asked = signed && understood(registerQuery, request.query, request, reply)
    if (!signed || !asked) return reply
    const at = readerOf(house, request, signed.officer)
    const to = asked.to ?? asked.from ?? dayOf(at.now)
    const from = asked.from ?? to
    const made = await registerPdf(at, { from, until: addDays(to, 1), unit: asked.unit })
    return made.ok ? pdf(reply, made.value) : refusal(reply, made, signed.language)
  })
}

function pdf(reply: FastifyReply, { bytes, name }: MadePaper): FastifyReply {
  return reply
    .headers({
      'content-type': 'application/pdf',
      'content-disposition': disposition(name),
      'x-content-type-options': 'nosniff',
    })
    .send(Buffer.from(bytes))
}
