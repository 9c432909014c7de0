import { readCertificate, type CertificateFacts } from './certificate.ts'
import { checkChain } from './chain.ts'
import { coveredBy } from './covers.ts'
import { fieldsOf, textOf, type Field } from './fields.ts'
import { laterChanges } from './later-changes.ts'
import { verdictOf, worst } from './law/index.ts'
import { dictionaryOf, nameOf } from './pdf.ts'
import { bad, good, type Check, type Checks, type Note, type Report, type SignatureReport } from './report.ts'
import { openRevision, type Revision } from './revision.ts'
import { verifyCms } from './verify-cms.ts'

export type Trust = {
  /** The certificates (DER) that are trusted here; nothing else is. */
  roots: readonly Uint8Array[]
  /** When it is being looked at; a signature from after that is refused. */
  at?: Date
  /** Was the certificate with this number (hexadecimal) revoked by then? Nothing means that nobody could say. */
  isRevoked?: (serial: string, at: Date) => boolean | undefined | Promise<boolean | undefined>
}

const formats: ReadonlySet<string | undefined> = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached'])

/**
 * Checks every signature of a PDF and says, of each and of the document, hợp lệ, không hợp lệ or chưa đủ căn cứ. Never throws for what a
 * file contains; certificates count at the signing time, which is the one the signer claims.
 */
export async function validatePdf(pdf: Uint8Array, trust: Trust): Promise<Report> {
  let whole: Revision
  let fields: Field[]
  try {
    whole = openRevision(pdf)
    fields = fieldsOf(whole).filter(({ type, value }) => type === 'Sig' && dictionaryOf(whole.resolve(value)))
  } catch {
    return { verdict: 'undetermined', why: 'unreadable', signatures: [] }
  }
  if (fields.length === 0) return { verdict: 'undetermined', why: 'no-signature', signatures: [] }

  const signatures: SignatureReport[] = []
  for (const field of fields) signatures.push(await safely(field, whole, trust))
  signatures.sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0))
  return { verdict: worst(signatures.map(({ verdict }) => verdict)), signatures }
}

/** A signature made to break its reader is a signature that cannot be read; what asks about revocation may still fail. */
async function safely(field: Field, whole: Revision, trust: Trust): Promise<SignatureReport> {
  try {
    return await validateOne(field, whole, trust)
  } catch (error) {
    if (error instanceof RevocationFault) throw error.cause
    const checks: Checks = { ...nothingChecked, signature: bad('signature-unreadable') }
    return { field: field.name, subject: '', verdict: verdictOf(checks), checks, notes: [] }
  }
}

class RevocationFault extends Error {}

async function ask(isRevoked: NonNullable<Trust['isRevoked']>, serial: string, at: Date) {
  try {
    return await isRevoked(serial, at)
  } catch (cause) {
    throw new RevocationFault('revocation could not be asked', { cause })
  }
}

async function validateOne(
  field: Field,
  whole: Revision,
  { roots, at: now, isRevoked }: Trust,
): Promise<SignatureReport> {
  const signature = dictionaryOf(whole.resolve(field.value))!
  const name = textOf(whole.get(signature, 'Name')) ?? ''
  const format = nameOf(whole.get(signature, 'SubFilter'))
  if (!formats.has(format)) {
    const checks: Checks = { ...nothingChecked, covers: bad('unsupported-format') }
    return { field: field.name, subject: name, verdict: verdictOf(checks), checks, notes: [] }
  }

  const covered = coveredBy(field, signature, whole)
  const cms = verifyCms(covered.cms, covered.content, format === 'ETSI.CAdES.detached')
  const at = readPdfTime(textOf(whole.get(signature, 'M'))) ?? cms.signingTime
  const facts = cms.certificate && readCertificate(cms.certificate)
  const revoked = facts && isRevoked ? await ask(isRevoked, facts.serial, at ?? now ?? facts.to) : undefined

  const checks: Checks = {
    covers: covered.check,
    ...cms.checks,
    chain: cms.certificate
      ? checkChain(cms.certificate, cms.others, roots, at ?? now ?? new Date(0))
      : bad(cms.others.length > 0 || covered.check.ok ? 'certificate-missing' : 'not-checked'),
    keyUsage: facts ? usageCheck(facts) : bad('not-checked'),
    period: facts && at ? periodCheck(facts, at) : bad('not-checked'),
    time: timeCheck(at, now),
    revocation: !isRevoked || !facts ? { ok: true, why: 'not-checked' } : revocationCheck(revoked),
    laterChanges: covered.revision ? compare(covered.revision, whole) : bad('not-checked'),
  }
  const notes: Note[] = ['no-time-stamp']
  if (!isRevoked) notes.push('revocation-not-checked')
  if (facts && now && facts.to < now && at && at <= facts.to) notes.push('certificate-expired-since')
  return {
    field: field.name,
    subject: facts?.commonName ?? name,
    organisation: facts?.organisation,
    as: facts?.kind,
    at,
    serial: facts?.serial,
    verdict: verdictOf(checks),
    checks,
    notes,
  }
}

function usageCheck({ usage, authority }: CertificateFacts): Check<'keyUsage'> {
  return !authority && (usage.digitalSignature || usage.nonRepudiation) ? good : bad('not-for-signing')
}

function periodCheck({ from, to }: CertificateFacts, at: Date): Check<'period'> {
  if (at < from) return bad('not-yet-valid')
  return at > to ? bad('expired') : good
}

function timeCheck(at: Date | undefined, now: Date | undefined): Check<'time'> {
  if (!at) return bad('no-time')
  const tolerance = 5 * 60_000 // clocks of two machines differ
  return now && at.getTime() > now.getTime() + tolerance ? bad('time-in-future') : good
}

function revocationCheck(revoked: boolean | undefined): Check<'revocation'> {
  if (revoked === undefined) return bad('revocation-unknown')
  return revoked ? bad('revoked') : good
}

function compare(then: Revision, now: Revision): Check<'laterChanges'> {
  try {
    return laterChanges(then, now)
  } catch {
    return bad('object-changed')
  }
}

/** Reads `D:20260302090000+07'00'`; a time without its offset says too little. */
function readPdfTime(text: string | undefined): Date | undefined {
  const [, year, month, day, hour, minute, second, sign, hours, minutes] =
    /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?'?)/.exec(text ?? '') ?? []
  if (!year) return undefined
  const offset = sign ? `${sign}${hours}:${minutes ?? '00'}` : 'Z'
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(instant.getTime()) ? undefined : instant
}

const nothingChecked: Checks = {
  covers: bad('unsupported-format'),
  digest: bad('not-checked'),
  signature: bad('not-checked'),
  essCertificate: bad('not-checked'),
  chain: bad('not-checked'),
  keyUsage: bad('not-checked'),
  period: bad('not-checked'),
  time: bad('not-checked'),
  algorithm: bad('not-checked'),
  revocation: { ok: true, why: 'not-checked' },
  laterChanges: bad('not-checked'),
}
