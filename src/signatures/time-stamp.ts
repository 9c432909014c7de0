import { createHash, randomBytes, X509Certificate } from 'node:crypto'
import { ContentInfo, SignedData, TimeStampResp, TSTInfo } from 'pkijs'
import {
  around,
  generalMoment,
  identifier,
  integer,
  nothing,
  octets,
  oid,
  parse,
  sequence,
  setOf,
  type Der,
} from './asn1.ts'
import { asn1Certificate } from './certificate.ts'
import { checkChain } from './chain.ts'
import { softSigner } from './signer.ts'
import { verifyCms } from './verify-cms.ts'

/** Who stamps times in this process: a certificate for time stamping and nothing else, its root, its private key (PKCS#8). */
export type StampAuthority = { certificate: Uint8Array; root: Uint8Array; privateKey: Uint8Array }

/**
 * A time-stamp token (RFC 3161) over the SHA-256 of these bytes. The token names the instant in whole seconds and brings the certificate
 * with it, so `openssl ts -verify -token_in` needs only the root.
 */
export async function stampTime(authority: StampAuthority, bytes: Uint8Array, at: Date): Promise<Der> {
  const info = sequence(
    integer(1),
    identifier(oid.anyPolicy),
    imprint(bytes),
    integer(positive(randomBytes(16))),
    generalMoment(at),
    sequence(integer(1)), // accurate to one second
  )
  const signer = softSigner(authority.privateKey, authority.certificate)
  const attributes = [
    attribute(oid.contentType, identifier(oid.timeStampInfo)),
    attribute(oid.messageDigest, octets(sha256(info))),
    attribute(oid.signingCertificateV2, sequence(sequence(sequence(octets(sha256(authority.certificate)))))),
  ]
  const signedSet = setOf(...attributes)
  const signedPart = Buffer.from(signedSet)
  signedPart[0] = 0xa0
  const certificate = asn1Certificate(authority.certificate)
  const signerInfo = sequence(
    integer(1),
    sequence(
      new Uint8Array(certificate.issuer.valueBeforeDecode),
      integer(certificate.serialNumber.valueBlock.valueHexView),
    ),
    sha256Algorithm(),
    signedPart,
    sequence(identifier(oid.rsaWithSha256), nothing()),
    octets(await signer.sign(signedSet)),
  )
  const signedData = sequence(
    integer(3),
    setOf(sha256Algorithm()),
    sequence(identifier(oid.timeStampInfo), around(0, octets(info))),
    around(0, authority.certificate, authority.root),
    setOf(signerInfo),
  )
  return sequence(identifier(oid.signedData), around(0, signedData))
}

export type StampReading = { at: Date; wrong?: 'other-bytes' | 'stamp-signature-wrong' | 'stamp-not-trusted' }

/** Reads a token over these bytes: the instant it names, and what is wrong with it. Throws when the bytes are no token. */
export function readStamp(token: Uint8Array, bytes: Uint8Array, roots: readonly Uint8Array[]): StampReading {
  const info = new ContentInfo({ schema: parse(token).value })
  const data = new SignedData({ schema: info.content })
  const content = data.encapContentInfo.eContent
  if (data.encapContentInfo.eContentType !== oid.timeStampInfo || !content) throw new SyntaxError('not a time stamp')
  const inside = Buffer.from(content.getValue())
  const told = new TSTInfo({ schema: parse(inside).value })
  const at = told.genTime
  if (!Buffer.from(told.messageImprint.hashedMessage.valueBlock.valueHexView).equals(sha256(bytes)))
    return { at, wrong: 'other-bytes' }
  const { certificate, others, checks } = verifyCms(token, [inside], true, oid.timeStampInfo)
  if (!certificate || Object.values(checks).some(({ ok }) => !ok)) return { at, wrong: 'stamp-signature-wrong' }
  const forTime = new X509Certificate(certificate).keyUsage?.includes(oid.timeStamping)
  const trusted = forTime && checkChain(certificate, others, roots, at).ok
  return trusted ? { at } : { at, wrong: 'stamp-not-trusted' }
}

/** The question to an authority elsewhere, with its certificate asked for (RFC 3161, 2.4.1). */
export function stampRequest(bytes: Uint8Array): Der {
  return sequence(integer(1), imprint(bytes), integer(positive(randomBytes(8))), Buffer.from([0x01, 0x01, 0xff]))
}

/** The token in an authority's answer; throws with its words when it was not granted. */
export function stampFromResponse(response: Uint8Array): Uint8Array {
  const { status, timeStampToken } = new TimeStampResp({ schema: parse(response).value })
  if (status.status > 1 || !timeStampToken) throw new Error(`the time was not stamped: status ${status.status}`)
  return new Uint8Array(timeStampToken.toSchema().toBER())
}

const imprint = (bytes: Uint8Array) => sequence(sha256Algorithm(), octets(sha256(bytes)))
const attribute = (id: string, value: Der) => sequence(identifier(id), setOf(value))
const sha256Algorithm = () => sequence(identifier(oid.sha256), nothing())
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** Bytes of a positive whole number that need no sign byte. */
function positive(bytes: Uint8Array): Uint8Array {
  bytes[0] = (bytes[0]! & 0x3f) | 0x40
  return bytes
}
