import { z } from 'zod'
import { changePasswordBody, registerBody, signInBody } from '../accounts/index.ts'
import { actTable, acts, editBody, fileBody, queueNames, transitions } from '../dossiers/index.ts'
import { approveSettingBody, proposeSettingBody } from '../policy/index.ts'
import { rateBody } from '../ratings/index.ts'
import { actWords, refusalWords } from '../words/index.ts'

type Operation = {
  summary: string
  open?: boolean
  body?: z.ZodType
  upload?: boolean
  query?: readonly string[]
  answers?: number
}

/** Every address with what it does: the description of the doors, from the same schemas the doors parse with. */
const operations: Record<string, Operation> = {
  'post /sessions': { summary: 'Sign in', open: true, body: signInBody, answers: 201 },
  'delete /sessions/current': { summary: 'Sign out', answers: 204 },
  'post /accounts': { summary: 'Register a citizen or an organisation', open: true, body: registerBody, answers: 201 },
  'post /accounts/current/password': { summary: 'Change the password', body: changePasswordBody, answers: 204 },
  'get /procedures': {
    summary: 'Search procedures, with or without marks',
    open: true,
    query: ['q', 'field', 'level', 'subject', 'cursor', 'limit'],
  },
  'get /procedures/{code}': {
    summary:
      'One procedure with its form, papers, fees and limits; `form` is null where it is only published, not filed here',
    open: true,
  },
  'post /files': { summary: 'Upload a paper (PDF, JPEG, PNG; 20 MiB)', upload: true, answers: 201 },
  'get /files/{id}/content': { summary: 'The bytes of a file within reach' },
  'post /dossiers': { summary: 'Begin a dossier as a draft', body: fileBody, answers: 201 },
  'get /dossiers': { summary: 'Dossiers within reach, by queue', query: ['queue', 'state', 'q', 'cursor', 'limit'] },
  'get /dossiers/{id}': { summary: 'One dossier' },
  'patch /dossiers/{id}': { summary: 'Change a draft', body: editBody },
  'get /dossiers/{id}/acts': { summary: 'The acts the caller may do now, each with a valid example' },
  'get /dossiers/{id}/history': { summary: 'What happened, oldest first' },
  'get /dossiers/{id}/requests': { summary: 'What the applicant was asked for, each time' },
  'get /dossiers/{id}/control-sheet': { summary: 'The control sheet (form 06) as PDF, for officers' },
  'get /register': {
    summary: 'The register of a counter (form 07) as PDF, both days included',
    query: ['from', 'to', 'unit'],
  },
  'get /dossiers/{id}/clock': { summary: 'Why the due dates are what they are, step by step with the article of each' },
  'get /dossiers/{id}/documents': { summary: 'The papers the house made' },
  'post /dossiers/{id}/rating': { summary: 'Rate the service, once', body: rateBody, answers: 201 },
  'get /records/mine/items': { summary: 'What lies in the caller’s record' },
  'get /presets': {
    summary: 'The regulations and digests on which a province may stand, each with its status and days',
  },
  'get /settings': { summary: 'Every setting as it stands on a day, with its source', query: ['on'] },
  'get /settings/{key}': {
    summary: 'One setting: its shape, its value in each preset, every decision; `preset` is the preset itself',
  },
  'post /settings/{key}/changes': { summary: 'Propose a value from a day on', body: proposeSettingBody, answers: 201 },
  'post /settings/changes/{id}/approve': { summary: 'Approve what another proposed', body: approveSettingBody },
  'post /settings/changes/{id}/drop': { summary: 'Give up a proposal that waits' },
  'get /messages': { summary: 'The caller’s messages' },
  'get /lookup/{key}': { summary: 'Where a dossier is, by code or reference; no personal data', open: true },
  'get /verify/{identifier}': { summary: 'Whether a result is genuine and in force', open: true },
  'get /verify/roots': { summary: 'The root certificate of the training province', open: true },
  ...Object.fromEntries(
    acts.map((act) => [
      `post /dossiers/{id}/acts/${act}`,
      { summary: `${actWords[act].en}: ${whoMay(act)}`, body: actTable[act].body } satisfies Operation,
    ]),
  ),
}

function whoMay(act: string): string {
  const steps = transitions.filter((step) => step.act === act)
  return steps
    .map(({ from, to, otherwise, who }) => {
      const ways = [...new Set([to, otherwise?.to ?? to])]
      return `${from.join(' or ')} → ${ways.join(' or ')} by ${who}`
    })
    .join('; ')
}

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

/** The whole API as OpenAPI 3.1. */
export function openapi(url: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [address, operation] of Object.entries(operations)) {
    const [method, path] = address.split(' ') as [string, string]
    ;(paths[path] ??= {})[method] = describe(path, operation)
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Một Cửa', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: `${url}/api/v1` }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema, Refusal: { type: 'string', enum: Object.keys(refusalWords) } },
    },
  }
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', examples: ['urn:motcua:refused'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    refusal: { $ref: '#/components/schemas/Refusal' },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
  },
}

function describe(path: string, { summary, open, body, upload, query = [], answers = 200 }: Operation) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = query.map((name) => ({
    name,
    in: 'query',
    required: false,
    schema:
      name === 'queue'
        ? { type: 'string', enum: queueNames }
        : name === 'limit'
          ? { type: 'integer' }
          : { type: 'string' },
  }))
  const file = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } }
  return {
    summary,
    ...(open ? {} : { security: [{ bearer: [] }] }),
    ...(inPath.length + inQuery.length > 0 ? { parameters: [...inPath, ...inQuery] } : {}),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } } : {}),
    ...(upload ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } } : {}),
    responses: {
      [answers]: { description: 'Done' },
      ...(open ? {} : { 401: { description: 'Sign in first', content: problem } }),
      404: { description: 'Not within reach', content: problem },
      409: { description: 'Refused by the law or the state', content: problem },
      422: { description: 'Not understood', content: problem },
    },
  }
}
