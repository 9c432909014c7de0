import { z } from 'zod'
import {
  acceptTermsBody,
  changeDataBody,
  changePasswordBody,
  codeBody,
  grantBody,
  findBody,
  ownStandingBody,
  recoverBody,
  registerBody,
  signInBody,
  standingBody,
} from '../accounts/index.ts'
import { actTable, acts, editBody, fileBody, queueNames, transitions } from '../dossiers/index.ts'
import type { Permission } from '../organisations/law/index.ts'
import { approveSettingBody, proposeSettingBody } from '../policy/index.ts'
import { rateBody } from '../ratings/index.ts'
import { actWords, refusalWords } from '../words/index.ts'
import { appointmentAnswerBody, askWithPaperBody } from './representations.ts'

/**
 * Who may come in: anyone; whoever is signed in; for a dossier whoever reaches it, of these only officers, only who filed it, or only its
 * applicant, or besides auditors; a permission of the table of roles; or whoever the transition table names for the act.
 */
export type Caller =
  | 'anyone'
  | 'signed-in'
  | 'reach'
  | 'officers-in-reach'
  | 'filer'
  | 'applicant'
  | 'applicant-and-auditors'
  | Permission
  | 'transition-table'

type Operation = {
  summary: string
  open?: boolean
  /** When not said: whoever reaches the dossier or file of the address, else whoever is signed in. */
  who?: Caller
  body?: z.ZodType
  upload?: boolean
  query?: readonly string[]
  answers?: number
}

