import { X509Certificate } from 'node:crypto'
import { oid } from './asn1.ts'
import { asn1Certificate, pathLength, readCertificate } from './certificate.ts'
import { bad, good, type Check } from './report.ts'

const longest = 6
const understood = new Set<string>([oid.basicConstraints, oid.keyUsage, oid.extendedKeyUsage, oid.certificatePolicies])
const weakSignatures = new Set(['1.2.840.113549.1.1.5', '1.2.840.113549.1.1.4', '1.2.840.10045.4.1'])

/**
 * From the signer's certificate up to one of these roots, every authority entitled to issue and good at that time. A chain that ends in
 * a root unknown here leaves the question open; one that is forged or past its time answers it.
 */
export function checkChain(
  leaf: Uint8Array,
  others: readonly Uint8Array[],
  roots: readonly Uint8Array[],
  at: Date,
): Check<'chain'> {
  const pinned = roots.map((bytes) => new X509Certificate(bytes))
  const known = others.flatMap((bytes) => readable(bytes))
  const isPinned = (one: X509Certificate) => pinned.some((root) => root.raw.equals(one.raw))

  let current = new X509Certificate(leaf)
  if (hasUnknownDemand(current)) return bad('chain-broken')
  for (let below = 0; below < longest; below++) {
    if (isPinned(current)) return good
    const named = [...pinned, ...known].filter(
      (candidate) => !candidate.raw.equals(current.raw) && current.issuer === candidate.subject,
    )
    if (named.length === 0) return bad('unknown-root')
    const issuer = named.find((candidate) => mayHaveIssued(candidate, current, below))
    if (!issuer) return bad('chain-broken')
    if (at < issuer.validFromDate || at > issuer.validToDate) return bad('authority-expired')
    current = issuer
  }
  return bad('unknown-root')
}

function mayHaveIssued(issuer: X509Certificate, subject: X509Certificate, authoritiesBelow: number): boolean {
  if (!issuer.ca || !readCertificate(issuer.raw).usage.certificateSign || hasUnknownDemand(issuer)) return false
  if (weakSignatures.has(asn1Certificate(subject.raw).signatureAlgorithm.algorithmId)) return false
  const most = pathLength(asn1Certificate(issuer.raw))
  return (
    (most === undefined || authoritiesBelow <= most) && subject.checkIssued(issuer) && subject.verify(issuer.publicKey)
  )
}

/** A critical extension that this house does not understand, such as name constraints, must not be passed over. */
function hasUnknownDemand(certificate: X509Certificate): boolean {
  const { extensions = [] } = asn1Certificate(certificate.raw)
  return extensions.some(({ critical, extnID }) => critical && !understood.has(extnID))
}

function readable(bytes: Uint8Array): X509Certificate[] {
  try {
    return [new X509Certificate(bytes)]
  } catch {
    return []
  }
}
