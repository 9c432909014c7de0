import assert from 'node:assert/strict'
import type { Answer } from './client.ts'

/** What a door must say: the status, the refusal's code when it is one, and the field it belongs to. */
export type Expected = { status: number; refusal?: string; at?: string }

const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i

/** A no is said whole: status, kind, code, a Vietnamese sentence without blame or shouting, and the field to mend. */
export function saysNo({ status, body, headers }: Answer, expected: Expected, when: string): void {
  const told = `${when}: ${status} ${JSON.stringify(body)}`
  assert.equal(status, expected.status, told)
  assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/, told)
  assert.equal(body.status, expected.status, told)
  assert.equal(body.refusal, expected.refusal, told)
  assert.equal(body.type, `urn:motcua:${status === 422 ? 'not-understood' : 'refused'}`, told)
  isSentence(body.detail, told)
  for (const { message } of body.errors ?? []) isSentence(message, told)
  if (expected.at === undefined) return
  const paths = (body.errors ?? []).map(({ path }: { path: string }) => path)
  assert.ok(paths.includes(expected.at), `${told}: nothing is said at ${expected.at}`)
}

export function isSentence(text: unknown, told: string): void {
  assert.ok(typeof text === 'string' && /^\p{Lu}.*\.$/u.test(text), `${told}: no sentence: ${String(text)}`)
  assert.match(text, vietnamese, `${told}: not Vietnamese: ${text}`)
  assert.doesNotMatch(text, /[!{}]|lỗi của bạn|undefined/, `${told}: ${text}`)
}
