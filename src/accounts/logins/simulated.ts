import type { Config } from '../../ground/config.ts'
import { type Login, type LoginId, loginPaths, nationalClaims } from './login.ts'

/** The training twins stand below this address of the house itself, so that a demo needs no other port. */
export const simulatorPath = '/mo-phong'

/** The paths of each: WSO2's for the national portal, Keycloak's for VNeID and for the staff of the province. */
export const simulatedPaths = {
  'national-portal': {
    authorization: '/oauth2/authorize',
    token: '/oauth2/token',
    userinfo: '/oauth2/userinfo',
    jwks: '/oauth2/jwks',
  },
  vneid: keycloak('citizen', '/auth'),
  staff: keycloak('can-bo', '/realms/can-bo/protocol/openid-connect/auth'),
} as const satisfies Record<LoginId, Record<string, string>>

/** The client by which the house is known at its twins; it opens nothing else. */
export const simulatedClient = { id: 'motcua-tinh-hoa-giang', secret: 'chi-de-huan-luyen-khong-dung-that' }

/** Where a twin stands, as a browser sees it: what its answers name as their issuer. */
export function simulatedIssuer({ url }: Config, id: LoginId): string {
  return `${url}${simulatorPath}/${loginPaths[id]}`
}

/** The browser goes by the address of the house; the house itself asks its own port, wherever a proxy may stand. */
export function simulatedLogins(config: Config): Login[] {
  const own = `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${config.port}${simulatorPath}`
  return (['national-portal', 'vneid', 'staff'] as const).map((id) => {
    const paths = simulatedPaths[id]
    const issuer = simulatedIssuer(config, id)
    const inside = `${own}/${loginPaths[id]}`
    return {
      id,
      issuer,
      authorize: `${issuer}${paths.authorization}`,
      token: `${inside}${paths.token}`,
      userinfo: `${inside}${paths.userinfo}`,
      jwks: `${inside}${paths.jwks}`,
      clientId: simulatedClient.id,
      clientSecret: simulatedClient.secret,
      scope: 'openid',
      acr: id === 'national-portal' ? 'LoA1' : undefined,
      pkce: id !== 'national-portal',
      algorithms: ['RS256'],
      claims: nationalClaims,
      ...(id === 'national-portal' ? { register: `${issuer}/dang-ky` } : {}),
      simulated: true,
    }
  })
}

function keycloak(realm: string, authorization: string) {
  const base = `/realms/${realm}/protocol/openid-connect`
  return { authorization, token: `${base}/token`, userinfo: `${base}/userinfo`, jwks: `${base}/certs` }
}