/** Every address with what it does: the description of the doors, from the same schemas the doors parse with. */
const operations: Record<string, Operation> = {
  'post /sessions': { summary: 'Sign in', open: true, body: signInBody, answers: 201 },
  'delete /sessions/current': { summary: 'Sign out', answers: 204 },
  'post /logins/{login}/logout': {
    summary:
      'Where another sign-in says that it ended somebody’s (OpenID Connect Back-Channel Logout 1.0, a form with logout_token)',
    open: true,
  },
  'post /accounts': { summary: 'Register a citizen or an organisation', open: true, body: registerBody, answers: 201 },
  'post /accounts/current/password': { summary: 'Change the password', body: changePasswordBody, answers: 204 },
  'get /accounts/current/sessions': { summary: 'Where the caller is signed in now', who: 'signed-in' },
  'delete /accounts/current/sessions': { summary: 'Sign out everywhere but here', who: 'signed-in' },
  'delete /accounts/current/sessions/{id}': {
    summary: 'End one session of the caller',
    who: 'signed-in',
    answers: 204,
  },
  'get /accounts/current/second-factor': {
    summary: 'The secret for a device that is to be the second proof, until it is set',
    who: 'signed-in',
  },
  'post /accounts/current/second-factor': {
    summary: 'Prove a second time who is signed in; the first code of a device sets it and answers recovery codes',
    body: codeBody,
    who: 'signed-in',
  },
  'post /accounts/current/standing': {
    summary: 'Pause, lock or close one’s own account',
    body: ownStandingBody,
    who: 'signed-in',
  },
  'post /accounts/current/terms': {
    summary: 'Accept the terms of use in force, named by their edition',
    body: acceptTermsBody,
    who: 'signed-in',
  },
  'get /accounts/current/representations': {
    summary: 'Whom the caller represents, or with `side=beneficiary` who represents the caller',
    query: ['side', 'cursor'],
    who: 'signed-in',
  },
  'post /accounts/current/representations': {
    summary: 'Ask to be known as standing for somebody, with the paper uploaded before; an officer confirms it',
    body: askWithPaperBody,
    who: 'signed-in',
    answers: 201,
  },
  'post /accounts/current/representations/{representation}/end': {
    summary: 'Either side ends a representation',
    who: 'signed-in',
  },
  'get /accounts/current/appointments': {
    summary: 'Who appointed the caller and waits for their word',
    who: 'signed-in',
  },
  'post /accounts/current/appointments': {
    summary:
      'Appoint a person by name and number; it counts once they accept, and nobody is told whether the number has an account',
    body: grantBody,
    who: 'signed-in',
    answers: 201,
  },
  'post /accounts/current/appointments/{representation}/answer': {
    summary: 'Accept an appointment or decline it',
    body: appointmentAnswerBody,
    who: 'signed-in',
  },
  'get /accounts/current/data-changes': {
    summary: 'What the caller asked to have changed of their account, and what became of it',
    who: 'signed-in',
  },
  'post /accounts/current/data-changes': {
    summary: 'Ask to have data of one’s own account changed; who somebody is and where they live waits for an officer',
    body: changeDataBody,
    who: 'signed-in',
  },
  'get /accounts': {
    summary: 'Find an account by its whole user name',
    query: ['q'],
    who: 'help-holders',
  },
  'post /accounts/search': {
    summary: 'Find an account by user name, name, or exactly by identity number',
    body: findBody,
    who: 'help-holders',
  },
  'post /accounts/{id}/standing': {
    summary: 'Lock, suspend, reopen or close an account, with the reason',
    body: standingBody,
    who: 'help-holders',
  },
  'post /accounts/{id}/recovery': {
    summary: 'A one-time password for somebody who showed who they are',
    body: recoverBody,
    who: 'help-holders',
    answers: 201,
  },
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
  'patch /dossiers/{id}': { summary: 'Change a draft', body: editBody, who: 'filer' },
  'get /dossiers/{id}/acts': { summary: 'The acts the caller may do now, each with a valid example' },
  'get /dossiers/{id}/history': { summary: 'What happened, oldest first' },
  'get /dossiers/{id}/requests': { summary: 'What the applicant was asked for, each time' },
  'get /dossiers/{id}/legs': { summary: 'Who else works on it, until when, and what came back' },
  'get /legs': {
    summary: 'What waits for the caller’s agency when others ask it',
    query: ['answered', 'cursor', 'limit'],
  },
  'get /legs/{leg}': { summary: 'One leg with the parts of its dossier that the asked agency needs' },
  'get /dossiers/{id}/control-sheet': {
    summary: 'The control sheet (form 06) as PDF, for officers',
    who: 'officers-in-reach',
  },
  'get /register': {
    summary: 'The register of a counter (form 07) as PDF, both days included',
    query: ['from', 'to', 'unit'],
    who: 'keep-register',
  },
  'get /dossiers/{id}/clock': { summary: 'Why the due dates are what they are, step by step with the article of each' },
  'get /dossiers/{id}/accesses': {
    summary: 'Who opened the dossier, when and for what, the latest first; for whose it is and for auditors',
    query: ['cursor', 'limit'],
    who: 'applicant-and-auditors',
  },
  'get /accounts/current/activity': {
    summary: 'Everything done with the caller’s account and dossiers, the latest first',
    query: ['cursor', 'limit'],
  },
  'get /dossiers/{id}/documents': { summary: 'The papers the house made' },
  'post /dossiers/{id}/rating': { summary: 'Rate the service, once', body: rateBody, answers: 201, who: 'applicant' },
  'get /records/mine/items': { summary: 'What lies in the caller’s record' },
  'get /presets': {
    summary: 'The regulations and digests on which a province may stand, each with its status and days',
    who: 'see-settings',
  },
  'get /settings': {
    summary: 'Every setting as it stands on a day, with its source',
    query: ['on'],
    who: 'see-settings',
  },
  'get /settings/{key}': {
    summary: 'One setting: its shape, its value in each preset, every decision; `preset` is the preset itself',
    who: 'see-settings',
  },
  'post /settings/{key}/changes': {
    summary: 'Propose a value from a day on',
    body: proposeSettingBody,
    answers: 201,
    who: 'propose-settings',
  },
  'post /settings/changes/{change}/approve': {
    summary: 'Approve what another proposed',
    body: approveSettingBody,
    who: 'see-settings',
  },
  'post /settings/changes/{change}/drop': { summary: 'Give up a proposal that waits', who: 'see-settings' },
  'get /messages': { summary: 'The caller’s messages' },
  'get /lookup/{key}': { summary: 'Where a dossier is, by code or reference; no personal data', open: true },
  'get /verify/{identifier}': { summary: 'Whether a result is genuine and in force', open: true },
  'get /verify/roots': { summary: 'The root certificate of the training province', open: true },
  ...Object.fromEntries(
    acts.map((act) => [
      `post /dossiers/{id}/acts/${act}`,
      {
        summary: `${actWords[act].en}: ${whoMay(act)}`,
        body: actTable[act].body,
        who: 'transition-table',
      } satisfies Operation,
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

/** Who an address is for. */
function callerOf(path: string, { open, who }: Operation): Caller {
  if (open) return 'anyone'
  return who ?? (path.includes('{id}') ? 'reach' : 'signed-in')
}

function describe(path: string, operation: Operation) {
  const { summary, open, body, upload, query = [], answers = 200 } = operation
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
    'x-motcua-who': callerOf(path, operation),
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
