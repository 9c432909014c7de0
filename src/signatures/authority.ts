import { createHash, createPrivateKey, generateKeyPair, randomBytes, sign, X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import { PublicKeyInfo } from 'pkijs'
import {
  around,
  bits,
  identifier,
  insteadOf,
  integer,
  moment,
  nothing,
  octets,
  oid,
  printable,
  sequence,
  setOf,
  text,
  truth,
  type Der,
} from './asn1.ts'
import { asn1Certificate } from './certificate.ts'
import type { Kind } from './report.ts'

/** A key pair at rest: PKCS#8 and SubjectPublicKeyInfo, both DER. */
export type KeyPair = { privateKey: Uint8Array; publicKey: Uint8Array }

/** Who can issue certificates: its own certificate (DER) and private key (PKCS#8). */
export type Authority = { certificate: Uint8Array; privateKey: Uint8Array }

export type Subject = { commonName: string; organisation?: string; unit?: string; country: 'VN' }

const makeKey = promisify(generateKeyPair)
const years = 365.25 * 24 * 60 * 60 * 1000

/** A new RSA key of 2048 bits, the size that every program in use can verify. */
export async function generateKey(bitsLong: 2048 | 3072 = 2048): Promise<KeyPair> {
  const { privateKey, publicKey } = await makeKey('rsa', { modulusLength: bitsLong })
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
  }
}

/** A training authority of the house's own, RSA of 3072 bits, good for 20 years; a province's real certificates come from outside. */
export async function createAuthority({ name, now }: { name: string; now: Date }): Promise<Authority> {
  const key = await generateKey(3072)
  const subject = nameOf({ commonName: name, country: 'VN' })
  const certificate = certify(key.privateKey, {
    issuer: subject,
    subject,
    publicKey: key.publicKey,
    from: now,
    to: new Date(now.getTime() + 20 * years),
    extensions: [
      extension(oid.basicConstraints, sequence(truth()), 'critical'),
      extension(oid.keyUsage, bits(Uint8Array.of(0x06), 1), 'critical'), // certificate signing, CRL signing
      extension(oid.subjectKeyIdentifier, octets(keyIdentifier(key.publicKey))),
    ],
  })
  return { certificate, privateKey: key.privateKey }
}

/**
 * A certificate (DER) for a person or an organisation, for signing and nothing else. Whether it is a person's signature
 * or an organisation's seal stands in it as ETSI EN 319 412-5 writes it, so that a validator need not guess from names.
 */
export function issueCertificate(asked: {
  authority: Authority
  subject: Subject
  publicKey: Uint8Array
  kind: Kind
  from: Date
  to: Date
}): Uint8Array {
  const issuer = asn1Certificate(asked.authority.certificate)
  const issuerKey = new X509Certificate(asked.authority.certificate).publicKey.export({ type: 'spki', format: 'der' })
  const type = asked.kind === 'person' ? oid.electronicSignature : oid.electronicSeal
  return certify(asked.authority.privateKey, {
    issuer: new Uint8Array(issuer.subject.valueBeforeDecode),
    subject: nameOf(asked.subject),
    publicKey: asked.publicKey,
    from: asked.from,
    to: asked.to,
    extensions: [
      extension(oid.basicConstraints, sequence(), 'critical'),
      extension(oid.keyUsage, bits(Uint8Array.of(0xc0), 6), 'critical'), // digital signature, non-repudiation
      extension(oid.subjectKeyIdentifier, octets(keyIdentifier(asked.publicKey))),
      extension(oid.authorityKeyIdentifier, sequence(insteadOf(0, keyIdentifier(issuerKey)))),
      extension(oid.qcStatements, sequence(sequence(identifier(oid.qcType), sequence(identifier(type))))),
    ],
  })
}

/** A certificate (DER) for stamping times and for nothing else, as RFC 3161 (2.3) demands. */
export function issueStampCertificate(asked: {
  authority: Authority
  subject: Subject
  publicKey: Uint8Array
  from: Date
  to: Date
}): Uint8Array {
  const issuer = asn1Certificate(asked.authority.certificate)
  const issuerKey = new X509Certificate(asked.authority.certificate).publicKey.export({ type: 'spki', format: 'der' })
  return certify(asked.authority.privateKey, {
    issuer: new Uint8Array(issuer.subject.valueBeforeDecode),
    subject: nameOf(asked.subject),
    publicKey: asked.publicKey,
    from: asked.from,
    to: asked.to,
    extensions: [
      extension(oid.basicConstraints, sequence(), 'critical'),
      extension(oid.keyUsage, bits(Uint8Array.of(0xc0), 6), 'critical'), // digital signature, non-repudiation
      extension(oid.extendedKeyUsage, sequence(identifier(oid.timeStamping)), 'critical'),
      extension(oid.subjectKeyIdentifier, octets(keyIdentifier(asked.publicKey))),
      extension(oid.authorityKeyIdentifier, sequence(insteadOf(0, keyIdentifier(issuerKey)))),
    ],
  })
}

type Content = { issuer: Der; subject: Der; publicKey: Uint8Array; from: Date; to: Date; extensions: Der[] }

function certify(privateKey: Uint8Array, { issuer, subject, publicKey, from, to, extensions }: Content): Uint8Array {
  const algorithm = () => sequence(identifier(oid.rsaWithSha256), nothing())
  const toBeSigned = sequence(
    around(0, integer(2)),
    integer(serial()),
    algorithm(),
    issuer,
    sequence(moment(from), moment(to)),
    subject,
    publicKey,
    around(3, sequence(...extensions)),
  )
  const key = createPrivateKey({ key: Buffer.from(privateKey), type: 'pkcs8', format: 'der' })
  return sequence(toBeSigned, algorithm(), bits(sign('sha256', toBeSigned, key)))
}

function nameOf({ country, organisation, unit, commonName }: Subject) {
  const parts: Der[] = [sequence(identifier(oid.country), printable(country))]
  if (organisation) parts.push(sequence(identifier(oid.organisation), text(organisation)))
  if (unit) parts.push(sequence(identifier(oid.unit), text(unit)))
  parts.push(sequence(identifier(oid.commonName), text(commonName)))
  return sequence(...parts.map((part) => setOf(part)))
}

function extension(id: string, value: Der, critical?: 'critical') {
  return sequence(identifier(id), ...(critical ? [truth()] : []), octets(value))
}

/** The first 20 bytes of the SHA-256 of the key's bits (RFC 7093, method 1). */
function keyIdentifier(publicKey: Uint8Array): Uint8Array {
  const { subjectPublicKey } = PublicKeyInfo.fromBER(new Uint8Array(publicKey))
  return createHash('sha256').update(subjectPublicKey.valueBlock.valueHexView).digest().subarray(0, 20)
}

/** 16 random bytes that begin with 01: positive, never shorter, never guessed. */
function serial(): Uint8Array {
  const bytes = randomBytes(16)
  bytes[0] = (bytes[0]! & 0x3f) | 0x40
  return bytes
}
