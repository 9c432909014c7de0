import { X509Certificate } from 'node:crypto'
import { BasicConstraints, Certificate, QCStatements } from 'pkijs'
import { oid } from './asn1.ts'
import type { Kind } from './report.ts'

/** What a certificate says, in the words of this house. */
export type CertificateFacts = {
  commonName: string
  organisation?: string
  unit?: string
  /** Hexadecimal, upper case, as authorities print it. */
  serial: string
  issuer: string
  from: Date
  to: Date
  /** Known only when the certificate says so itself. */
  kind?: Kind
  authority: boolean
  usage: { digitalSignature: boolean; nonRepudiation: boolean; certificateSign: boolean }
  key: { type: 'rsa' | 'ec' | 'other'; bits: number }
}

/** Reads a certificate (DER); throws when the bytes are none. */
export function readCertificate(bytes: Uint8Array): CertificateFacts {
  const certificate = asn1Certificate(bytes)
  const native = new X509Certificate(bytes)
  const [first = 0] = usageBits(certificate)
  return {
    commonName: part(certificate.subject, oid.commonName) ?? native.subject,
    organisation: part(certificate.subject, oid.organisation),
    unit: part(certificate.subject, oid.unit),
    serial: native.serialNumber,
    issuer: part(certificate.issuer, oid.commonName) ?? native.issuer,
    from: certificate.notBefore.value,
    to: certificate.notAfter.value,
    kind: kindOf(certificate),
    authority: native.ca,
    usage: {
      digitalSignature: (first & 0x80) > 0,
      nonRepudiation: (first & 0x40) > 0,
      certificateSign: (first & 0x04) > 0,
    },
    key: keyOf(native),
  }
}

/** The certificate as ASN.1, for what the facts do not tell. */
export const asn1Certificate = (bytes: Uint8Array) => Certificate.fromBER(new Uint8Array(bytes))

/** How many authorities may stand below this one before the signer; nothing when any number may. */
export function pathLength(certificate: Certificate): number | undefined {
  const found = certificate.extensions?.find(({ extnID }) => extnID === oid.basicConstraints)?.parsedValue
  const limit = found instanceof BasicConstraints ? found.pathLenConstraint : undefined
  return typeof limit === 'number' ? limit : undefined
}

function usageBits(certificate: Certificate): Uint8Array {
  const found = certificate.extensions?.find(({ extnID }) => extnID === oid.keyUsage)?.parsedValue
  return (
    (found as { valueBlock?: { valueHexView: Uint8Array } } | undefined)?.valueBlock?.valueHexView ?? new Uint8Array()
  )
}

function part(name: Certificate['subject'], type: string): string | undefined {
  const found = name.typesAndValues.findLast((one) => one.type === type)
  return found && String((found.value as { valueBlock: { value: unknown } }).valueBlock.value)
}

/** ETSI EN 319 412-5: the certificate says whether it is for signatures of persons or seals of organisations. */
function kindOf(certificate: Certificate): Kind | undefined {
  const statements = certificate.extensions?.find(({ extnID }) => extnID === oid.qcStatements)?.parsedValue
  if (!(statements instanceof QCStatements)) return undefined
  const types = statements.values.find(({ id }) => id === oid.qcType)?.type as
    | { valueBlock?: { value: unknown[] } }
    | undefined
  const named = (types?.valueBlock?.value ?? []).map((type) => String((type as { valueBlock: unknown }).valueBlock))
  if (named.includes(oid.electronicSeal)) return 'organisation'
  return named.includes(oid.electronicSignature) ? 'person' : undefined
}

const curveBits: Record<string, number> = { prime256v1: 256, secp384r1: 384, secp521r1: 521 }

function keyOf({ publicKey }: X509Certificate): CertificateFacts['key'] {
  const details = publicKey.asymmetricKeyDetails
  if (publicKey.asymmetricKeyType === 'rsa') return { type: 'rsa', bits: details?.modulusLength ?? 0 }
  if (publicKey.asymmetricKeyType === 'ec') return { type: 'ec', bits: curveBits[details?.namedCurve ?? ''] ?? 0 }
  return { type: 'other', bits: 0 }
}
