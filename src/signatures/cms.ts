import { createHash } from 'node:crypto'
import { around, identifier, integer, nothing, octets, oid, sequence, setOf, type Der } from './asn1.ts'
import { asn1Certificate } from './certificate.ts'
import type { Signer } from './signer.ts'

/**
 * The detached CMS signature of PAdES B-B over these bytes: content type, message digest and the hash of the signer's certificate
 * are signed; the time is not among them, because it stands in the PDF's own signature dictionary.
 */
export async function signDetached(signer: Signer, ...content: Uint8Array[]): Promise<Der> {
  const certificate = asn1Certificate(signer.certificate)
  const digest = createHash('sha256')
  for (const part of content) digest.update(part)

  const attributes = [
    attribute(oid.contentType, identifier(oid.data)),
    attribute(oid.messageDigest, octets(digest.digest())),
    attribute(oid.signingCertificateV2, sequence(sequence(sequence(octets(sha256(signer.certificate)))))),
  ]
  // What is signed is the SET itself; in the message it stands as [0] instead of the SET.
  const signedSet = setOf(...attributes)
  const signedPart = Buffer.from(signedSet)
  signedPart[0] = 0xa0

  const issuer = new Uint8Array(certificate.issuer.valueBeforeDecode)
  const serial = integer(certificate.serialNumber.valueBlock.valueHexView)
  const signerInfo = sequence(
    integer(1),
    sequence(issuer, serial),
    sha256Algorithm(),
    signedPart,
    signer.algorithm === 'rsa-sha256'
      ? sequence(identifier(oid.rsaWithSha256), nothing())
      : sequence(identifier(oid.ecdsaWithSha256)),
    octets(await signer.sign(signedSet)),
  )
  const signedData = sequence(
    integer(1),
    setOf(sha256Algorithm()),
    sequence(identifier(oid.data)),
    around(0, ...certificatesOf(signer)),
    setOf(signerInfo),
  )
  return sequence(identifier(oid.signedData), around(0, signedData))
}

const attribute = (id: string, value: Der) => sequence(identifier(id), setOf(value))
const sha256Algorithm = () => sequence(identifier(oid.sha256), nothing())
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

function certificatesOf({ certificate, chain }: Signer): Der[] {
  const all = new Map([certificate, ...chain].map((bytes) => [Buffer.from(bytes).toString('base64'), bytes]))
  return [...all.values()]
}
