import { constants, createHash, verify, X509Certificate, type KeyObject } from 'node:crypto'
import type { AsnType } from 'asn1js'
import { ContentInfo, IssuerAndSerialNumber, RSASSAPSSParams, SignedData, type Attribute, type SignerInfo } from 'pkijs'
import { oid, parse } from './asn1.ts'
import { asn1Certificate, readCertificate } from './certificate.ts'
import { bad, good, type Checks } from './report.ts'

export type CmsFindings = {
  checks: Pick<Checks, 'digest' | 'signature' | 'essCertificate' | 'algorithm'>
  /** The signer's certificate, when the message brings it. */
  certificate?: Uint8Array
  /** Whatever other certificates the message brings. */
  others: Uint8Array[]
  signingTime?: Date
}

type Parent = { valueBlock: { value: AsnType[] } }
const children = (value: AsnType | undefined) => (value as unknown as Parent | undefined)?.valueBlock.value ?? []
const content = (value: AsnType | undefined) =>
  (value as unknown as { valueBlock?: { valueHexView?: Uint8Array } } | undefined)?.valueBlock?.valueHexView ??
  new Uint8Array()

const digests: Record<string, string> = { [oid.sha256]: 'sha256', [oid.sha384]: 'sha384', [oid.sha512]: 'sha512' }
const signatures: Record<string, { key: 'rsa' | 'ec'; digest?: string }> = {
  [oid.rsaEncryption]: { key: 'rsa' },
  [oid.rsaWithSha256]: { key: 'rsa', digest: 'sha256' },
  [oid.rsaWithSha384]: { key: 'rsa', digest: 'sha384' },
  [oid.rsaWithSha512]: { key: 'rsa', digest: 'sha512' },
  [oid.rsaPss]: { key: 'rsa' },
  [oid.ecdsaWithSha256]: { key: 'ec', digest: 'sha256' },
  [oid.ecdsaWithSha384]: { key: 'ec', digest: 'sha384' },
  [oid.ecdsaWithSha512]: { key: 'ec', digest: 'sha512' },
}
const weakDigests = new Set(['1.3.14.3.2.26', '1.2.840.113549.2.5']) // SHA-1, MD5
const weakSignatures = new Set(['1.2.840.113549.1.1.5', '1.2.840.113549.1.1.4', '1.2.840.10045.4.1'])

/**
 * Verifies a detached CMS signature over these bytes; `mustNameCertificate` is the rule of CAdES, older PDFs do not keep it. A message of another
 * type than data, such as a time stamp, brings what it signed with it; the caller has taken `signed` from there.
 */
export function verifyCms(
  bytes: Uint8Array,
  signed: readonly Uint8Array[],
  mustNameCertificate: boolean,
  type: string = oid.data,
): CmsFindings {
  const message = open(bytes, type)
  if (!message) return nothingFound(bytes.length === 0 ? 'not-checked' : 'signature-unreadable')
  const { signer, certificates } = message
  const certificate = certificates.find((candidate) => isOf(signer, candidate))
  const attribute = (type: string) => attributeOf(signer.signedAttrs?.attributes, type)
  const hash = digests[signer.digestAlgorithm.algorithmId]
  const time = attribute(oid.signingTime) as unknown as { toDate?: () => Date } | undefined

  return {
    certificate,
    others: certificates.filter((other) => other !== certificate),
    signingTime: time?.toDate?.(),
    checks: {
      digest: hash ? digestCheck(signed, hash, attribute, type) : bad('not-checked'),
      signature: hash && certificate ? signatureCheck(signer, certificate, hash) : bad('not-checked'),
      essCertificate: certificate ? essCheck(attribute, certificate, mustNameCertificate) : bad('not-checked'),
      algorithm: algorithmCheck(signer, certificate),
    },
  }
}

/** One signer, signed attributes, content outside: anything else is not a signature of a PDF. Only zeros may follow. */
function open(bytes: Uint8Array, type: string): { signer: SignerInfo; certificates: Uint8Array[] } | undefined {
  try {
    const { value, length } = parse(bytes)
    if (bytes.subarray(length).some((byte) => byte !== 0)) return undefined
    const info = new ContentInfo({ schema: value })
    if (info.contentType !== oid.signedData) return undefined
    const data = new SignedData({ schema: info.content })
    const [signer, ...more] = data.signerInfos
    if (!signer?.signedAttrs || more.length > 0) return undefined
    if ((data.encapContentInfo.eContent !== undefined) !== (type !== oid.data)) return undefined
    const set = children(info.content).find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0)
    return { signer, certificates: children(set).map((one) => new Uint8Array(one.valueBeforeDecodeView)) }
  } catch {
    return undefined
  }
}

