import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server'
import type { House } from '../../ground/house.ts'
import type { Account } from '../account.ts'
import { newChallenge } from './challenge.ts'
import { passkeyPlace } from './place.ts'
import { credentialsOf } from './store.ts'

const houseName = 'Một Cửa'

/** Who is asked, and at which of the house's own addresses; at none of them there are no passkeys. */
export type AskedAt = { browser: string; portal: string | undefined }

/** What the page hands to the browser so that a passkey may answer; nothing where passkeys do not work. */
export async function askToEnter(
  { vault }: House,
  { browser, portal }: AskedAt,
  now: Date,
): Promise<string | undefined> {
  const place = portal && passkeyPlace(portal)
  if (!place) return undefined
  const challenge = challengeBytes(newChallenge(vault, { what: 'enter', browser }, now))
  return JSON.stringify(
    await generateAuthenticationOptions({ rpID: place.host, challenge, userVerification: 'required' }),
  )
}

/** The same for the second step of who is signed in: only their own passkeys may answer. Nothing when they have none. */
export async function askToProve({ db, vault }: House, account: string, { browser, portal }: AskedAt, now: Date) {
  const place = portal && passkeyPlace(portal)
  const allowCredentials = place ? await credentialsOf(db, account) : []
  if (!place || allowCredentials.length === 0) return undefined
  const challenge = challengeBytes(newChallenge(vault, { what: 'prove', browser }, now))
  return JSON.stringify(
    await generateAuthenticationOptions({
      rpID: place.host,
      challenge,
      allowCredentials,
      userVerification: 'required',
    }),
  )
}

/** The same for making a new passkey: it lies on the device under the holder's name, and opens only after the holder's finger, face or PIN. */
export async function askToAdd(
  { db, vault }: House,
  { id, username, displayName }: Pick<Account, 'id' | 'username' | 'displayName'>,
  { browser, portal }: AskedAt,
  now: Date,
): Promise<string | undefined> {
  const place = portal && passkeyPlace(portal)
  if (!place) return undefined
  const options = await generateRegistrationOptions({
    rpName: houseName,
    rpID: place.host,
    userID: new Uint8Array(handleOf(id)),
    userName: username,
    userDisplayName: displayName,
    challenge: challengeBytes(newChallenge(vault, { what: 'add', browser }, now)),
    attestationType: 'none',
    excludeCredentials: await credentialsOf(db, id),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  })
  return JSON.stringify(options)
}

/** ES256, RS256 and EdDSA: what devices in use sign with. */
export const algorithms = [-8, -7, -257]

/** The account's own key as the device keeps it: no name, no number of a person. */
export function handleOf(account: string): Buffer {
  return Buffer.from(account.replaceAll('-', ''), 'hex')
}

const challengeBytes = (challenge: string) => new Uint8Array(Buffer.from(challenge, 'base64url'))
