import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { PDFDocument } from '@cantoo/pdf-lib'
import { issueCertificate } from './authority.ts'
import { authority, byLeader, byOffice, later, leader, now, paper, roots, signedTwice, without } from './example.ts'
import { signPdf } from './pades.ts'
import { softSigner } from './signer.ts'
import { validatePdf } from './validate.ts'

const folder = mkdtempSync(join(tmpdir(), 'signatures-'))
const keep = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
const run = (tool: string, ...args: string[]) =>
  execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const original = paper()
const { first, second } = await signedTwice(original)
const file = keep('signed.pdf', second)

test('each signature is added behind what stood before, bit for bit', () => {
  assert.deepEqual(first.subarray(0, original.length), Buffer.from(original))
  assert.deepEqual(second.subarray(0, first.length), first)
})

test('a signature with its seal takes less than 80 kB', () => {
  assert.ok(first.length - original.length < 80_000)
  assert.ok(second.length - first.length < 80_000)
})

test('the number enters the blank after the leader signed, and both signatures hold and say whose they are [S3B-3.5, S3B-3.9, S3B-11.3b]', async () => {
  const unit = 'Ủy ban nhân dân xã Phú Vang'
  const { verdict, signatures } = await validatePdf(second, { roots, at: later(60) })
  assert.equal(verdict, 'valid')
  assert.deepEqual(
    signatures.map(({ field, subject, organisation, as, at }) => [field, subject, organisation, as, at]),
    [
      ['nguoi-ky', 'Nguyễn Thị Hồng Ngọc', unit, 'person', later(10)],
      ['co-quan', unit, unit, 'organisation', later(20)],
    ],
  )
})

test('a PDF of another make, with its objects packed, can be signed too', async () => {
  const packed = await (await PDFDocument.load(paper('1.7'))).save({ useObjectStreams: true })
  const twice = await signedTwice(packed)
  assert.equal((await validatePdf(twice.second, { roots })).verdict, 'valid')
  if (!without('qpdf'))
    assert.match(run('qpdf', '--check', keep('packed.pdf', twice.second)), /No syntax or stream encoding errors/)
})

test('a signature need not be seen', async () => {
  const unseen = await signPdf(original, { signer: leader, field: 'an', name: leader.name, at: later(5) })
  assert.equal((await validatePdf(unseen, { roots })).verdict, 'valid')
})

test('a key on an elliptic curve signs as well', async () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' })
  const subject = { commonName: 'Lê Văn Ý', country: 'VN' } as const
  const certificate = issueCertificate({ authority, subject, publicKey, kind: 'person', from: now, to: later(1000) })
  const signer = softSigner(pair.privateKey.export({ type: 'pkcs8', format: 'der' }), certificate, roots)
  const signed = await signPdf(original, { signer, field: 'a', name: 'Lê Văn Ý', at: later(5) })
  assert.equal((await validatePdf(signed, { roots })).verdict, 'valid')
})

test('what cannot be signed is a fault: a name taken, a page or a blank that is not there, no PDF at all', async () => {
  await assert.rejects(signPdf(first, { ...byOffice, field: 'nguoi-ky' }), /taken/)
  await assert.rejects(signPdf(original, { ...byLeader, seal: { ...byLeader.seal!, page: 3 } }), /no page 3/)
  await assert.rejects(signPdf(original, byOffice), /blank so is not open/)
  await assert.rejects(signPdf(second, { ...byOffice, field: 'khac' }), /blank so is not open/)
  await assert.rejects(signPdf(first, { ...byOffice, blanks: byLeader.blanks }), /before the first signature/)
  await assert.rejects(signPdf(Buffer.from('không phải PDF'), byLeader), SyntaxError)
})

test('the signatures are inside the file, and pdfsig finds both valid [S3B-4.1]', { skip: without('pdfsig') }, () => {
  const said = run('pdfsig', '-nocert', file)
  assert.equal(said.match(/Signature Validation: Signature is Valid\./g)?.length, 2)
  assert.equal(said.match(/Signature Type: ETSI\.CAdES\.detached/g)?.length, 2)
  assert.match(said, /Total document signed/)
})

test('openssl accepts both as CAdES up to the root', { skip: without('openssl') }, () => {
  const root = keep('root.pem', new X509Certificate(authority.certificate).toString())
  const ranges = [...second.toString('latin1').matchAll(/\/ByteRange \[ 0 (\d+) (\d+) (\d+)/g)]
  assert.equal(ranges.length, 2)
  for (const [, end, start, length] of ranges.map((found) => found.map(Number)) as [number, number, number, number][]) {
    const value = Buffer.from(second.toString('latin1', end + 1, start - 1), 'hex')
    const cms = keep('signature.der', value.subarray(0, 4 + value.readUInt16BE(2)))
    const content = keep('content', Buffer.concat([second.subarray(0, end), second.subarray(start, start + length)]))
    const at = String(later(60).getTime() / 1000)
    const options = ['-inform', 'der', '-in', cms, '-binary', '-content', content, '-CAfile', root, '-attime', at]
    run('openssl', 'cms', '-verify', '-cades', ...options, '-purpose', 'any', '-out', join(folder, 'out'))
  }
})

test('qpdf finds nothing amiss', { skip: without('qpdf') }, () => {
  assert.match(run('qpdf', '--check', file), /No syntax or stream encoding errors/)
})

test('the seals and the number can be read, with every diacritic', { skip: without('pdftotext') }, () => {
  const words = run('pdftotext', '-l', '1', file, '-').normalize('NFC').replace(/\s+/g, ' ')
  const times = [...words.matchAll(/Thời gian ký: (\S+)/g)].map(([, time]) => time).toSorted()
  assert.deepEqual(times, ['2026-03-02T09:10:00+07:00', '2026-03-02T09:20:00+07:00'])
  assert.equal(words.split('Nguyễn Thị Hồng Ngọc').length, 3) // once in the text, once in the seal
  assert.match(words, /Ủy ban nhân dân xã Phú Vang/)
  assert.match(words, /Số: 12\/GXN-UBND/)
})
