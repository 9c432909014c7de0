import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readCertificate } from './certificate.ts'
import { authority, leader, now, office, signerFor, without } from './example.ts'
import { softSigner } from './signer.ts'

test('a certificate says whose it is, for how long, and for what', () => {
  const facts = readCertificate(leader.certificate)
  assert.equal(facts.commonName, 'Nguyễn Thị Hồng Ngọc')
  assert.equal(facts.organisation, 'Ủy ban nhân dân xã Phú Vang')
  assert.equal(facts.issuer, 'Gốc chứng thực thử nghiệm')
  assert.equal(facts.kind, 'person')
  assert.equal(readCertificate(office.certificate).kind, 'organisation')
  assert.deepEqual([facts.from, facts.authority, facts.key], [now, false, { type: 'rsa', bits: 2048 }])
  assert.deepEqual(facts.usage, { digitalSignature: true, nonRepudiation: true, certificateSign: false })
})

test('the authority may issue and nothing else; its numbers are long, positive and never the same', () => {
  const facts = readCertificate(authority.certificate)
  assert.equal(facts.authority, true)
  assert.deepEqual(facts.usage, { digitalSignature: false, nonRepudiation: false, certificateSign: true })
  assert.match(readCertificate(leader.certificate).serial, /^[4-7][0-9A-F]{31}$/)
  assert.notEqual(readCertificate(leader.certificate).serial, readCertificate(office.certificate).serial)
  assert.equal(new X509Certificate(leader.certificate).checkIssued(new X509Certificate(authority.certificate)), true)
})

test('dates after 2049 are written as later dates must be', async () => {
  const to = new Date('2051-01-01T00:00:00Z')
  const { certificate } = await signerFor('Người dùng dài hạn', 'person', { to })
  assert.deepEqual(readCertificate(certificate).to, to)
  assert.deepEqual(new X509Certificate(certificate).validToDate, to)
})

test('a key that is not the certificate’s does not sign', () => {
  assert.throws(() => softSigner(leader.privateKey, office.certificate), TypeError)
})

test('openssl accepts the chain under its strict rules', { skip: without('openssl') }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'signatures-'))
  const pem = (name: string, der: Uint8Array) => {
    writeFileSync(join(folder, name), new X509Certificate(der).toString())
    return join(folder, name)
  }
  const [root, leaf] = [pem('root.pem', authority.certificate), pem('leaf.pem', leader.certificate)]
  const at = String(now.getTime() / 1000 + 60)
  const said = execFileSync('openssl', ['verify', '-x509_strict', '-attime', at, '-CAfile', root, leaf], {
    encoding: 'utf8',
  })
  assert.match(said, /: OK/)
})
