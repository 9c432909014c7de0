import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { dayOf } from '../ground/day.ts'
import type { House } from '../ground/house.ts'
import { refused } from '../ground/result.ts'
import {
  agenciesOf,
  type Definition,
  isElectronic,
  isNeeded,
  type NationalVersion,
  nationalVersion,
  searchProcedures,
  versionOn,
} from '../procedures/index.ts'
import { languageOf, understood } from './context.ts'
import { refusal } from './problem.ts'

const query = z.object({
  q: z.string().max(200).optional(),
  field: z.string().max(200).optional(),
  level: z.enum(['ministry', 'province', 'commune', 'other']).optional(),
  subject: z.enum(['person', 'organisation']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

/** The catalogue: open to everyone. */
export function procedureRoutes(app: FastifyInstance, house: House): void {
  app.get('/procedures', async (request, reply) => {
    const asked = understood(query, request.query, request, reply)
    if (!asked) return reply
    const found = await searchProcedures(house.db, {
      ...asked,
      limit: asked.limit + 1,
      after: readCursor(asked.cursor),
    })
    const items = found.slice(0, asked.limit)
    const last = items.at(-1)
    const next = found.length > asked.limit && last ? writeCursor(last) : null
    return { items: items.map(({ rank: _rank, ...item }) => item), next }
  })

  app.get<{ Params: { code: string } }>('/procedures/:code', async (request, reply) => {
    const version = await versionOn(house.db, request.params.code, dayOf(house.clock.now()))
    const national = await nationalVersion(house.db, request.params.code)
    if (!version) return national ? publishedOnly(national) : refusal(reply, refused('not-found'), languageOf(request))
    const { definition: d, number } = version
    return {
      code: d.code,
      name: d.name,
      shortName: d.shortName,
      field: d.field,
      levels: d.levels,
      audience: d.audience,
      onlineLevel: d.onlineLevel,
      channels: d.channels,
      returnBy: d.returnBy,
      version: number,
      summary: d.summary,
      steps: d.steps,
      components: componentsFor(d),
      agencies: await agenciesOf(house.db, d.code),
      form: { schema: d.form.schema, layout: d.form.layout, example: d.form.example },
      fees: d.fees.rules,
      timeLimits: d.timeLimits,
      results: d.results,
      legalBasis: d.legalBasis,
      process: d.process.map(({ onPaper, ...step }) => ({ ...step, electronic: isElectronic({ onPaper }) })),
      national: national ? nationalNote(national) : null,
    }
  })
}

/** Which national version stands beside it, and which pieces of its text could not be read surely. */
function nationalNote({ number, importedOn, reading: { decision, unread } }: NationalVersion) {
  return { version: number, importedOn, decision, unread }
}

/** A procedure of the national catalogue that is not filed here: what was read of it; no form, no agencies. */
function publishedOnly(national: NationalVersion) {
  const { code, number, entry, reading: r } = national
  return {
    code,
    name: r.name,
    field: r.field,
    levels: r.levels,
    audience: r.audience,
    onlineLevel: 'unknown',
    channels: [],
    returnBy: [],
    version: number,
    steps: r.steps?.split(/\n+/) ?? [],
    components: r.papers.map(({ name, kind, originals, copies, group, forms }, at) => ({
      id: `p${at + 1}`,
      name,
      kind,
      required: null,
      accepts: [],
      maxBytes: null,
      originals,
      copies,
      case: group,
      templates: forms,
    })),
    agencies: [],
    form: null,
    fees: r.ways.map(({ channel, fee, description }) => ({ channel, ...fee, condition: description })),
    timeLimits: r.ways.map(({ channel, time, description }) => ({
      channel,
      limit: null,
      printed: time.kind === 'limit' ? { value: time.value, unit: time.unit, text: time.text } : null,
      text: time.kind === 'none' ? null : time.text,
      confidence: 'unconfirmed',
      condition: description,
    })),
    results: r.results,
    legalBasis: r.legalBasis,
    process: null,
    filedBy: r.agencies,
    reception: r.reception,
    source: entry.detail_url,
    national: nationalNote(national),
  }
}

/** `required` says whether the example's own case needs the paper; `when` says in which cases it is needed otherwise. */
function componentsFor({ components, form, channels }: Definition) {
  const channel = channels[0]!
  return components.map((one) => ({ ...one, required: isNeeded(one, { form: form.example, channel }) }))
}

function writeCursor({ rank, code }: { rank: number; code: string }): string {
  return Buffer.from(JSON.stringify([rank, code])).toString('base64url')
}

function readCursor(cursor: string | undefined): { rank: number; code: string } | undefined {
  try {
    const [rank, code] = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString('utf8')) as unknown[]
    return typeof rank === 'number' && typeof code === 'string' && !code.includes('\0') ? { rank, code } : undefined
  } catch {
    return undefined
  }
}
