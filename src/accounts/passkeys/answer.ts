import { type RegistrationResponseJSON, type AuthenticationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

const text = z.string().max(4000)
const common = {
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(40).nullish(),
}

const made = z.object({
  ...common,
  response: z.object({
    clientDataJSON: text,
    attestationObject: z.string().max(20_000),
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
})

const given = z.object({
  ...common,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: z.string().max(200).nullish(),
  }),
})

/** What a browser sent of a passkey it made; nothing when it is no such thing. */
export function readMade(sent: string): RegistrationResponseJSON | undefined {
  const read = made.safeParse(jsonOf(sent))
  return read.success ? ({ ...read.data, clientExtensionResults: {} } as RegistrationResponseJSON) : undefined
}

/** What a browser sent of a passkey's answer; nothing when it is no such thing. */
export function readGiven(sent: string): AuthenticationResponseJSON | undefined {
  const read = given.safeParse(jsonOf(sent))
  if (!read.success) return undefined
  const { userHandle, ...response } = read.data.response
  const answer = { ...read.data, response: { ...response, ...(userHandle ? { userHandle } : {}) } }
  return { ...answer, clientExtensionResults: {} } as AuthenticationResponseJSON
}

/** Which question was answered, as the browser says. */
export function challengeIn(clientData: string): string {
  const said = jsonOf(Buffer.from(clientData, 'base64url').toString('utf8')) as { challenge?: unknown } | undefined
  return typeof said?.challenge === 'string' ? said.challenge : ''
}

function jsonOf(sent: string): unknown {
  try {
    return JSON.parse(sent)
  } catch {
    return undefined
  }
}
