import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestHouse, reacher, type Reacher, type TestHouse, withClient } from '../../journeys/reach.ts'

let house: TestHouse
let at: Reacher
before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
})
after(() => house.close())

async function ask(who: string, path: string, body?: Record<string, string>) {
  const answer = await fetch(house.base + path, {
    method: body ? 'POST' : 'GET',
    headers: { cookie: await at.api.cookieOf(who) },
    redirect: 'manual',
    ...(body ? { body: new URLSearchParams(body) } : {}),
  })
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') }
}

/** Sends the contact page back with what is typed. */
async function change(typed: Record<string, string>) {
  const { text } = await ask('congdan', '/tai-khoan/lien-he')
  const main = text.slice(text.indexOf('<main'))
  const hidden = [...main.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return ask('congdan', '/tai-khoan/lien-he', {
    ...Object.fromEntries(hidden.map(([, name, value]) => [name!, value!])),
    ...typed,
  })
}

test('a citizen changes telephone and e-mail; who they are stays, the trace names what changed and the history keeps both values [S1-10.3a]', async () => {
  const before = (await ask('congdan', '/tai-khoan')).text
  const done = await change({ phone: '0912 345 678', email: 'moi@example.vn' })
  assert.equal(done.location, '/tai-khoan?da-luu=1')

  const again = await ask('congdan', '/tai-khoan/lien-he')
  assert.match(again.text, /value="0912 345 678"/)
  assert.match(again.text, /value="moi@example.vn"/)
  const account = (await ask('congdan', '/tai-khoan')).text
  const identity = /046\*+\d+/
  assert.equal(identity.exec(account)?.[0], identity.exec(before)?.[0])
  assert.match(account, /Nguyễn Thị Thùy Dương/)

  const { rows } = await withClient(house.ownerUrl, (client) =>
    client.query("select details from audit.entry where act = 'change-contact'"),
  )
  assert.deepEqual(
    rows.map(({ details }) => details.changed),
    [['phone', 'email']],
  )
  const history = (await ask('congdan', '/tai-khoan/thong-tin')).text
  assert.match(history, /Số điện thoại[\s\S]*\+84905123456[\s\S]*\+84912345678[\s\S]*Đang dùng/)
})

test('a telephone that cannot ring brings the page back with what was typed, and nothing changes', async () => {
  const wrong = await change({ phone: '12345', email: '' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /value="12345"/)
  const { text } = await ask('congdan', '/tai-khoan/lien-he')
  assert.match(text, /value="moi@example.vn"/)
})
