import type { FastifyReply } from 'fastify'
import type { z } from 'zod'
import type { Refused } from '../ground/result.ts'
import { type Language, type Refusal, refusalText } from '../words/index.ts'

export type FieldError = { path: string; message: string }

/** Problem details of RFC 9457: what went wrong, in one sentence that says what to do. */
export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  refusal?: string
  errors?: FieldError[]
  [more: string]: unknown
}

/** Refusals that are no conflict with the state of a dossier, but have a status of their own. */
const statusOf: Partial<Record<Refusal, number>> = {
  'not-found': 404,
  'sign-in-failed': 401,
  'sign-in-needed': 401,
  'otp-wrong': 401,
  // What a system that ends sign-ins expects of one that does not take its word (Back-Channel Logout 2.8).
  'login-token-wrong': 400,
  'login-away': 503,
  'sign-in-locked': 429,
  'too-many-requests': 429,
  'file-empty': 422,
  'file-too-large': 422,
  'file-not-what-it-says': 422,
  'file-kind-refused': 422,
  'file-locked': 422,
  'too-many-loose-files': 429,
  'file-infected': 422,
  'scanner-away': 503,
  'image-too-large': 422,
  'file-too-many-pages': 422,
  'attachment-repeated': 422,
  'form-incomplete': 422,
  'result-incomplete': 422,
  'component-missing': 422,
  'component-unknown': 422,
  'nothing-supplied': 422,
  'applicant-needed': 422,
  'password-weak': 422,
  'identity-number-wrong': 422,
  'tax-code-wrong': 422,
  'phone-wrong': 422,
  'name-wrong': 422,
  'representative-needed': 422,
  'setting-not-understood': 422,
  'setting-from-gone-by': 422,
  'approval-reference-missing': 422,
}

/** At which field a refusal belongs, when it belongs to one. */
const fieldOf: Partial<Record<Refusal, string>> = {
  'file-empty': 'file',
  'file-too-large': 'file',
  'file-not-what-it-says': 'file',
  'file-kind-refused': 'file',
  'file-locked': 'file',
  'file-infected': 'file',
  'image-too-large': 'file',
  'file-too-many-pages': 'file',
  'attachment-repeated': 'attachments',
  'component-missing': 'attachments',
  'asked-paper-unanswered': 'attachments',
  'component-unknown': 'components',
  'applicant-needed': 'applicant',
  'password-weak': 'password',
  'identity-number-wrong': 'identityNumber',
  'tax-code-wrong': 'identityNumber',
  'username-taken': 'username',
  'phone-wrong': 'phone',
  'name-wrong': 'displayName',
  'representative-needed': 'representative',
  'no-such-officer': 'to',
  'extension-too-long': 'extension',
  'extension-other-unit': 'extension',
  'extension-gone-by': 'extension',
  'clock-needs-ground': 'reason',
  'appointment-not-later': 'newDay',
  'already-reappointed': 'newDay',
  'pin-wrong': 'pin',
  'pin-needed': 'pin',
  'setting-not-understood': 'value',
  'setting-from-gone-by': 'from',
  'approval-reference-missing': 'reference',
}

