import { actTable, type DossierDesk, file } from '../../../dossiers/index.ts'
import { dayOf } from '../../../ground/day.ts'
import { done, refused, type Refused } from '../../../ground/result.ts'
import {
  agenciesOf,
  fieldsOf,
  formFor,
  prefilled,
  type ProcedureVersion,
  validateForm,
  valueAt,
  versionOn,
} from '../../../procedures/index.ts'
import { type Refusal, refusalWords, say } from '../../../words/index.ts'
import { readAnswers, withAnswers } from '../../forms/index.ts'
import { typedDay } from '../../admin/typed-day.ts'
import type { Problem } from '../../ui/index.ts'
import type { Answer, SignedVisit } from '../../visit.ts'
import { onceOf } from '../acts/door.tsx'
import { missing, officerDoor } from '../page.tsx'
import { dossierAddress } from '../rows.tsx'
import { type Applicant, lendsOf, readApplicant } from './applicant.tsx'
import { filingPage, type Filing, notANumber } from './filing-page.tsx'
import { keptFiles, takeScans } from './scans.tsx'
import { lookUpApplicant, typedFrom } from './look-up.ts'
import { keepSlip, keptSlip, slipPage } from './slip.tsx'

/** What came over the counter or by post, entered on one page; then the dossier is filed, submitted and open to be accepted. */
export const counterFiling = officerDoor('/viec/tiep-nhan-truc-tiep/:code', {
  may: 'enter-for-applicant',
  uploads: true,
  get: async (visit) => {
    const filing = await openFiling(visit)
    return filing ? filingPage(visit, filing) : missing(visit)
  },
  post: async (visit) => {
    const filing = await openFiling(visit)
    if (!filing) return missing(visit)
    if (visit.form.fields['tra']) return lookedUp(visit, filing)
    if (visit.form.fields['mat'] === 'true') return markedSecret(visit, filing)
    const read = await readFiling(visit, filing)
    if (read.problems.length > 0 || !read.applicant)
      return filingPage(visit, await again(visit, filing, read), { status: 422 })
    return take(visit, filing, { ...read, applicant: read.applicant })
  },
})

/** The procedure of the address as it is in force today, when this officer sits at a counter and it may come in there. */
async function openFiling({ params, house, now, language }: SignedVisit): Promise<Filing | undefined> {
  const version = await versionOn(house.db, params['code'] ?? '', dayOf(now))
  if (!version) return undefined
  const agencies = await agenciesOf(house.db, version.definition.code)
  const form = formFor(version.definition.form, language, 'counter')
  const shown = { ...version, definition: { ...version.definition, form } }
  return { version: shown, agencies, answers: prefilled(form, {}), problems: [], kept: new Map() }
}

/** The page with the particulars of whoever was found already in it, in the e-form too: nothing of that is typed again. */
async function lookedUp(visit: SignedVisit, filing: Filing): Promise<Answer> {
  const found = await lookUpApplicant(visit)
  if (typeof found !== 'string') Object.assign(visit.form.fields, typedFrom(found))
  const { definition } = filing.version
  const who = readApplicant(visit.form, visit.language)
  const typed = readAnswers(definition.form, visit.form.fields)
  const lent = typeof found !== 'string' && 'applicant' in who ? lentTo(definition.form, who.applicant) : {}
  const attachments = (await takeScans(visit, definition)).attachments
  const shown = { applicant: undefined, typed: withAnswers(typed, lent), answers: typed, attachments, problems: [] }
  const problems = [
    ...(found === 'not-a-number' ? [notANumber(visit)] : []),
    ...(found === 'too-many'
      ? [{ field: 'applicant.identityNumber', message: say(refusalWords['too-many-requests'], visit.language) }]
      : []),
  ]
  const page = await again(visit, filing, { ...shown, problems })
  return filingPage(visit, page, { status: problems.length > 0 ? 422 : 200, found })
}

/** What is marked as a state secret is not taken, nor any file with it; that somebody tried is written down. */
async function markedSecret(visit: SignedVisit, filing: Filing): Promise<Answer> {
  const { house, viewer, form, language } = visit
  const no = await house.atDesk(viewer, async () => refused('state-secret'))
  const answers = readAnswers(filing.version.definition.form, form.fields)
  const problems = [{ field: 'mat', message: say(refusalWords[no.ok ? 'state-secret' : no.refusal], language) }]
  return filingPage(visit, { ...filing, answers, problems }, { status: 409 })
}

type ReadFiling = {
  applicant: Applicant | undefined
  /** As typed, for showing again. */
  typed: Record<string, unknown>
  /** With what the applicant's particulars lend to it, for filing. */
  answers: Record<string, unknown>
  attachments: { component: string; file: string }[]
  problems: Problem[]
}

/** Everything typed and sent, with all there is to mend. What the e-form asks of the applicant again is taken from above. */
async function readFiling(visit: SignedVisit, { version: { definition } }: Filing): Promise<ReadFiling> {
  const { form, language, now } = visit
  const who = readApplicant(form, language)
  const applicant = 'applicant' in who ? who.applicant : undefined
  const typed = readAnswers(definition.form, form.fields)
  const lent = applicant ? lentTo(definition.form, applicant) : {}
  const check = validateForm(definition.form, withAnswers(typed, lent), { today: dayOf(now), language })
  const wrong = check.ok ? [] : check.errors.map(({ path, message }) => ({ field: path, message }))
  // What the applicant's particulars will lend once they are right is not asked for now.
  const awaited = applicant ? [] : lendable(definition.form).filter((pointer) => valueAt(typed, pointer) === undefined)
  const scans = await takeScans(visit, definition)
  const problems = [
    ...('problems' in who ? who.problems : []),
    ...wrong.filter(({ field }) => !awaited.includes(field)),
    ...scans.problems,
  ]
  return { applicant, typed, answers: check.ok ? check.value : typed, attachments: scans.attachments, problems }
}

