import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createAuthority, generateKey, issueCertificate, issueStampCertificate } from './authority.ts'
import { toPem } from './pem.ts'
import { readStamp, stampFromResponse, stampRequest, stampTime } from './time-stamp.ts'

const now = new Date('2026-03-02T02:00:00Z')
const to = new Date('2036-03-02T02:00:00Z')
const words = Buffer.from('ngày 2 tháng 3')
const withoutOpenssl = spawnSync('openssl', ['version']).error ? 'openssl is not installed' : false

let folder: string
let root: Uint8Array
let stamper: { certificate: Uint8Array; root: Uint8Array; privateKey: Uint8Array }
let signer: typeof stamper
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stamp-'))
  const authority = await createAuthority({ name: 'Gốc', now })
  const [key, other] = [await generateKey(), await generateKey()]
  root = authority.certificate
  const asked = { authority, subject: { commonName: 'Dấu thời gian', country: 'VN' as const }, from: now, to }
  stamper = {
    certificate: issueStampCertificate({ ...asked, publicKey: key.publicKey }),
    root,
    privateKey: key.privateKey,
  }
  signer = {
    certificate: issueCertificate({ ...asked, publicKey: other.publicKey, kind: 'person' }),
    root,
    privateKey: other.privateKey,
  }
})
after(() => rmSync(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
function openssl(...words: string[]) {
  const { status, stdout, stderr } = spawnSync('openssl', words, { encoding: 'utf8' })
  return { ok: status === 0, said: stdout + stderr }
}

test(
  'a stamp names its instant, and OpenSSL accepts it over these bytes and no others',
  { skip: withoutOpenssl },
  async () => {
    const token = await stampTime(stamper, words, new Date('2026-03-02T17:05:09Z'))
    assert.deepEqual(readStamp(token, words, [root]), { at: new Date('2026-03-02T17:05:09Z') })
    writeFileSync(at('token.tsr'), token)
    writeFileSync(at('root.pem'), toPem(root))
    writeFileSync(at('words'), words)
    writeFileSync(at('others'), 'ngày 3 tháng 3')
    const verify = (data: string) =>
      openssl('ts', '-verify', '-data', at(data), '-in', at('token.tsr'), '-token_in', '-CAfile', at('root.pem'))
    const genuine = verify('words')
    assert.ok(genuine.ok, genuine.said)
    assert.match(verify('others').said, /message imprint mismatch/)
  },
)

test('a stamp over other bytes, altered, under another root or by a key not meant for stamping is told apart', async () => {
  const token = Buffer.from(await stampTime(stamper, words, now))
  assert.equal(readStamp(token, Buffer.from('khác'), [root]).wrong, 'other-bytes')
  const elsewhere = await createAuthority({ name: 'Gốc khác', now })
  assert.equal(readStamp(token, words, [elsewhere.certificate]).wrong, 'stamp-not-trusted')
  assert.equal(readStamp(await stampTime(signer, words, now), words, [root]).wrong, 'stamp-not-trusted')
  const moved = Buffer.from(token)
  const year = moved.indexOf('20260302020000Z')
  moved.write('2025', year, 'latin1')
  assert.equal(readStamp(moved, words, [root]).wrong, 'stamp-signature-wrong')
})

test(
  'the question that is sent to an authority elsewhere is understood, and its answer read',
  { skip: withoutOpenssl },
  async () => {
    const pem = (label: string, der: Uint8Array) =>
      `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`
    writeFileSync(at('tsa.pem'), toPem(stamper.certificate))
    writeFileSync(at('tsa.key'), pem('PRIVATE KEY', stamper.privateKey).replaceAll(/(.{64})/g, '$1\n'))
    writeFileSync(at('serial'), '01\n')
    writeFileSync(at('query.tsq'), stampRequest(words))
    writeFileSync(
      at('tsa.conf'),
      `[tsa]\ndefault_tsa=one\n[one]\nserial=${at('serial')}\nsigner_cert=${at('tsa.pem')}\nsigner_key=${at('tsa.key')}\ndefault_policy=1.2.3.4.1\nsigner_digest=sha256\ndigests=sha256\ness_cert_id_alg=sha256\n`,
    )
    const made = openssl(
      'ts',
      '-reply',
      '-config',
      at('tsa.conf'),
      '-queryfile',
      at('query.tsq'),
      '-out',
      at('answer.tsr'),
    )
    assert.ok(made.ok, made.said)
    const token = stampFromResponse(readFileSync(at('answer.tsr')))
    assert.equal(readStamp(token, words, [root]).wrong, undefined)
  },
)
