import { createPrivateKey, type JsonWebKey, randomUUID, sign } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Config } from '../../ground/config.ts'
import type { LoginId } from './login.ts'
import type { SimulatedPerson } from './sandbox.ts'
import { escaped, fieldsOf, page, send, titles } from './sandbox-page.ts'
import { simulatedClient, simulatedIssuer } from './simulated.ts'

type Key = JsonWebKey & { kid: string }
type Withdrawing = {
  config: Config
  id: LoginId
  key: Key
  prefix: string
  people: () => readonly SimulatedPerson[]
  withdrawn: Set<string>
}

/** Where a trainer withdraws somebody's account at the twin: from then on it signs nobody in as them, and it tells the house at once. */
export function withdrawal({ config, id, key, prefix, people, withdrawn }: Withdrawing) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const title = `${titles[id]} – thu hồi tài khoản`
    if (request.method !== 'POST') return send(response, 200, page(title, form(`${prefix}/thu-hoi`, people())))
    const chosen = (await fieldsOf(request)).get('nguoi') ?? ''
    const person = people().find((one) => one.id === chosen)
    if (!person) return send(response, 404, page(title, '<p>Không có tài khoản này.</p>'))
    withdrawn.add(person.id)
    const told = await tell(config, id, logoutToken(config, id, key, person.id))
    const said = told ? 'Đã thu hồi và báo cho hệ thống.' : 'Đã thu hồi; chưa báo được cho hệ thống.'
    send(response, 200, page(title, `<p>${escaped(person.label)}: ${said}</p>`))
  }
}

/** OpenID Connect Back-Channel Logout 1.0, 2.4: who, that their sign-in has ended, and no nonce. */
export function logoutToken(config: Config, id: LoginId, key: Key, sub: string, bent: object = {}): string {
  const now = Math.floor(Date.now() / 1000)
  const body = {
    iss: simulatedIssuer(config, id),
    aud: simulatedClient.id,
    iat: now,
    exp: now + 120,
    jti: randomUUID(),
    sub,
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    ...bent,
  }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'RS256', typ: 'logout+jwt', kid: key.kid })}.${part(body)}`
  const signature = sign('sha256', Buffer.from(signed), createPrivateKey({ key, format: 'jwk' }))
  return `${signed}.${signature.toString('base64url')}`
}

/** The house is told at its own port, wherever a proxy may stand. */
async function tell({ host, port }: Config, id: LoginId, token: string): Promise<boolean> {
  const own = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/api/v1/logins/${id}/logout`
  const body = new URLSearchParams({ logout_token: token })
  const answer = await fetch(own, { method: 'POST', body, signal: AbortSignal.timeout(10_000) }).catch(() => undefined)
  return answer?.ok ?? false
}

function form(action: string, people: readonly SimulatedPerson[]): string {
  const buttons = people.map(
    ({ id, label }) => `<li><button name="nguoi" value="${escaped(id)}">${escaped(label)}</button></li>`,
  )
  return `<p>Trang này thay cho hệ thống đăng nhập tập trung khi tập huấn. Chọn tài khoản cần thu hồi; mọi phiên kết thúc ngay.</p>
<form method="post" action="${escaped(action)}"><ul>${buttons.join('')}</ul></form>`
}