type EForm = ProcedureVersion['definition']['form']

function lendable(form: EForm): string[] {
  return fieldsOf(form).flatMap(({ pointer, schema }) => (schema['x-prefill'] ? [pointer] : []))
}

function lentTo(form: EForm, applicant: Applicant): Record<string, unknown> {
  const lent = prefilled(form, lendsOf(applicant))
  const pairs = lendable(form).map((pointer) => [pointer, valueAt(lent, pointer)] as const)
  return Object.fromEntries(pairs.filter(([, answer]) => answer !== undefined))
}

/** The page once more, with what was typed and the files that have already arrived. */
async function again(
  visit: SignedVisit,
  filing: Filing,
  { typed, attachments, problems }: ReadFiling,
): Promise<Filing> {
  const kept = await keptFiles(visit, attachments)
  return { ...filing, answers: typed, problems, kept }
}

/** Files and submits in one transaction, once however often the form arrives. */
async function take(visit: SignedVisit, filing: Filing, read: ReadFiling & { applicant: Applicant }): Promise<Answer> {
  const { house, viewer, form } = visit
  const body = {
    procedure: filing.version.definition.code,
    agency: form.fields['agency'] ?? '',
    channel: form.fields['channel'] === 'post' ? ('post' as const) : ('counter' as const),
    applicant: read.applicant,
    form: read.answers,
    attachments: read.attachments,
    returnBy: returnWay(form.fields['returnBy']),
  }
  const late = lateEntry(form.fields)
  if (late === undefined) {
    const problems = [{ field: 'receivedOn', message: say(refusalWords['entry-time-wrong'], visit.language) }]
    return filingPage(visit, await again(visit, filing, { ...read, problems }), { status: 422 })
  }
  const once = onceOf(visit)
  const outcome = await house.atDeskOnce(
    viewer,
    once,
    async (desk: DossierDesk) => {
      const filed = await file(desk, body)
      if (!filed.ok) return filed
      const { id, version, firstPassword, username } = filed.value
      const submitted = await actTable.submit.run(desk, id, { version, declaration: true, ...late })
      return submitted.ok ? done({ id, firstPassword, username }) : submitted
    },
    ({ id }) => ({ status: 303, resource: id }),
  )
  if (!outcome.ok) {
    const problems = placesOf(outcome, visit)
    return filingPage(visit, await again(visit, filing, { ...read, problems }), {
      status: 409,
      no: refusalWords[outcome.refusal],
    })
  }
  const key = once?.key ?? ''
  if (outcome.value.repeated) {
    const slip = keptSlip(`${viewer.id} ${key}`)
    return slip ? slipPage(visit, slip) : { redirect: acceptAddress(outcome.value.resource) }
  }
  const { id, firstPassword, username } = outcome.value.value
  if (!firstPassword) return { redirect: acceptAddress(id) }
  const slip = { dossier: id, name: read.applicant.displayName, username, password: firstPassword }
  keepSlip(`${viewer.id} ${key}`, slip)
  return slipPage(visit, slip)
}

/** What was typed of papers that came in earlier; nothing was typed: an empty one; no moment: nothing. */
function lateEntry(fields: Readonly<Record<string, string>>) {
  const day = typedDay(fields, 'receivedOn')
  if (day === null) return {}
  const time = /^(\d{1,2})[:h](\d{2})$/.exec(fields['receivedTime']?.trim() ?? '')
  if (!day || !time || Number(time[1]) > 23 || Number(time[2]) > 59) return undefined
  const reason = fields['entryReason']?.trim()
  return {
    receivedAt: `${day}T${time[1]!.padStart(2, '0')}:${time[2]}:00+07:00`,
    ...(reason ? { entryReason: reason } : {}),
  }
}

const acceptAddress = (id: string) => dossierAddress(id, { queue: 'intake' }, 'accept')

function returnWay(way: string | undefined): 'online' | 'counter' | 'post' {
  return way === 'online' || way === 'post' ? way : 'counter'
}

/** At which field a refusal belongs. */
function placesOf({ refusal, detail }: Refused<Refusal>, { language }: SignedVisit): Problem[] {
  const message = say(refusalWords[refusal], language)
  switch (refusal) {
    case 'identity-number-wrong':
    case 'tax-code-wrong':
      return [{ field: 'applicant.identityNumber', message }]
    case 'name-wrong':
      return [{ field: 'applicant.displayName', message }]
    case 'audience-closed':
      return [{ field: 'applicant.kind', message }]
    case 'agency-not-competent':
      return [{ field: 'agency', message }]
    case 'channel-closed':
      return [{ field: 'channel', message }]
    case 'return-closed':
      return [{ field: 'returnBy', message }]
    case 'form-incomplete':
      return ((detail?.['errors'] ?? []) as { path: string; message: string }[]).map((one) => ({
        field: one.path,
        message: one.message,
      }))
    case 'entry-time-wrong':
      return [{ field: 'receivedOn', message }]
    case 'entry-reason-missing':
      return [{ field: 'entryReason', message }]
    case 'state-secret':
      return [
        detail?.['component'] ? { field: `file.${String(detail['component'])}`, message } : { field: 'mat', message },
      ]
    case 'file-not-yours':
    case 'file-too-large':
    case 'file-kind-refused':
      return [{ field: `file.${String(detail?.['component'])}`, message }]
    default:
      return []
  }
}
