import { isDeepStrictEqual } from 'node:util'
import { dayOf } from '../ground/day.ts'
import { agenciesToAsk, officersOf } from '../organisations/index.ts'
import { neededComponents, pointersOf, resultExample, validateForm, valueAt, versionById } from '../procedures/index.ts'
import { causeNeeded } from './asking.ts'
import type { Dossier, Form } from './dossier.ts'
import { slipKind } from './acts/confirm-extension.ts'
import { exampleLength } from './extensions.ts'
import { heldItems } from './held.ts'
import { apologyOf, isLate, type Transition } from './law/index.ts'
import { askedOf, legsOf } from './legs.ts'
import { componentsOf, documentsOf } from './papers.ts'
import { formOf, type Reader } from './read.ts'
import { isCheckDemanded } from './scans.ts'
import { unansweredRequest } from './requests.ts'

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
      return {
        version,
        by: dossier.returnBy,
        ...((await isCheckDemanded({ sql: at.db, vault: at.vault, now: at.now }, dossier)) &&
        dossier.paperCheck === null
          ? { paperCheck: { outcome: 'match' } }
          : {}),
      }
    case 'amend':
      return { version, form: await changedForm(at, dossier) }
    case 'supplement':
      return { version, ...(await answer(at, dossier)) }
    case 'withdraw':
      return { version, reason: 'Tôi không còn nhu cầu thực hiện thủ tục này.' }
    case 'return-with-guidance':
      return {
        version,
        components: await oneFailing(at, dossier),
        guidance: 'Hãy chụp lại giấy tờ cho rõ rồi gửi lại.',
      }
    case 'request-supplement': {
      const cause = await causeNeeded(at.db, dossier)
      const components = await oneFailing(at, dossier)
      return { version, components, guidance: 'Hãy nộp lại giấy tờ đủ trang, rõ chữ.', ...(cause ? { cause } : {}) }
    }
    case 'reject':
      return { version, reason: 'Thủ tục này do cơ quan khác giải quyết.', basis: await basisOf(at, dossier) }
    case 'refuse-result':
    case 'stop':
      return { version, reason: 'Hồ sơ không đủ điều kiện giải quyết.', basis: await basisOf(at, dossier) }
    case 'apologise':
      return {
        version,
        ...apologyExample(at, dossier, step),
        ...(trainingPin ? { pin: trainingPin } : {}),
      }
    case 'request-extension':
      return {
        version,
        extension: await exampleLength(at.db, dossier, at.now),
        reason: 'Cần xác minh thêm với cơ quan nơi người đề nghị cư trú trước đây.',
      }
    case 'confirm-extension':
      return {
        version,
        draft: await hashOf(at, dossier, slipKind(dossier)),
        ...(trainingPin && step.who === 'centre-director' ? { pin: trainingPin } : {}),
      }
    case 'explain-delay':
      return { version, fault: 'officer', cause: 'workload' }
    case 'record-paper-check':
      return { version, outcome: 'match' }
    case 'mark-not-collected':
      return { version, reason: 'Đã nhắc nhưng người nộp chưa đến nhận.' }
    case 'request-opinion':
      return {
        version,
        agencies: await agencyToAsk(at, dossier),
        question: 'Đề nghị quý cơ quan cho ý kiến về hồ sơ này.',
      }
    case 'schedule-verification':
      return {
        version,
        at: new Date(at.now.getTime() + 24 * 3_600_000).toISOString(),
        place: 'Nơi cư trú của người nộp',
        participants: 'Cán bộ thụ lý, trưởng thôn, người nộp',
        content: 'Xác minh nơi cư trú thực tế.',
      }
    case 'record-verification':
      return {
        version,
        matches: true,
        findings: 'Nội dung khai đúng với thực tế.',
        ...(await allPresented(at, dossier)),
      }
    case 'confirm-draft':
      return { version, draft: await draftHash(at, dossier), agrees: true }
    case 'propose-transfer':
      return { version, conclusion: 'Hồ sơ đủ điều kiện, đề nghị cơ quan cấp trên tiếp tục giải quyết.' }
    case 'give-opinion':
    case 'finish-leg':
    case 'close-wait':
      // Never offered on the dossier itself: they belong to a leg, or to the house.
      return { version }
    case 'pass-on':
    case 'forward':
    case 'hand-to-counter':
    case 'archive':
      return { version }
  }
}

/** As if every paper that was called for had been brought and agreed. */
async function allPresented({ db, vault }: Reader, dossier: Dossier) {
  const open = (await legsOf(db, dossier.id)).find(({ kind, outcome }) => kind === 'verification' && outcome === null)
  const papers = open ? askedOf(vault, open).papers : undefined
  return papers ? { presented: papers.map(({ component }) => ({ component, form: 'original', matches: true })) } : {}
}

