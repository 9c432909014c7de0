import { fromBER, type AsnType } from 'asn1js'

/** A value written as DER: the bytes themselves, so that what came in as DER goes out exactly as it was. */
export type Der = Uint8Array

/** The object identifiers this module speaks of, by the names their standards give them. */
export const oid = {
  data: '1.2.840.113549.1.7.1',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  anyPolicy: '2.5.29.32.0',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  rsaEncryption: '1.2.840.113549.1.1.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  rsaWithSha384: '1.2.840.113549.1.1.12',
  rsaWithSha512: '1.2.840.113549.1.1.13',
  rsaPss: '1.2.840.113549.1.1.10',
  ecPublicKey: '1.2.840.10045.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  ecdsaWithSha384: '1.2.840.10045.4.3.3',
  ecdsaWithSha512: '1.2.840.10045.4.3.4',
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  unit: '2.5.4.11',
  commonName: '2.5.4.3',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  qcStatements: '1.3.6.1.5.5.7.1.3',
  qcType: '0.4.0.1862.1.6',
  electronicSignature: '0.4.0.1862.1.6.1',
  electronicSeal: '0.4.0.1862.1.6.2',
} as const

export const sequence = (...parts: Der[]) => tagLengthValue(0x30, Buffer.concat(parts))
export const bits = (value: Uint8Array, unused = 0) => tagLengthValue(0x03, Buffer.concat([Buffer.of(unused), value]))
export const octets = (value: Uint8Array) => tagLengthValue(0x04, value)
export const nothing = () => tagLengthValue(0x05, Buffer.alloc(0))
export const truth = () => tagLengthValue(0x01, Buffer.of(0xff))
export const text = (value: string) => tagLengthValue(0x0c, Buffer.from(value.normalize('NFC')))
export const printable = (value: string) => tagLengthValue(0x13, Buffer.from(value, 'latin1'))

/** A whole number below 128, or the bytes of a positive one whose first bit is zero and first byte is not. */
export const integer = (value: number | Uint8Array) =>
  tagLengthValue(0x02, typeof value === 'number' ? Buffer.of(value) : value)

/** `[n]` around values, or in the place of one when given bytes that are not DER themselves. */
export const around = (n: number, ...parts: Der[]) => tagLengthValue(0xa0 | n, Buffer.concat(parts))
export const insteadOf = (n: number, value: Uint8Array) => tagLengthValue(0x80 | n, value)

/** SET OF in DER: the encodings stand in ascending order, else other programs compute another digest. */
export const setOf = (...parts: Der[]) => tagLengthValue(0x31, Buffer.concat(parts.toSorted(Buffer.compare)))

export function identifier(dotted: string): Der {
  const [first, second, ...rest] = dotted.split('.').map(Number) as [number, number, ...number[]]
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left & 0x7f) | 0x80)
    return groups
  })
  return tagLengthValue(0x06, Buffer.from(bytes))
}

/** UTCTime to 2049, GeneralizedTime after, as RFC 5280 demands; whole seconds. */
export function moment(instant: Date): Der {
  const digits = instant.toISOString().replace(/[-:T]|\.\d+/g, '')
  return instant.getUTCFullYear() < 2050
    ? tagLengthValue(0x17, Buffer.from(digits.slice(2)))
    : tagLengthValue(0x18, Buffer.from(digits))
}

/** GeneralizedTime in whole seconds, whatever the year. */
export function generalMoment(instant: Date): Der {
  return tagLengthValue(0x18, Buffer.from(instant.toISOString().replace(/[-:T]|\.\d+/g, '')))
}

/** Reads one value; throws when the bytes are not BER. `length` is what it took, so trailing bytes can be judged. */
export function parse(bytes: Uint8Array): { value: AsnType; length: number } {
  const { offset, result } = fromBER(bytes)
  if (offset === -1) throw new SyntaxError(`not ASN.1: ${result.error}`)
  return { value: result, length: offset }
}

function tagLengthValue(tag: number, value: Uint8Array): Der {
  return Buffer.concat([Buffer.of(tag), lengthOf(value.length), value])
}

function lengthOf(size: number): Buffer {
  if (size < 0x80) return Buffer.of(size)
  const bytes: number[] = []
  for (let left = size; left > 0; left >>>= 8) bytes.unshift(left & 0xff)
  return Buffer.of(0x80 | bytes.length, ...bytes)
}
