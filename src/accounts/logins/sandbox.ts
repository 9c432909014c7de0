import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from 'oidc-provider'
import type { Config } from '../../ground/config.ts'
import type { Claims } from '../law/index.ts'
import { type LoginId, loginPaths } from './login.ts'
import { simulatedClient, simulatedIssuer, simulatedPaths, simulatorPath } from './simulated.ts'
import { chooser, registration } from './sandbox-page.ts'
import { withdrawal } from './sandbox-withdraw.ts'
import { forgetfulAdapter } from './sandbox-memory.ts'

/** Somebody who may sign in at a training twin: what the chooser calls them, and what the twin then says of them. */
export type SimulatedPerson = { readonly id: string; readonly label: string; readonly claims: Claims }

/** A twin of another system's sign-in, below `simulatorPath` of the house. */
export type Simulator = {
  readonly prefix: string
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
}

/** All that any of the people may say of themselves; the claims have the national portal's own names. */
const claimsOf = (people: readonly SimulatedPerson[]) => [
  ...new Set(people.flatMap(({ claims }) => Object.keys(claims))),
]

/**
 * A faithful twin on `oidc-provider`: real codes, real signatures, the paths and claims of the system it stands for. It keeps nothing and
 * is opened by the training province only.
 */
export async function openSimulator(
  config: Config,
  id: LoginId,
  people: readonly SimulatedPerson[],
): Promise<Simulator> {
  const { Provider } = await import('oidc-provider')
  const prefix = `${simulatorPath}/${loginPaths[id]}`
  const key = await signingKey()
  const withdrawn = new Set<string>()
  const still = () => people.filter((one) => !withdrawn.has(one.id))
  const provider = new Provider(simulatedIssuer(config, id), {
    adapter: forgetfulAdapter(),
    clients: [
      {
        client_id: simulatedClient.id,
        client_secret: simulatedClient.secret,
        redirect_uris: [`${config.url}/dang-nhap/${loginPaths[id]}/tro-lai`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [key] },
    routes: simulatedPaths[id],
    cookies: {
      keys: [randomBytes(24).toString('base64url')],
      names: { session: `mo-phong-${id}`, interaction: `mo-phong-${id}-hoi`, resume: `mo-phong-${id}-tiep` },
    },
    claims: { openid: ['sub', ...claimsOf(people)] },
    acrValues: id === 'national-portal' ? ['LoA1'] : [],
    // Clients of the national portal that were seen send no proof of the code, so it is not asked for there.
    pkce: { required: () => id !== 'national-portal' },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `${prefix}/chon/${uid}` },
    ttl: { Session: 3600, Interaction: 900, Grant: 3600, AuthorizationCode: 60, AccessToken: 300, IdToken: 300 },
    findAccount: (_context: unknown, sub: string) => {
      const person = still().find((one) => one.id === sub)
      return person && { accountId: sub, claims: () => ({ sub, ...person.claims }) }
    },
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  provider.proxy = config.trustProxy
  const protocol = provider.callback()
  const choose = chooser({ provider, prefix, people: still, id })
  const withdraw = withdrawal({ config, id, key, prefix, people: still, withdrawn })

  return {
    prefix,
    handle: async (request, response) => {
      const path = (request.url ?? '').slice(prefix.length)
      if (path.startsWith('/chon/')) return choose(request, response)
      if (path === '/dang-ky' && id === 'national-portal') return registration(config, response)
      // Only the province's own sign-in issues and withdraws accounts.
      if (path === '/thu-hoi' && id === 'staff') return withdraw(request, response)
      // The protocol lives below the prefix and is told so, as a mounted application is.
      Object.assign(request, { originalUrl: request.url, url: path || '/' })
      await protocol(request, response)
    },
  }
}

/** A new key at every start: what the last twin signed is worth nothing to this one. */
async function signingKey() {
  const { privateKey } = await crypto.subtle.generateKey(
    { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
    true,
    ['sign', 'verify'],
  )
  const key = await crypto.subtle.exportKey('jwk', privateKey)
  const { key_ops: _operations, ext: _exportable, ...plain } = key
  return { ...plain, use: 'sig', alg: 'RS256', kid: randomBytes(8).toString('hex') }
}
