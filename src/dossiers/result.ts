import { isResultForm, type ResultForm, verifyAddress } from '../documents/index.ts'
import { type Day, dayOf } from '../ground/day.ts'
import type { Definition, ProcedureResult } from '../procedures/index.ts'
import { resultData } from '../procedures/index.ts'
import type { Dossier, Form } from './dossier.ts'

export type Outcome = 'grant' | 'refuse'

/** Where a refusal is sent, and whom its reader may ask. */
type Reach = { address?: string | undefined; contact?: string | undefined }

/** Which paper answers this dossier: the procedure's own result, or the refusal with its reasons. */
export function resultKind(
  definition: Definition,
  outcome: Outcome,
): { template: ResultForm; title: string; kind: string; of: ProcedureResult | undefined } {
  if (outcome === 'refuse') {
    return {
      template: 'refusal-decision',
      title: 'Văn bản từ chối giải quyết thủ tục hành chính',
      kind: 'refusal',
      of: undefined,
    }
  }
  const result = definition.results[0]!
  if (!isResultForm(result.template)) throw new Error(`${definition.code} names no result form: ${result.template}`)
  return { template: result.template, title: result.name, kind: result.recordKind, of: result }
}

/** What is printed as the result: what the officer wrote, and where nothing was written what the form and the house already know. */
export function resultFieldsFor(
  definition: Definition,
  outcome: Outcome,
  {
    dossier,
    form,
    given,
    agency,
    now,
    reach = {},
  }: { dossier: Dossier; form: Form; given: Record<string, unknown>; agency: string; now: Date; reach?: Reach },
): Record<string, unknown> {
  const today: Day = dayOf(now)
  if (outcome === 'refuse') {
    const reasons = given.reasons ?? given.reason
    return {
      addressee: dossier.applicantName,
      address: reach.address,
      submittedOn: dayOf(dossier.submittedAt!),
      reasons: Array.isArray(reasons) ? reasons : [reasons],
      basis: given.basis ?? definition.legalBasis.map(({ number }) => number).join('; '),
      advice: given.advice,
      contact: reach.contact,
    }
  }
  const known = { agency, today, code: dossier.code!, applicant: dossier.applicantName }
  return resultData(definition.results[0]!, form, given, known)
}

/** The envelope every result has: who issues it, in which dossier, how it is checked later. */
export function resultEnvelope(
  definition: Definition,
  {
    code,
    identifier,
    url,
    letterhead,
    system,
    signer,
  }: {
    code: string
    identifier: string
    url: string
    letterhead: { parent?: string; agency: string; place: string; day?: Day }
    system: { name: string; owner: string }
    signer: { authority?: string; title: string; name: string }
  },
) {
  return {
    letterhead,
    procedure: { code: definition.code, name: definition.name },
    code,
    identifier,
    verify: verifyAddress(url, identifier),
    system,
    signer,
  }
}
