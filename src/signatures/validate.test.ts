import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { PDFDocument, PDFName, PDFRef, type PDFDict } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { createAuthority, issueCertificate } from './authority.ts'
import { Draft } from './draft.ts'
import { authority, byOffice, later, leader, now, paper, roots, signedTwice, signerFor } from './example.ts'
import { catalogOf, pagesOf } from './fields.ts'
import { fourElements } from './law/index.ts'
import { signPdf, type Signing } from './pades.ts'
import type { SignatureReport } from './report.ts'
import { openRevision } from './revision.ts'
import { softSigner } from './signer.ts'
import { validatePdf } from './validate.ts'

const original = paper()
const { first, second } = await signedTwice(original)
const plain = (signing: Partial<Signing> = {}) =>
  signPdf(original, { signer: leader, field: 'a', name: leader.name, at: later(10), ...signing })

const faults = ({ checks }: SignatureReport) =>
  Object.entries(checks).flatMap(([name, { ok, why }]) => (ok ? [] : [`${name}: ${why}`]))
const judge = async (pdf: Uint8Array, trust: Partial<Parameters<typeof validatePdf>[1]> = {}) => {
  const { verdict, signatures } = await validatePdf(pdf, { roots, ...trust })
  return [verdict, ...signatures.map(faults)]
}

/** The document with one more revision that someone else wrote. */
function revised(pdf: Uint8Array, change: (draft: Draft) => void): Buffer {
  const draft = new Draft(openRevision(pdf))
  change(draft)
  return draft.append().bytes
}

test('one changed byte in what was signed is found [S3B-3.10]', async () => {
  const touched = Buffer.from(second)
  touched[original.length - 400]! ^= 1
  const { verdict, signatures } = await validatePdf(touched, { roots })
  assert.equal(verdict, 'invalid')
  for (const signature of signatures) assert.deepEqual(signature.checks.digest, { ok: false, why: 'content-changed' })
})

test('each of the four elements, when it is bad, makes the signature invalid and is named [S3B-12.1]', async () => {
  const touched = Buffer.from(await plain())
  touched[original.length - 400]! ^= 1
  const impostor = await createAuthority({ name: 'Gốc chứng thực thử nghiệm', now })
  const expired = await signerFor('Người hết hạn', 'person', { to: later(5) })
  const cases = {
    signer: [await plain({ signer: softSigner(authority.privateKey, authority.certificate) }), roots],
    certificate: [await plain(), [impostor.certificate]],
    time: [await plain({ signer: expired }), roots],
    integrity: [touched, roots],
  } as const
  for (const [bad, [pdf, trusted]] of Object.entries(cases)) {
    const { signatures } = await validatePdf(pdf, { roots: [...trusted] })
    const { elements, verdict } = fourElements(signatures[0]!.checks)
    assert.equal(verdict, 'invalid', bad)
    assert.deepEqual(
      Object.keys(elements).filter((name) => !elements[name as keyof typeof elements].ok),
      [bad],
    )
  }
  const { signatures } = await validatePdf(second, { roots })
  for (const { checks } of signatures) assert.equal(fourElements(checks).verdict, 'valid')
})

test('a document without a signature says so, whatever it shows [S3B-5.5.0]', async () => {
  assert.deepEqual(await validatePdf(original, { roots }), {
    verdict: 'undetermined',
    why: 'no-signature',
    signatures: [],
  })
})

test('a root that is not trusted here leaves the question open', async () => {
  const other = await createAuthority({ name: 'Gốc khác', now })
  assert.deepEqual(await judge(first, { roots: [other.certificate] }), ['undetermined', ['chain: unknown-root']])
  assert.deepEqual(await judge(first, { roots: [] }), ['undetermined', ['chain: unknown-root']])
})

test('words written over a page after signing are found, whichever program wrote them', async () => {
  const document = await PDFDocument.load(second, { forIncrementalUpdate: true, updateMetadata: false })
  document.getPage(0).drawText('So tien: 900.000.000', { x: 100, y: 500 })
  const changed = await document.save()
  assert.deepEqual(Buffer.from(changed.subarray(0, second.length)), second)
  assert.deepEqual(await judge(changed), ['invalid', ['laterChanges: page-changed'], ['laterChanges: page-changed']])
})

