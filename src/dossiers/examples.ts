import { dayOf } from '../ground/day.ts'
import { officersOf } from '../organisations/index.ts'
import { resultExample, versionById } from '../procedures/index.ts'
import type { Dossier } from './dossier.ts'
import type { Transition } from './law/index.ts'
import { componentsOf, documentsOf } from './papers.ts'
import type { Reader } from './read.ts'

/** A body for this step that is valid as it stands, for whoever tries the act for the first time. */
export async function examplesFor(
  at: Reader,
  dossier: Dossier,
  step: Transition,
  trainingPin?: string,
): Promise<Record<string, unknown>> {
  const { version } = dossier
  switch (step.act) {
    case 'submit':
      return { version, declaration: true }
    case 'accept':
      return { version, components: await verdicts(at, dossier), forward: false }
    case 'assign':
      return { version, to: await firstOfficer(at, dossier) }
    case 'propose-result':
      return {
        version,
        outcome: 'grant',
        components: await authentications(at, dossier),
        result: { fields: await resultFields(at, dossier) },
        note: '',
      }
    case 'approve':
      return { version, draft: await draftHash(at, dossier) }
    case 'send-back':
      return { version, reason: 'Đề nghị kiểm tra lại nội dung dự thảo so với tờ khai.' }
    case 'sign-result':
      return { version, as: step.as, draft: await draftHash(at, dossier), ...(trainingPin ? { pin: trainingPin } : {}) }
    case 'return-result':
      return { version, by: dossier.returnBy }
    case 'forward':
    case 'hand-to-counter':
      return { version }
  }
}

async function verdicts(at: Reader, dossier: Dossier) {
  const components = await componentsOf(at, dossier)
  return components.map(({ id, attachments, required }) => ({
    component: id,
    verdict: attachments.length > 0 || required === true ? 'ok' : 'not-applicable',
  }))
}

async function authentications(at: Reader, dossier: Dossier) {
  const components = await componentsOf(at, dossier)
  return components.filter(({ verdict }) => verdict === 'ok').map(({ id }) => ({ component: id, authenticated: true }))
}

/** What the form cannot say of the result, as the procedure's own example says it. */
async function resultFields({ db }: Reader, dossier: Dossier): Promise<Record<string, unknown>> {
  const { definition } = await versionById(db, dossier.procedureVersion)
  return resultExample(definition.results[0]!)
}

async function firstOfficer({ db, now }: Reader, dossier: Dossier): Promise<string> {
  const officers = await officersOf(db, dossier.agency, 'processing-officer', dayOf(now))
  return officers[0]?.username ?? ''
}

async function draftHash(at: Reader, dossier: Dossier): Promise<string> {
  const documents = await documentsOf(at, dossier)
  return documents.findLast(({ kind }) => kind === 'result-draft')?.sha256 ?? ''
}
