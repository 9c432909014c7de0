import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { faultLine } from '../ground/fault.ts'
import { maxFileBytes, receiving } from '../documents/index.ts'
import type { House } from '../ground/house.ts'
import { mayDo } from '../organisations/law/index.ts'
import { passing } from '../ground/passing.ts'
import { unkeepable } from '../ground/plain.ts'
import { type Language, type Refusal, refusalWords, say } from '../words/index.ts'
import { adminDoors } from './admin/index.ts'
import { citizenDoors } from './citizen/index.ts'
import { multipartForm, urlencodedForm } from './form-body.ts'
import { bareFrame, frameFor } from './frame.tsx'
import { officerDoors } from './officer/index.ts'
import { acceptPath, publicDoors } from './public/index.ts'
import { assetAt, AwayPage, csrfField, IncidentPage, NotFound, NotTaken, render, TrainingBanner } from './ui/index.ts'
import { type Answer, languageOf, openVisit, type PageDoor, type Visit } from './visit.ts'

/** Every address of the house for people, in the order a newcomer would read them. */
export const pageDoors: readonly PageDoor[] = [...publicDoors, ...citizenDoors, ...officerDoors, ...adminDoors]

/** What one form may carry in all its files: 128 MiB; a dossier takes more in several sendings. */
const uploadLimit = 128 * 1024 * 1024

/** What a page may load: its own style, fonts and pictures. No script but our own files, no frame around us. */
const contentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** All doors for people. A fault is caught here once, logged, and answered with its incident number. */
export async function webDoors(app: FastifyInstance, house: House): Promise<void> {
  await app.register(async (web) => {
    // People's forms come in two shapes; whatever else is sent is not for these doors.
    web.removeContentTypeParser(['application/json', 'text/plain'])
    await web.register(cookie)
    await web.register(formbody, { bodyLimit: 512 * 1024 })
    await web.register(multipart, { limits: { fileSize: maxFileBytes + 1 } })

    web.addHook('onSend', (_request, reply, _payload, go) => {
      reply.header('content-security-policy', reply.getHeader('content-security-policy') ?? contentPolicy)
      reply.header('x-content-type-options', 'nosniff')
      reply.header('referrer-policy', 'same-origin')
      reply.header('cross-origin-opener-policy', 'same-origin')
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
      go()
    })
    web.get('/assets/*', async (request, reply) => {
      const found = assetAt(request.url.split('?')[0]!)
      if (!found) return reply.status(404).send()
      return reply.type(found.mediaType).header('cache-control', 'public, max-age=31536000, immutable').send(found.body)
    })
    for (const door of pageDoors) hang(web, house, door)

    web.setNotFoundHandler(async (request, reply) => {
      const visit = await openVisit(house, request, reply)
      return html(reply, 404, render(NotFound(await frameFor(visit, { title: '' }))))
    })
    web.setErrorHandler(async (error: { statusCode?: number; stack?: string }, request, reply) => {
      const incident = randomUUID().slice(0, 8)
      const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 500
      const why = passing(error)
      if (status === 500) house.log.error({ incident, why, ...faultLine(error) }, 'a fault at a door for people')
      if (why) return away(house, request, reply, incident)
      const visit = await visitIfAny(house, request, reply)
      if (!visit) return away(house, request, reply, incident)
      const frame = await frameFor(visit, { title: '' })
      if (status === 404) return html(reply, 404, render(NotFound(frame)))
      if (status < 500) return html(reply, status, render(NotTaken({ ...frame, why: whyNot(status, visit.language) })))
      return html(reply, status, render(IncidentPage({ ...frame, incident })))
    })
  })
}

/** A fault may also keep us from knowing who asks: then the page is told without it. */
async function visitIfAny(house: House, request: FastifyRequest, reply: FastifyReply): Promise<Visit | undefined> {
  try {
    return await openVisit(house, request, reply)
  } catch {
    return undefined
  }
}

/** What every address for people says while the database is away. */
export function answerAway(house: House, request: FastifyRequest, reply: FastifyReply, incident: string): FastifyReply {
  reply.header('content-security-policy', contentPolicy).header('cache-control', 'no-store')
  return away(house, request, reply, incident)
}

/** Reads nothing: neither who asks nor in which province. A page that was posted is offered anew as it was asked for. */
function away(house: House, request: FastifyRequest, reply: FastifyReply, incident: string): FastifyReply {
  const frame = bareFrame(languageOf(request), request.url)
  const banner = house.config.demo ? { banner: TrainingBanner({ language: frame.lang }) } : {}
  return html(reply.header('retry-after', '10'), 503, render(AwayPage({ ...frame, ...banner, incident })))
}

