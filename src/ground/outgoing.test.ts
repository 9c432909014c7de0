import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, before, test } from 'node:test'
import { askOutside, guardedLookup, isPublic } from './outgoing.ts'

/** A server inside, as an attacker would like us to ask it; what it was asked is kept. */
const asked: string[] = []
const server: Server = createServer((request, answer) => {
  asked.push(`${request.method} ${request.url}`)
  if (request.url === '/on') return void answer.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end()
  if (request.url === '/long') return void answer.end(Buffer.alloc(1024 * 1024 + 1))
  answer.setHeader('content-type', 'text/plain')
  answer.end('kho bên trong')
})
let port: number
before(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  port = (server.address() as { port: number }).port
})
after(() => server.close())

/** A name server in the pay of somebody else: every name leads where it says. */
const leadsTo =
  (...addresses: string[]) =>
  (_host: string, _options: unknown, done: (fault: null, found: { address: string; family: number }[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

test('addresses of this machine, of private networks and their disguises are not in the world', () => {
  const within =
    '127.0.0.1 127.9.9.9 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 0.0.0.0 100.64.0.1 224.0.0.1 255.255.255.255 ::1 :: fe80::1 fe80::1%eth0 fd12::1 ::ffff:127.0.0.1 ::ffff:169.254.169.254 ::7f00:1 64:ff9b::7f00:1 2002:7f00:1:: ff02::1'
  for (const address of within.split(' ')) assert.equal(isPublic(address), false, address)
  for (const address of '8.8.8.8 203.162.4.1 172.32.0.1 2400:cb00::1 2001:ee0::1'.split(' '))
    assert.equal(isPublic(address), true, address)
})

test('a name that leads inside is refused unless a setting says it lies there; one bad address among good ones is enough', async () => {
  const found = (host: string, names: string[], ...addresses: string[]) =>
    new Promise<string>((told) =>
      guardedLookup(names, leadsTo(...addresses))(host, {}, (fault, address) =>
        told(fault ? fault.name : String(address)),
      ),
    )
  assert.equal(await found('mail.example.vn', [], '10.0.0.5'), 'LeadsInside')
  assert.equal(await found('mail.example.vn', ['mail.example.vn'], '10.0.0.5'), '10.0.0.5')
  assert.equal(await found('MAIL.example.vn', ['mail.example.vn'], '10.0.0.5'), '10.0.0.5')
  assert.equal(await found('other.example.vn', ['mail.example.vn'], '10.0.0.5'), 'LeadsInside')
  assert.equal(await found('mail.example.vn', [], '8.8.8.8', '169.254.169.254'), 'LeadsInside')
  assert.equal(await found('mail.example.vn', [], '8.8.8.8'), '8.8.8.8')
})

test('only a host that a setting names is asked, it is asked where it was looked up, and where it sends us on to is not', async () => {
  const here = `127.0.0.1:${port}`
  const named = `tsa.example.vn:${port}`
  const bad = leadsTo('127.0.0.1')
  const ask = (address: string, only: string, names: string[] = []) =>
    askOutside(`http://${address}`, {}, { only: [only], names, resolve: bad })
  assert.equal(await (await ask(`${here}/open`, here)).text(), 'kho bên trong', 'a bare address of the setting itself')
  assert.equal(await (await ask(`${named}/open`, named, ['tsa.example.vn'])).text(), 'kho bên trong')
  const before = asked.length
  await assert.rejects(ask(`${named}/open`, named), ({ cause }: Error) => (cause as Error).name === 'LeadsInside')
  await assert.rejects(ask(`${here}/open`, 'tsa.example.vn'), /no setting names/)
  assert.equal(asked.length, before, 'nothing was asked')
  await assert.rejects(ask(`${here}/on`, here), /not followed/)
  assert.deepEqual(asked.slice(before), ['GET /on'])
  await assert.rejects(ask(`${here}/long`, here), ({ cause }: Error) => /1 MiB/.test((cause as Error).message))
})