test('a page whose drawing was exchanged in place is found', async () => {
  const changed = revised(second, (draft) => {
    const contents = pagesOf(draft.revision)[0]!.dictionary.get(PDFName.of('Contents')) as PDFRef
    draft.replace(contents, draft.revision.context.stream('0 0 300 300 re f'))
  })
  assert.deepEqual(await judge(changed), [
    'invalid',
    ['laterChanges: object-changed'],
    ['laterChanges: object-changed'],
  ])
})

test('a note stuck on a page, a page put in, another catalog: all are found', async () => {
  const note = revised(first, (draft) => {
    const page = pagesOf(draft.revision)[0]!
    draft.addField(draft.revision.context.obj({ Type: 'Annot', Subtype: 'FreeText', Rect: [0, 0, 99, 99] }), page)
  })
  const page = revised(first, (draft) => {
    const ref = catalogOf(draft.revision).get(PDFName.of('Pages')) as PDFRef
    const pages = (draft.revision.resolve(ref) as PDFDict).clone()
    pages.set(PDFName.of('Count'), draft.revision.context.obj(1))
    draft.replace(ref, pages)
  })
  const catalog = revised(first, (draft) => {
    const changed = catalogOf(draft.revision).clone()
    changed.set(PDFName.of('OpenAction'), draft.revision.context.obj({ S: 'JavaScript' }))
    draft.replace(draft.revision.root, changed)
  })
  for (const pdf of [note, page, catalog]) {
    const [verdict, found] = await judge(pdf)
    assert.equal(verdict, 'invalid')
    assert.match(String(found), /^laterChanges: /)
  }
})

test('the number in a blank cannot be changed once the office has signed it', async () => {
  const changed = revised(second, (draft) => {
    const { context } = draft.revision
    const field = [...draft.revision.places.keys()].find((number) =>
      String(draft.revision.object(number)).includes('/FT /Tx'),
    )!
    const widget = (draft.revision.object(field) as PDFDict).clone()
    widget.set(PDFName.of('V'), context.obj('99'))
    draft.replace(PDFRef.of(field), widget)
  })
  const [verdict, , office] = await judge(changed)
  assert.deepEqual([verdict, office], ['invalid', ['laterChanges: object-changed']])
})

test('bytes behind the end are found', async () => {
  assert.deepEqual((await judge(Buffer.concat([first, Buffer.from('\n\n')])))[0], 'valid')
  assert.deepEqual(await judge(Buffer.concat([first, Buffer.from('thêm vào sau')])), [
    'invalid',
    ['covers: bytes-appended'],
  ])
})

