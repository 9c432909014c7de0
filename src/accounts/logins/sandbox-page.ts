import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Provider } from 'oidc-provider'
import type { Config } from '../../ground/config.ts'
import type { LoginId } from './login.ts'
import type { SimulatedPerson } from './sandbox.ts'

type Twin = { provider: Provider; prefix: string; people: () => readonly SimulatedPerson[]; id: LoginId }

export const titles: Record<LoginId, string> = {
  'national-portal': 'Cổng Dịch vụ công quốc gia (mô phỏng)',
  vneid: 'VNeID (mô phỏng)',
  staff: 'Đăng nhập tập trung của tỉnh (mô phỏng)',
}

/** Where a twin asks who signs in: a list to choose from instead of a password, and a way to say no. */
export function chooser({ provider, prefix, people, id }: Twin) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let asked
    try {
      asked = await provider.interactionDetails(request, response)
    } catch {
      return send(response, 400, page(titles[id], '<p>Lần đăng nhập này đã hết hạn. Hãy quay lại và bắt đầu lại.</p>'))
    }
    if (request.method !== 'POST')
      return send(response, 200, page(titles[id], form(`${prefix}/chon/${asked.uid}`, people())))
    const chosen = (await fieldsOf(request)).get('nguoi')
    const person = people().find((one) => one.id === chosen)
    // The protocol finds its way back by the cookie of this question.
    await provider.interactionFinished(
      request,
      response,
      person
        ? { login: { accountId: person.id, acr: 'LoA1', amr: ['pwd'] } }
        : { error: 'access_denied', error_description: 'said no' },
    )
  }
}

/** Where somebody registers at the national portal; who is new there is among those to choose from when signing in. */
export function registration({ url }: Config, response: ServerResponse): void {
  const body = `<p>Trang này thay cho trang đăng ký của Cổng Dịch vụ công quốc gia khi tập huấn.</p>
<p><a href="${escaped(url)}/dang-nhap/dvcqg">Đã đăng ký xong: đăng nhập vào cổng của tỉnh</a></p>`
  send(response, 200, page('Đăng ký tài khoản – Cổng Dịch vụ công quốc gia (mô phỏng)', body))
}

function form(action: string, people: readonly SimulatedPerson[]): string {
  const buttons = people.map(
    ({ id, label }) => `<li><button name="nguoi" value="${escaped(id)}">${escaped(label)}</button></li>`,
  )
  return `<p>Trang này thay cho hệ thống thật khi tập huấn. Chọn người để đăng nhập; không cần mật khẩu.</p>
<form method="post" action="${escaped(action)}"><ul>${buttons.join('')}</ul>
<p><button name="nguoi" value="">Không đồng ý đăng nhập</button></p></form>`
}

export function page(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>
body{font:1.125rem/1.6 system-ui,sans-serif;margin:0 auto;padding:1.5rem;max-width:36rem;color:#1b1b1b;background:#fff}
h1{font-size:1.5rem;line-height:1.3}ul{list-style:none;padding:0}li{margin:.5rem 0}
button{font:inherit;width:100%;min-height:3rem;padding:.5rem 1rem;text-align:left;border:2px solid #595959;border-radius:.375rem;background:#fff;color:inherit;cursor:pointer}
button:hover,button:focus-visible{outline:3px solid #1b4fa0;outline-offset:2px}
</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`
}

export function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  })
  response.end(html)
}

/** A choice is one short field; whoever sends more is cut off. */
export async function fieldsOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const piece of request) {
    text += String(piece)
    if (text.length > 2000) break
  }
  return new URLSearchParams(text)
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
