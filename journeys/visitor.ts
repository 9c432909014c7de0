export type Seen = { status: number; html: string; headers: Headers; location: string }

/** Somebody with a browser that keeps cookies and fills in forms, without drawing them: fast enough for thousands of visits. */
export function visitor(base: string) {
  const cookies = new Map<string, string>()

  async function send(method: string, path: string, init: RequestInit = {}): Promise<Seen> {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const answer = await fetch(`${base}${path}`, { redirect: 'manual', ...init, method, headers })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /expires=thu, 01 jan 1970/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await answer.text()
    return {
      status: answer.status,
      html: text,
      headers: answer.headers,
      location: answer.headers.get('location') ?? '',
    }
  }

  const get = (path: string, headers: Record<string, string> = {}) => send('GET', path, { headers })

  /** Sends a form as it is given; no token is added. */
  const postBare = (path: string, fields: Iterable<[string, string]>, headers: Record<string, string> = {}) =>
    send('POST', path, { body: new URLSearchParams([...fields]), headers })

  /** Opens the page, takes the hidden fields of its form, and sends them with these. */
  async function post(path: string, fields: Record<string, string> = {}): Promise<Seen> {
    const hidden = formOn((await get(path)).html)
    return postBare(path, Object.entries({ ...hidden, ...fields }))
  }

  async function signIn(username: string, password = 'Demo@12345'): Promise<Seen> {
    return post('/dang-nhap', { username, password })
  }

  return { cookies, send, get, post, postBare, signIn }
}

export type Visitor = ReturnType<typeof visitor>

/** What the form on a page would send as it stands: every named control of its main part with its value. */
export function formOn(html: string): Record<string, string> {
  const main = html.slice(Math.max(0, html.indexOf('<main')))
  const fields: Record<string, string> = {}
  for (const [, tag, attributes = ''] of main.matchAll(/<(input|select|textarea)\b([^>]*)>/g)) {
    const name = attributeOf(attributes, 'name')
    const type = attributeOf(attributes, 'type')
    if (!name || type === 'file') continue
    const isChoice = type === 'radio' || type === 'checkbox'
    if (isChoice && !/\schecked\b/.test(attributes) && name in fields) continue
    fields[name] = tag === 'input' ? (attributeOf(attributes, 'value') ?? '') : (fields[name] ?? '')
  }
  return fields
}

export const tokenOn = (html: string): string => /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1]
  return found?.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<')
}
