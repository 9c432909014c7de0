import assert from 'node:assert/strict'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { openTestHouse, reacher, type Reached, type Reacher, type TestHouse, withClient } from '../../journeys/reach.ts'
import { sendEmail } from './channels/email.ts'
import { messagesOf, notifyAll, type Template } from './index.ts'

type Mail = { to: string; subject: string; text: string; id: string }

let house: TestHouse
let at: Reacher
let port: number
let office: SMTPServer | undefined
let dossier: Reached
const received: Mail[] = []
const unwanted = new Set<string>()

before(async () => {
  port = await freePort()
  house = await openTestHouse({ worker: true, env: { SMTP_URL: `smtp://127.0.0.1:${port}?ignoreTLS=true` } })
  at = reacher(house.base)
})
after(async () => {
  await house.close()
  await new Promise<void>((closed) => (office ? office.close(closed) : closed()))
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  const { port: free } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return free
}

/** A mail server that keeps what it gets, and refuses whom it is told to, naming them as real ones do. */
async function openOffice(): Promise<void> {
  office = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, answer) => {
      const no = unwanted.has(address)
      answer(no ? Object.assign(new Error(`<${address}>: recipient unknown`), { responseCode: 550 }) : undefined)
    },
    onData: (stream, session, answer) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push(
          readMail(
            Buffer.concat(parts).toString('utf8'),
            session.envelope.rcptTo.map(({ address }) => address).join(','),
          ),
        )
        answer()
      })
    },
  })
  await new Promise<void>((open) => office!.listen(port, '127.0.0.1', open))
}

function readMail(raw: string, to: string): Mail {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const header = (name: string) => new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(head)?.[1] ?? ''
  const words = header('Subject').replaceAll(/\?=\s+=\?/g, '?==?')
  const subject = words.replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, way: string, text: string) =>
    way.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('latin1') : quoted(text.replaceAll('_', ' ')),
  )
  const body = rest.join('\r\n\r\n')
  const text =
    header('Content-Transfer-Encoding') === 'base64'
      ? Buffer.from(body, 'base64').toString('latin1')
      : quoted(body.replaceAll('=\r\n', ''))
  const utf8 = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8').normalize('NFC')
  return { to, subject: utf8(subject), text: utf8(text), id: header('Message-ID') }
}

function quoted(text: string): string {
  return text.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
}

/** Asks again until it is so. */
async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  for (let left = 400; left > 0; left -= 1) {
    const answer = await ask()
    if (answer) return answer
    await pause(50)
  }
  throw new Error(`it never came to it: ${what}`)
}

async function deliveryOf(template: string) {
  return house.house.db
    .selectFrom('notifications.delivery as d')
    .innerJoin('notifications.message as m', 'm.id', 'd.message')
    .select(['d.message', 'd.state', 'd.attempts', 'd.fault'])
    .where('m.dossier', '=', dossier.id)
    .where('m.template', '=', template)
    .executeTakeFirstOrThrow()
}

const asOwner = (statement: string) => withClient(house.ownerUrl, (client) => client.query(statement))
const hurry = () => asOwner('select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), now())')
const mailsOf = (code: string) => received.filter(({ subject }) => subject.includes(code))

test('while the mail server is away the message waits in the portal and in the queue, and nothing is lost [S1-5.4a]', async () => {
  dossier = await at.dossierIn('submitted')
  const delivery = await until('an attempt', async () => {
    const row = await deliveryOf('dossier.submitted')
    return row.attempts > 0 && row
  })
  assert.deepEqual([delivery.state, delivery.attempts], ['waiting', 1])
  assert.match(delivery.fault ?? '', /^E[A-Z]+$/)
  const { items } = await at.api.expect(200, 'congdan', 'GET', '/messages')
  assert.equal(items[0].subject, `Đã nhận hồ sơ ${dossier.reference}`)

  await openOffice()
  await hurry()
  const [mail] = await until(
    'the letter',
    async () => mailsOf(dossier.reference).length > 0 && mailsOf(dossier.reference),
  )
  assert.equal(mail!.to, 'thuy.duong@example.vn')
  assert.equal(mail!.subject, `Đã nhận hồ sơ ${dossier.reference}`)
  assert.match(mail!.text, /Hệ thống đã nhận hồ sơ “Đăng ký khai sinh” của bạn/)
  const sent = await until('the delivery', async () => {
    const row = await deliveryOf('dossier.submitted')
    return row.state === 'sent' && row
  })
  assert.deepEqual([sent.attempts, sent.fault, mail!.id], [2, null, `<${sent.message}@motcua>`])
})

