import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  Configuration,
  customFetch,
  enableNonRepudiationChecks,
  fetchUserInfo,
  ResponseBodyError,
} from 'openid-client'
import { askOutside } from '../../ground/outgoing.ts'
import { done, refused } from '../../ground/result.ts'
import type { Result } from '../../ground/result.ts'
import { type Claims, claimsTogether } from '../law/index.ts'
import type { Login } from './login.ts'

/** What only this sign-in knows: bound to its state, asked back from the other system. */
export type Secrets = { readonly state: string; readonly nonce: string; readonly verifier: string }

export type NotTaken = 'login-denied' | 'login-code-used' | 'login-token-expired' | 'login-token-wrong' | 'login-away'

/** Seconds until the other system is given up. */
const patience = 10

function connection(login: Login, inside: readonly string[]): Configuration {
  const { issuer, authorize, token, userinfo, jwks, algorithms, clientId, clientSecret } = login
  const config = new Configuration(
    {
      issuer,
      authorization_endpoint: authorize,
      token_endpoint: token,
      userinfo_endpoint: userinfo,
      jwks_uri: jwks,
      id_token_signing_alg_values_supported: [...algorithms],
    },
    clientId,
    clientSecret,
  )
  config.timeout = patience
  const only = [token, userinfo, jwks].map((address) => new URL(address).host)
  config[customFetch] = (address, question) => askOutside(address, question, { only, names: inside })
  // The signature is checked although the answer comes over TLS: a proxy between may be anybody's.
  enableNonRepudiationChecks(config)
  if (!token.startsWith('https:')) allowInsecureRequests(config)
  return config
}

/** Where the browser goes to sign in. */
export async function addressOf(login: Login, redirect: string, { state, nonce, verifier }: Secrets): Promise<URL> {
  return buildAuthorizationUrl(connection(login, []), {
    redirect_uri: redirect,
    scope: login.scope,
    state,
    nonce,
    ...(login.acr ? { acr_values: login.acr } : {}),
    ...(login.pkce
      ? { code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' }
      : {}),
  })
}

/**
 * Takes the code that came back to the other system and asks who it is. Every token is checked: who issued it, for whom, how it is signed,
 * until when, and that it answers this very sign-in. A refusal's `why` is for the audit. `inside` names systems of the own network.
 */
export async function whoCameBack(
  login: Login,
  back: URL,
  secrets: Secrets,
  inside: readonly string[] = [],
): Promise<Result<Claims, NotTaken>> {
  const config = connection(login, inside)
  try {
    const tokens = await authorizationCodeGrant(config, back, {
      expectedState: secrets.state,
      expectedNonce: secrets.nonce,
      idTokenExpected: true,
      ...(login.pkce ? { pkceCodeVerifier: secrets.verifier } : {}),
    })
    const proved = tokens.claims()!
    const told = await fetchUserInfo(config, tokens.access_token, proved.sub)
    return done(claimsTogether(proved, told))
  } catch (fault) {
    return notTaken(fault)
  }
}

/** Why an answer was not taken, by what the library says of it. */
function notTaken(fault: unknown): Result<never, NotTaken> {
  if (fault instanceof AuthorizationResponseError)
    return refused(fault.error === 'access_denied' ? 'login-denied' : 'login-token-wrong', { why: fault.error })
  if (fault instanceof ResponseBodyError)
    return refused(fault.error === 'invalid_grant' ? 'login-code-used' : 'login-away', { why: fault.error })
  // A fault of our own is no answer of theirs.
  if (fault instanceof TypeError && fault.message !== 'fetch failed') throw fault
  const { code = '', cause } = fault as { code?: string; cause?: Cause }
  if (/TIMEOUT|ABORT|RESPONSE_IS_NOT|PARSE_ERROR/.test(code) || !code)
    return refused('login-away', { why: code || 'network' })
  const why =
    cause?.cause?.claim ?? (cause?.cause?.reason ? 'alg' : /signature|id_token|"sub"/.exec(cause?.message ?? '')?.[0])
  return refused(code.includes('JWT_TIMESTAMP') ? 'login-token-expired' : 'login-token-wrong', { why: why ?? code })
}

/** What the library knows of a fault: the claim that is not as it should be, or why a signature's kind is not taken. */
type Cause = { message?: string; cause?: { claim?: string; reason?: string } }