export function send(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

/** A no of the law or the state, as a problem. Does not compile for a refusal that has no sentence. */
export function refusal(reply: FastifyReply, no: Refused<Refusal>, language: Language): FastifyReply {
  const sentence = refusalText(no, language)
  const status = statusOf[no.refusal] ?? 409
  const field = fieldOf[no.refusal]
  const { errors, ...detail } = (no.detail ?? {}) as { errors?: FieldError[] }
  const places = errors ?? (field ? [{ path: field, message: sentence }] : undefined)
  return send(reply, {
    ...detail,
    type: `urn:motcua:${status === 422 ? 'not-understood' : 'refused'}`,
    title: sentence,
    status,
    detail: sentence,
    refusal: no.refusal,
    ...(places ? { errors: places } : {}),
  })
}

const notUnderstood = {
  vi: 'Hệ thống chưa hiểu yêu cầu. Hãy sửa từng chỗ được nêu rồi gửi lại.',
  en: 'The request was not understood. Mend each place named and send it again.',
}

export function misunderstood(
  reply: FastifyReply,
  issues: readonly z.core.$ZodIssue[],
  language: Language,
): FastifyReply {
  return mend(
    reply,
    issues.flatMap((issue) => fieldErrors(issue, language)),
    language,
  )
}

/** Not understood for a reason no schema knows; an empty path is the request as a whole. */
export function misread(
  reply: FastifyReply,
  path: string,
  what: 'json' | 'long' | 'form',
  language: Language,
): FastifyReply {
  return mend(reply, [{ path, message: sentences[what][language] }], language)
}

function mend(reply: FastifyReply, errors: FieldError[], language: Language): FastifyReply {
  const sentence = notUnderstood[language]
  return send(reply, { type: 'urn:motcua:not-understood', title: sentence, status: 422, detail: sentence, errors })
}

function fieldErrors(issue: z.core.$ZodIssue, language: Language): FieldError[] {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, message: sentences.unknown[language] }))
  }
  return [{ path, message: sentenceFor(issue)[language] }]
}

const sentences = {
  json: {
    vi: 'Gửi nội dung ở dạng JSON (application/json) như đã công bố.',
    en: 'Send the body as JSON (application/json), as published.',
  },
  unknown: {
    vi: 'Bỏ mục này: yêu cầu không có mục nào tên như vậy.',
    en: 'Remove this: the request has no such field.',
  },
  missing: { vi: 'Thêm mục này: yêu cầu cần có nó.', en: 'Add this: the request needs it.' },
  type: { vi: 'Ghi mục này đúng kiểu dữ liệu đã công bố.', en: 'Give this the published type.' },
  short: {
    vi: 'Ghi đầy đủ hơn: nội dung còn quá ngắn hoặc quá nhỏ.',
    en: 'Give more: this is too short or too small.',
  },
  long: { vi: 'Ghi gọn lại: nội dung quá dài hoặc quá lớn.', en: 'Give less: this is too long or too large.' },
  form: { vi: 'Ghi mục này đúng dạng đã công bố.', en: 'Give this in the published form.' },
  choice: { vi: 'Chọn một trong các giá trị đã công bố.', en: 'Choose one of the published values.' },
}

function sentenceFor(issue: z.core.$ZodIssue): { vi: string; en: string } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? sentences.missing : sentences.type
    case 'too_small':
      return sentences.short
    case 'too_big':
      return sentences.long
    case 'invalid_value':
    case 'invalid_union':
      return sentences.choice
    default:
      return sentences.form
  }
}

const faultWords = {
  vi: 'Hệ thống gặp sự cố và đã ghi nhận. Hãy thử lại sau; nếu vẫn gặp, hãy báo số sự cố này cho quầy hỗ trợ.',
  en: 'The system met a fault and wrote it down. Try again later; if it stays, give this incident number to the help desk.',
}

export function fault(reply: FastifyReply, incident: string, language: Language): FastifyReply {
  return send(reply, {
    type: 'urn:motcua:fault',
    title: faultWords[language],
    status: 500,
    detail: faultWords[language],
    incident,
  })
}

const awayWords = {
  vi: 'Hệ thống tạm thời chưa làm việc được và chưa ghi lại gì của yêu cầu này. Hãy thử lại sau ít phút; nếu vẫn gặp, hãy báo số sự cố này cho quầy hỗ trợ.',
  en: 'The system cannot work for the moment and kept nothing of this request. Try again in a few minutes; if it stays, give this incident number to the help desk.',
}

/** The database is away or the disk is full: nothing was kept, and the same request may be sent again as it is. */
export function unavailable(reply: FastifyReply, incident: string, language: Language): FastifyReply {
  return send(reply.header('retry-after', '10'), {
    type: 'urn:motcua:unavailable',
    title: awayWords[language],
    status: 503,
    detail: awayWords[language],
    incident,
  })
}