test('a mail server that turns somebody away leaves their address neither in the queue nor with the delivery [S0-5a]', async () => {
  unwanted.add('thuy.duong@example.vn')
  dossier = await at.bring(dossier, 'accepted')
  const { fault } = await until('the refusal', async () => {
    const row = await deliveryOf('dossier.accepted')
    return row.attempts > 0 && row
  })
  assert.equal(fault, '550')
  const failed = await until('the queue’s own note', async () => {
    const { rows } = await asOwner(`select last_error as error from graphile_worker.jobs where last_error is not null`)
    return rows.length > 0 && rows
  })
  for (const { error } of failed) assert.ok(!error.includes('thuy.duong'), error)
  unwanted.clear()
  await hurry()
  await until('the letter', async () => mailsOf(dossier.code).length > 0)
})

test('each step the citizen waits for sends one message, in the portal and by e-mail', async () => {
  await at.bring(dossier, 'returned')
  const expected = [
    `Đã nhận hồ sơ ${dossier.reference}`,
    `Hồ sơ ${dossier.code} đã được tiếp nhận`,
    `Đã có kết quả cho hồ sơ ${dossier.code}`,
    `Kết quả hồ sơ ${dossier.code} đã về Bộ phận Một cửa`,
    `Đã trả kết quả hồ sơ ${dossier.code}`,
  ]
  const { items } = await at.api.expect(200, 'congdan', 'GET', '/messages')
  const told = items.filter((message: { dossier: string }) => message.dossier === dossier.id)
  assert.deepEqual(told.map(({ subject }: { subject: string }) => subject).toReversed(), expected)
  assert.match(told.at(-2).body, /Ngày hẹn trả kết quả: .*2026/)
  await until('all letters', async () => received.length >= expected.length)
  await until('an empty queue', async () => (await asOwner('select 1 from graphile_worker.jobs')).rows.length === 0)
  assert.deepEqual(received.map(({ subject }) => subject).toSorted(), expected.toSorted(), 'each once')
})

test('nobody reads another’s messages', async () => {
  const { items } = await at.api.expect(200, 'doanhnghiep', 'GET', '/messages')
  assert.deepEqual(items, [])
})

/** A message as an act leaves it, for the channel alone. */
async function messageFor(username: string, template: Template = 'dossier.issued'): Promise<string> {
  const { db, vault, clock } = house.house
  const { id } = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', username)
    .executeTakeFirstOrThrow()
  const gaps = { procedure: 'Đăng ký khai sinh', reference: 'T', code: 'H99', due: '', intakeDue: '' }
  return db.transaction().execute(async (tx) => {
    const notice = { account: id, dossier: dossier.id, template, gaps }
    const message = (await notifyAll(tx, vault, [notice], clock.now()))[0]!
    // Taken out of the outbox at once, so that the worker leaves it alone.
    await tx
      .updateTable('notifications.delivery')
      .set({ queued_at: clock.now() })
      .where('message', '=', message)
      .execute()
    return message
  })
}

async function stateAfter(smtpUrl: string | undefined, message: string): Promise<string> {
  const { db, vault, clock } = house.house
  await sendEmail(db, vault, { smtpUrl, from: 'motcua@example.vn', url: 'http://localhost' }, message, clock.now())
  const { state } = await db
    .selectFrom('notifications.delivery')
    .select('state')
    .where('message', '=', message)
    .executeTakeFirstOrThrow()
  return state
}

test('a channel that is off and a person without an address are each written down as such', async () => {
  assert.equal(await stateAfter(undefined, await messageFor('congdan')), 'channel-off')
  assert.equal(await stateAfter(`smtp://127.0.0.1:${port}?ignoreTLS=true`, await messageFor('tiepnhan')), 'no-address')
})

test('a job that runs twice sends once', async () => {
  const message = await messageFor('congdan', 'dossier.returned')
  const before = received.length
  for (const _ of [1, 2]) assert.equal(await stateAfter(`smtp://127.0.0.1:${port}?ignoreTLS=true`, message), 'sent')
  assert.equal(received.length, before + 1)
})

test('an act that is undone has told nobody', async () => {
  const { db, vault, clock } = house.house
  const { id } = await db
    .selectFrom('accounts.account')
    .select('id')
    .where('username', '=', 'doanhnghiep')
    .executeTakeFirstOrThrow()
  const undone = db.transaction().execute(async (tx) => {
    const gaps = { procedure: '', reference: '', code: '', due: '', intakeDue: '' }
    await notifyAll(tx, vault, [{ account: id, dossier: dossier.id, template: 'dossier.issued', gaps }], clock.now())
    throw new Error('undone')
  })
  await assert.rejects(undone, /undone/)
  assert.deepEqual(await messagesOf(db, vault, id), [])
})