function isOf({ sid }: SignerInfo, candidate: Uint8Array): boolean {
  try {
    const certificate = asn1Certificate(candidate)
    if (sid instanceof IssuerAndSerialNumber) {
      return certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber)
    }
    const own = certificate.extensions?.find(({ extnID }) => extnID === oid.subjectKeyIdentifier)?.parsedValue as
      | AsnType
      | undefined
    return own !== undefined && Buffer.compare(content(own), content(sid as AsnType)) === 0
  } catch {
    return false
  }
}

function attributeOf(attributes: Attribute[] | undefined, type: string): AsnType | undefined {
  const found = attributes?.filter((attribute) => attribute.type === type) ?? []
  return found.length === 1 && found[0]!.values.length === 1 ? (found[0]!.values[0] as AsnType) : undefined
}

type Read = (type: string) => AsnType | undefined

function digestCheck(signed: readonly Uint8Array[], name: string, attribute: Read, expected: string) {
  const hash = createHash(name)
  for (const part of signed) hash.update(part)
  const type = attribute(oid.contentType) as unknown as { valueBlock: unknown } | undefined
  const told = content(attribute(oid.messageDigest))
  return String(type?.valueBlock) === expected && Buffer.compare(hash.digest(), told) === 0
    ? good
    : bad('content-changed')
}

function signatureCheck(signer: SignerInfo, certificate: Uint8Array, hash: string) {
  const algorithm = signatures[signer.signatureAlgorithm.algorithmId]
  const { publicKey } = new X509Certificate(certificate)
  if (!algorithm || publicKey.asymmetricKeyType !== algorithm.key) return bad('signature-wrong')
  const key = signer.signatureAlgorithm.algorithmId === oid.rsaPss ? pss(publicKey, signer) : publicKey
  const set = new Uint8Array(signer.signedAttrs!.encodedValue)
  return verify(algorithm.digest ?? hash, set, key, content(signer.signature)) ? good : bad('signature-wrong')
}

function pss(key: KeyObject, { signatureAlgorithm }: SignerInfo) {
  const { saltLength } = new RSASSAPSSParams({ schema: signatureAlgorithm.algorithmParams })
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
}

function essCheck(attribute: Read, certificate: Uint8Array, required: boolean) {
  const named = attribute(oid.signingCertificateV2)
  if (!named) return required ? bad('certificate-not-bound') : good
  const [first] = children(children(named)[0])
  const parts = children(first)
  const byName = parts[0]?.idBlock.tagNumber === 16 // a hash algorithm other than SHA-256 stands before the hash
  const hash = byName
    ? digests[String((children(parts[0])[0] as unknown as { valueBlock: unknown }).valueBlock)]
    : 'sha256'
  if (!hash) return bad('another-certificate')
  const told = content(parts[byName ? 1 : 0])
  return Buffer.compare(createHash(hash).update(certificate).digest(), told) === 0 ? good : bad('another-certificate')
}

function algorithmCheck(signer: SignerInfo, certificate: Uint8Array | undefined) {
  const [digest, signature] = [signer.digestAlgorithm.algorithmId, signer.signatureAlgorithm.algorithmId]
  if (weakDigests.has(digest) || weakSignatures.has(signature)) return bad('weak-digest')
  if (!digests[digest] || !signatures[signature]) return bad('unsupported-algorithm')
  if (!certificate) return good
  const { key } = readCertificate(certificate)
  if ((key.type === 'rsa' && key.bits < 2048) || (key.type === 'ec' && key.bits < 256)) return bad('weak-key')
  return key.type === 'other' ? bad('unsupported-algorithm') : good
}

const nothingFound = (why: 'not-checked' | 'signature-unreadable'): CmsFindings => ({
  others: [],
  checks: {
    digest: bad('not-checked'),
    signature: bad(why),
    essCertificate: bad('not-checked'),
    algorithm: bad('not-checked'),
  },
})
