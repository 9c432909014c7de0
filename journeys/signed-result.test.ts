import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { validatePdf } from '../src/signatures/index.ts'
import { monday, openTestHouse, reacher, type Reacher, type TestHouse } from './reach.ts'
import { saysNo } from './refusal.ts'
import { type Walked, walk } from './walk.ts'

let house: TestHouse
let at: Reacher
let walked: Walked
let roots: string
const folder = mkdtempSync(join(tmpdir(), 'motcua-signed-'))
const pdf = join(folder, 'ket-qua.pdf')
const root = join(folder, 'root.pem')

before(async () => {
  house = await openTestHouse()
  at = reacher(house.base)
  walked = await walk(house.base, '1.001193', 'online')
  roots = await at.api.expect(200, null, 'GET', '/verify/roots')
  writeFileSync(pdf, walked.bytes)
  writeFileSync(root, roots)
})
after(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

/** The name of a tool that is not on this machine, as the reason for a skip. */
function without(tool: string): string | false {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' })
    return false
  } catch {
    return `${tool} is not installed`
  }
}

const run = (tool: string, ...args: string[]) =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
const rootBytes = () => [new X509Certificate(roots).raw]

test('the result carries the person’s signature and then the organisation’s, and both are valid [S0-8.2c] [S3B-3.5] [S3B-3.9]', async () => {
  const { verdict, signatures } = await validatePdf(walked.bytes, {
    roots: rootBytes(),
    at: new Date(Date.parse(monday) + 3_600_000),
  })
  assert.equal(verdict, 'valid')
  assert.deepEqual(
    signatures.map(({ subject, organisation, as, verdict: each }) => [subject, organisation, as, each]),
    [
      ['Nguyễn Hữu Phước', 'Ủy ban nhân dân xã An Bình', 'person', 'valid'],
      ['Ủy ban nhân dân xã An Bình', 'Ủy ban nhân dân xã An Bình', 'organisation', 'valid'],
    ],
  )
})

test('one byte changed anywhere in the signed pages makes it invalid [S3B-3.10] [S3B-4.2]', async () => {
  for (const place of [100, Math.floor(walked.bytes.length / 10), Math.floor(walked.bytes.length / 4)]) {
    const changed = Buffer.from(walked.bytes)
    changed[place]! ^= 1
    const { verdict } = await validatePdf(changed, { roots: rootBytes() })
    assert.notEqual(verdict, 'valid', `at ${place}`)
  }
})

test('pdfsig finds two valid signatures that cover the whole document [S3B-4.1]', { skip: without('pdfsig') }, () => {
  const said = run('pdfsig', '-nocert', pdf)
  assert.equal(said.match(/Signature Validation: Signature is Valid\./g)?.length, 2, said)
  assert.equal(said.match(/Signature Type: ETSI\.CAdES\.detached/g)?.length, 2)
  assert.match(said, /Total document signed/)
})

test('openssl accepts both as CAdES up to the root that is published', { skip: without('openssl') }, () => {
  const ranges = [...walked.bytes.toString('latin1').matchAll(/\/ByteRange \[ ?0 (\d+) (\d+) (\d+)/g)]
  assert.equal(ranges.length, 2)
  for (const [, end, start, length] of ranges.map((found) => found.map(Number)) as [number, number, number, number][]) {
    const value = Buffer.from(walked.bytes.toString('latin1', end + 1, start - 1), 'hex')
    const [cms, content] = [join(folder, 'signature.der'), join(folder, 'content')]
    writeFileSync(cms, value.subarray(0, 4 + value.readUInt16BE(2)))
    writeFileSync(content, Buffer.concat([walked.bytes.subarray(0, end), walked.bytes.subarray(start, start + length)]))
    const when = String(Date.parse(monday) / 1000 + 3600)
    const options = ['-inform', 'der', '-in', cms, '-binary', '-content', content, '-CAfile', root, '-attime', when]
    run('openssl', 'cms', '-verify', '-cades', ...options, '-purpose', 'any', '-out', join(folder, 'out'))
  }
})

test('qpdf finds nothing amiss in it', { skip: without('qpdf') }, () => {
  assert.match(run('qpdf', '--check', pdf), /No syntax or stream encoding errors/)
})

test(
  'number, day and identifier are printed on it, and whoever types the identifier is told the same [S3B-11.3b]',
  { skip: without('pdftotext') },
  async () => {
    const words = run('pdftotext', '-layout', pdf, '-').normalize('NFC').replaceAll(/\s+/g, ' ')
    const identifier = /\b[2-9A-Z]{5}-[2-9A-Z]{5}\b/.exec(words)?.[0]
    assert.ok(identifier, words)
    const said = await at.api.expect(200, null, 'GET', `/verify/${identifier.toLowerCase()}`)
    assert.deepEqual(
      { ...said, title: undefined },
      {
        genuine: true,
        inForce: true,
        issuer: 'Ủy ban nhân dân xã An Bình',
        number: '01/2026',
        date: '2026-03-02',
        title: undefined,
      },
    )
    assert.match(words, /01\/2026/)
    assert.match(words, /ngày 0?2 tháng 0?3 năm 2026/i)
  },
)

test('before the organisation has signed nothing is released: no number, no result, nothing to verify [S0-8.1d1]', async () => {
  const { id } = await at.dossierIn('signed-by-person')
  const { items } = await at.api.expect(200, 'congdan', 'GET', `/dossiers/${id}/documents`)
  assert.ok(items.every(({ kind }: { kind: string }) => kind !== 'result' && kind !== 'result-draft'))
  const { identifier, number } = await house.house.db
    .selectFrom('dossiers.result')
    .select(['identifier', 'number'])
    .where('dossier', '=', id)
    .executeTakeFirstOrThrow()
  assert.equal(number, null)
  saysNo(
    await at.api.call(null, 'GET', `/verify/${identifier}`),
    { status: 404, refusal: 'not-found' },
    'not yet issued',
  )
  const { version } = await at.api.expect(200, 'vanthu', 'GET', `/dossiers/${id}`)
  const early = await at.api.call('vanthu', 'POST', `/dossiers/${id}/acts/hand-to-counter`, { version })
  saysNo(early, { status: 409, refusal: 'wrong-state' }, 'handed over unsigned')
})

test('a document of the agency gets the next number, without gaps, also after a signature that failed', async () => {
  const { id } = await at.dossierIn('signed-by-person')
  const wrong = await at.tryAct('vanthu', id, 'sign-result', (example) => ({ ...example, pin: '000000' }))
  saysNo(wrong, { status: 409, refusal: 'pin-wrong', at: 'pin' }, 'a wrong PIN')
  await at.act('vanthu', id, 'sign-result')
  const { number } = await house.house.db
    .selectFrom('dossiers.result')
    .select('number')
    .where('dossier', '=', id)
    .executeTakeFirstOrThrow()
  assert.equal(number, '02/2026')
})