test('a range that leaves out more than the signature itself is refused', async () => {
  const signed = (await plain()).toString('latin1')
  const [range, end, start, length] = /\/ByteRange \[ 0 (\d+) (\d+) (\d+)/.exec(signed)!
  const patched = (to: string) => Buffer.from(signed.replace(range, to.padEnd(range.length)), 'latin1')
  const wider = await judge(patched(`/ByteRange [ 0 ${end} ${Number(start) + 10} ${Number(length) - 10}`))
  assert.match(String(wider), /^invalid,covers: gap-is-not-the-signature/)
  const shorter = await judge(patched(`/ByteRange [ 0 ${end} ${start} ${Number(length) - 10}`))
  assert.match(String(shorter), /^invalid,.*covers: revision-broken/)
  const beyond = await judge(patched(`/ByteRange [ 0 ${end} ${start} ${Number(length) + 10}`))
  assert.match(String(beyond), /^invalid,.*covers: byte-range-broken/)
})

test('the certificate in the message cannot be exchanged for another', async () => {
  const signed = await plain()
  const hex = Buffer.from(leader.certificate).toString('hex')
  const at = signed.indexOf(hex) + hex.length - 2
  signed.write(signed.toString('latin1', at, at + 2) === '00' ? '01' : '00', at, 'latin1')
  const [verdict, found] = await judge(signed)
  assert.equal(verdict, 'invalid')
  assert.ok(found!.includes('essCertificate: another-certificate'))
})

test('a time before or after the certificate’s, or still to come, is refused', async () => {
  assert.deepEqual(await judge(await plain({ at: later(-10) })), [
    'invalid',
    ['chain: authority-expired', 'period: not-yet-valid'],
  ])
  assert.deepEqual(await judge(first, { at: now }), ['invalid', ['time: time-in-future']])
})

test('a certificate that has ended since does not undo a signature; it is noted', async () => {
  const { verdict, signatures } = await validatePdf(first, { roots, at: new Date('2032-01-01T00:00:00Z') })
  assert.equal(verdict, 'valid')
  assert.ok(signatures[0]!.notes.includes('certificate-expired-since'))
})

test('a revoked certificate is refused, one that nobody can answer for leaves the question open', async () => {
  const asked: string[] = []
  const isRevoked = (answer?: boolean) => (serial: string) => {
    asked.push(serial)
    return answer
  }
  assert.deepEqual(await judge(first, { isRevoked: isRevoked(false) }), ['valid', []])
  assert.deepEqual(await judge(first, { isRevoked: isRevoked(true) }), ['invalid', ['revocation: revoked']])
  assert.deepEqual(await judge(first, { isRevoked: isRevoked() }), ['undetermined', ['revocation: revocation-unknown']])
  assert.match(asked[0]!, /^[0-9A-F]{32}$/)
  assert.ok((await validatePdf(first, { roots })).signatures[0]!.notes.includes('revocation-not-checked'))
})

test('a fault of whoever answers for revocation is a fault, not a finding', async () => {
  const isRevoked = () => Promise.reject(new Error('no connection'))
  await assert.rejects(validatePdf(first, { roots, isRevoked }), /no connection/)
})

test('a certificate that no program can read makes the signature unreadable, not the reader fail', async () => {
  const signed = await plain()
  const key = Buffer.from(leader.publicKey).subarray(24, 60).toString('hex')
  signed.write('ff'.repeat(36), signed.indexOf(key), 'latin1')
  assert.equal((await judge(signed))[0], 'invalid')
})

test('a short key is refused', async () => {
  const pair = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' })
  const subject = { commonName: 'Khóa ngắn', country: 'VN' } as const
  const certificate = issueCertificate({ authority, subject, publicKey, kind: 'person', from: now, to: later(1000) })
  const signer = softSigner(pair.privateKey.export({ type: 'pkcs8', format: 'der' }), certificate, roots)
  assert.deepEqual(await judge(await plain({ signer })), ['invalid', ['algorithm: weak-key']])
})

test('a second signature by someone unknown does not pass for the office', async () => {
  const stranger = await createAuthority({ name: 'Gốc lạ', now })
  const { publicKey, privateKey } = leader
  const subject = { commonName: 'Ủy ban nhân dân xã Phú Vang', country: 'VN' } as const
  const certificate = issueCertificate({
    authority: stranger,
    subject,
    publicKey,
    kind: 'organisation',
    from: now,
    to: later(1000),
  })
  const forged = await signPdf(first, {
    ...byOffice,
    signer: softSigner(privateKey, certificate, [stranger.certificate]),
  })
  assert.deepEqual(await judge(forged), ['undetermined', [], ['chain: unknown-root']])
})

test('whatever bytes come, there is an answer', async () => {
  const truncated = fc.nat(second.length).map((end) => second.subarray(0, end))
  const touched = fc.tuple(fc.nat(second.length - 1), fc.nat(255)).map(([place, value]) => {
    const copy = Buffer.from(second)
    copy[place] = value
    return copy
  })
  const bytes = fc.uint8Array({ maxLength: 400 }).map((tail) => Buffer.concat([Buffer.from('%PDF-1.7\n'), tail]))
  await fc.assert(
    fc.asyncProperty(fc.oneof(truncated, touched, bytes), async (pdf) => {
      const { verdict } = await validatePdf(pdf, { roots })
      assert.ok(['valid', 'invalid', 'undetermined'].includes(verdict))
    }),
    { numRuns: 60, seed: 20260302 },
  )
})