async function verdicts(at: Reader, dossier: Dossier) {
  const { definition } = await versionById(at.db, dossier.procedureVersion)
  const needed = neededComponents(definition, { form: formOf(at, dossier), channel: dossier.channel })
  const components = await componentsOf(at, dossier)
  return components.map(({ id, attachments }) => ({
    component: id,
    verdict: attachments.length > 0 || needed.some((one) => one.id === id) ? 'ok' : 'not-applicable',
  }))
}

/** As if nothing was in order with the first paper that is asked for. */
async function oneFailing(at: Reader, dossier: Dossier) {
  const [marks, held] = await Promise.all([verdicts(at, dossier), heldItems(at, dossier)])
  const isHeld = ({ component }: { component: string }) => held.some((one) => one.component === component)
  const wanting = marks.find((mark) => mark.verdict === 'ok' && !isHeld(mark)) ?? marks[0]!
  const special = isHeld(wanting) ? { special: 'Bản trong kho không đọc được nội dung cần kiểm tra.' } : {}
  return marks.map((mark) =>
    mark === wanting ? { ...mark, verdict: 'fail', reason: 'Bản chụp bị mờ, chưa đọc được.', ...special } : mark,
  )
}

/** Every paper that was asked for explained; where none was, a changed answer. */
async function answer(at: Reader, dossier: Dossier) {
  const request = await unansweredRequest(at.db, at.vault, dossier.id)
  const asked = request?.components.filter(({ verdict }) => verdict === 'fail') ?? []
  if (asked.length === 0 || dossier.channel !== 'online') return { form: await changedForm(at, dossier) }
  const text = 'Giấy tờ đã nộp là bản rõ nhất hiện có; bản gốc sẽ được mang đến quầy để đối chiếu.'
  return { explanations: asked.map(({ component }) => ({ component, text })) }
}

/** The answers with the first one changed that may be any text. */
async function changedForm(at: Reader, dossier: Dossier): Promise<Form> {
  const { definition } = await versionById(at.db, dossier.procedureVersion)
  const form = formOf(at, dossier)
  for (const pointer of definition.form.layout.pages.flatMap(pointersOf)) {
    const said = valueAt(form, pointer)
    if (typeof said !== 'string' || said === '') continue
    const changed = withValue(form, pointer, `${said} B`)
    const read = validateForm(definition.form, changed, { today: dayOf(at.now) })
    if (read.ok && !isDeepStrictEqual(read.value, form)) return changed
  }
  return form
}

function withValue(form: Form, pointer: string, value: string): Form {
  const copy = structuredClone(form)
  const places = pointer.split('/').slice(1)
  const last = places.pop()!
  const inside = places.reduce<Record<string, unknown>>((here, place) => here[place] as Record<string, unknown>, copy)
  inside[last] = value
  return copy
}

async function basisOf({ db }: Reader, dossier: Dossier): Promise<string> {
  const { definition } = await versionById(db, dossier.procedureVersion)
  return definition.legalBasis[0]!.number
}

async function authentications(at: Reader, dossier: Dossier) {
  const components = await componentsOf(at, dossier)
  return components
    .filter(({ verdict }) => verdict !== 'not-applicable')
    .map(({ id }) => ({ component: id, authenticated: true }))
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

async function agencyToAsk({ db, now }: Reader, dossier: Dossier): Promise<string[]> {
  const others = await agenciesToAsk(db, dayOf(now))
  return others
    .filter(({ id }) => id !== dossier.agency)
    .slice(0, 1)
    .map(({ id }) => id)
}

function apologyExample({ now }: Reader, { due, issuedAt, lateFault }: Dossier, step: Transition) {
  const about = apologyOf(step)
  if (about !== 'late') return { about, reason: 'Lần hướng dẫn trước chưa nêu đủ nội dung cần hoàn thiện.' }
  const said = isLate(due, { issuedAt, now }) && !lateFault ? { fault: 'officer', cause: 'workload' } : {}
  return { about, reason: 'Hồ sơ cần xác minh thêm nên chưa xong đúng hẹn.', ...said }
}

async function hashOf(at: Reader, dossier: Dossier, kind: string): Promise<string> {
  return (await documentsOf(at, dossier)).findLast((one) => one.kind === kind)?.sha256 ?? ''
}

async function draftHash(at: Reader, dossier: Dossier): Promise<string> {
  return hashOf(at, dossier, dossier.proposal === 'supplement' ? 'supplement-draft' : 'result-draft')
}