function hang(web: FastifyInstance, house: House, door: PageDoor): void {
  const { get, post } = door
  if (get) {
    web.get(door.path, async (request, reply) => {
      const visit = await openVisit(house, request, reply)
      const closed = unreadable(visit) ?? closedFor(visit, door)
      return answer(visit, closed ?? (await get(visit)))
    })
  }
  if (post) {
    web.post(door.path, { bodyLimit: door.uploads ? uploadLimit : 512 * 1024 }, async (request, reply) => {
      const visit = await openVisit(house, request, reply)
      // Who may not enter here sends no files either: nothing of them is read.
      const outside = unreadable(visit) ?? (request.isMultipart() ? closedFor(visit, door) : undefined)
      if (outside) return answer(visit, outside)
      if (request.isMultipart() && !door.uploads) throw Object.assign(new Error('no files here'), { statusCode: 415 })
      if (!request.isMultipart()) {
        visit.form = urlencodedForm(request.body)
        return answer(visit, await taken(visit, door, post))
      }
      const sender = { person: visit.viewer?.id ?? request.ip, address: request.ip }
      return receiving(sender, async (count) => {
        const form = await multipartForm(request, count)
        // It took its time to arrive: who was suspended, signed out or lost a post meanwhile sends nothing any more; who was merely slow was not idle.
        const still = { ...(await openVisit(house, request, reply, visit.now)), form }
        return answer(still, await taken(still, door, post))
      })
    })
  }
}

/** What becomes of a form that was read: it is taken when it came from this session's own page and carries only what can be kept. */
function taken(visit: Visit, door: PageDoor, post: NonNullable<PageDoor['post']>): Answer | Promise<Answer> {
  // A form without the session's token came from somewhere else, or from a session that has ended.
  if (visit.form.fields[csrfField] !== visit.csrf) return staleForm(visit, door)
  if (unkeepable(visit.form.lists) !== undefined) return closedFor(visit, door) ?? staleForm(visit, door)
  return closedFor(visit, door) ?? post(visit)
}

const notTaken: Record<number, Refusal> = { 413: 'file-too-large', 429: 'too-many-requests' }

function whyNot(status: number, language: Language): string {
  return say(refusalWords[notTaken[status] ?? 'form-expired'], language)
}

/** An address that carries what nobody can type leads nowhere. */
function unreadable({ params, query }: Visit): Answer | undefined {
  const plain = unkeepable(params) === undefined && unkeepable(query) === undefined
  if (!plain) throw Object.assign(new Error('unkeepable'), { statusCode: 404 })
  return undefined
}

/** Where somebody is sent who may not enter here: to sign in, to change the first password, or home. */
function closedFor(visit: Visit, door: PageDoor): Answer | undefined {
  if (door.for === 'anyone') return undefined
  if (!visit.viewer) return { redirect: `/dang-nhap?ve=${encodeURIComponent(pathToReturn(visit))}` }
  // A device that is set is asked for before anything else; one that is still to be set comes after the first password.
  if (visit.owes === 'code' && door.path !== secondStepPath) return { redirect: secondStep(visit) }
  if (visit.mustChangePassword && door.path !== '/tai-khoan/mat-khau') return { redirect: '/tai-khoan/mat-khau' }
  if (visit.owes && !visit.mustChangePassword && door.path !== secondStepPath) return { redirect: secondStep(visit) }
  if (!visit.hasAccepted && !beforeTerms.includes(door.path)) return { redirect: termsStep(visit) }
  const officer = visit.viewer.kind === 'officer'
  if (door.for === 'officer' && !officer) return { redirect: '/ho-so' }
  if (door.for === 'citizen' && officer) return { redirect: '/viec' }
  // To whoever the permission table does not name the address is not there.
  if (door.for !== 'officer' || door.may === 'by-reach' || mayDo(visit.viewer, door.may)) return undefined
  throw Object.assign(new Error('not permitted'), { statusCode: 404 })
}

const secondStepPath = '/tai-khoan/buoc-hai'
const secondStep = (visit: Visit) => `${secondStepPath}?ve=${encodeURIComponent(pathToReturn(visit))}`

/** What one may do before accepting the terms: read them, and prove and protect the account. */
const beforeTerms = [acceptPath, '/tai-khoan/mat-khau', secondStepPath]
const termsStep = (visit: Visit) => `${acceptPath}?ve=${encodeURIComponent(pathToReturn(visit))}`

function staleForm(visit: Visit, door: PageDoor): Answer {
  const back = pathToReturn(visit)
  if (door.for !== 'anyone' && !visit.viewer) return { redirect: `/dang-nhap?ve=${encodeURIComponent(back)}` }
  return { redirect: `${back}${back.includes('?') ? '&' : '?'}het-han=1` }
}

function pathToReturn({ request }: Visit): string {
  return request.url.startsWith('/') && !request.url.startsWith('//') ? request.url : '/'
}

async function answer({ reply }: Visit, result: Answer): Promise<FastifyReply> {
  if (reply.sent) return reply
  if ('redirect' in result) return reply.redirect(result.redirect, 303)
  if ('body' in result)
    return reply
      .status(result.status ?? 200)
      .headers(result.headers)
      .send(result.body)
  return html(reply, result.status ?? 200, render(result.page))
}

/** Sent as bytes: a text would be read through once for its length, and once more to be sent. */
function html(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.status(status).type('text/html; charset=utf-8').send(Buffer.from(text))
}

export { languageOf }
