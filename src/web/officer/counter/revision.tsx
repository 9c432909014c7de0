import { actTable, componentsOf, formOf, mayAct, type RevisingAct } from '../../../dossiers/index.ts'
import type { StoredFile } from '../../../documents/index.ts'
import { dayOf } from '../../../ground/day.ts'
import { formFor, validateForm } from '../../../procedures/index.ts'
import { actWords, refusalWords, say, type Words } from '../../../words/index.ts'
import { FormFields, readAnswers } from '../../forms/index.ts'
import {
  asset,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  MandatoryNote,
  Notice,
  type Problem,
  Section,
} from '../../ui/index.ts'
import { type Answer, onceKey, type SignedVisit } from '../../visit.ts'
import { onceOf } from '../acts/door.tsx'
import { dossierPage, nameOf } from '../dossier/frame.tsx'
import { openDossier, type Opened } from '../dossier/open.ts'
import { requestsPart } from '../dossier/requests.tsx'
import { address, missing, officerDoor } from '../page.tsx'
import { dossierAddress, listQuery } from '../rows.tsx'
import { Scans, keptFiles, takeScans } from './scans.tsx'

const words = {
  lead: {
    vi: 'Bạn đã nhập hồ sơ này cho {applicant}. Chỉ sửa những gì người nộp mang đến; nội dung khác giữ nguyên, bản trước được lưu lại.',
    en: 'You entered this dossier for {applicant}. Change only what the applicant brings; the rest stays, and the earlier version is kept.',
  },
  form: { vi: 'Tờ khai', en: 'Form' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  cancel: { vi: 'Để sau', en: 'Not now' },
} as const satisfies Record<string, Words>

export const amendAtCounter = revisionDoor('amend')
export const supplementAtCounter = revisionDoor('supplement')

/** What the applicant brings to the counter, entered by the officer who filed the dossier for them: one page, sent at once. */
function revisionDoor(act: RevisingAct) {
  return officerDoor(`/viec/ho-so/:id/${act}`, {
    may: 'by-reach',
    uploads: true,
    get: async (visit) => {
      const opened = await openFor(visit, act)
      return opened
        ? page(opened, act, { answers: formOf(opened.at, opened.dossier), kept: await attached(opened) })
        : missing(visit)
    },
    post: async (visit) => {
      const opened = await openFor(visit, act)
      return opened ? take(opened, act) : missing(visit)
    },
  })
}

async function openFor(visit: SignedVisit, act: RevisingAct): Promise<Opened | undefined> {
  const opened = await openDossier(visit, `act:${act}`)
  return opened && mayAct(opened.dossier, visit.viewer, act).ok ? opened : undefined
}

type Kept = Map<string, Pick<StoredFile, 'id' | 'name'>[]>

/** The files that lie in the dossier; items of a record stay where they are. */
async function attached({ at, dossier }: Opened): Promise<Kept> {
  const lines = await componentsOf(at, dossier)
  return new Map(
    lines.map(({ id, attachments }) => [
      id,
      attachments.flatMap(({ file, item, name }) => (file && !item ? [{ id: file, name }] : [])),
    ]),
  )
}

async function take(opened: Opened, act: RevisingAct): Promise<Answer> {
  const { visit, definition, dossier, at, list } = opened
  const { house, viewer, form, language, now } = visit
  const answers = readAnswers(definition.form, form.fields, { known: formOf(at, dossier) })
  const check = validateForm(definition.form, answers, { today: dayOf(now), language })
  const scans = await takeScans(visit, definition)
  const problems: Problem[] = [
    ...(check.ok ? [] : check.errors.map(({ path, message }) => ({ field: path, message }))),
    ...scans.problems,
  ]
  const again = async (more: readonly Problem[], status: number, no?: Words) =>
    page(
      opened,
      act,
      {
        answers,
        kept: await keptFiles(visit, scans.attachments, await lyingIn(opened)),
        problems: more,
        ...(no ? { no } : {}),
      },
      status,
    )
  if (!check.ok || problems.length > 0) return again(problems, 422)

  const lines = await componentsOf(at, dossier)
  const items = lines.flatMap(({ id, attachments }) =>
    attachments.flatMap(({ item }) => (item ? [{ component: id, recordItem: item }] : [])),
  )
  const attachments = [...items, ...scans.attachments]
  const body = actTable[act].body.safeParse({
    version: Number(form.fields['version']),
    form: check.value,
    attachments,
    without: lines.filter(({ id }) => !attachments.some(({ component }) => component === id)).map(({ id }) => id),
  })
  if (!body.success) return again([], 422, refusalWords['form-incomplete'])
  const outcome = await house.atDeskOnce(
    viewer,
    onceOf(visit),
    (desk) => actTable[act].run(desk, dossier.id, body.data),
    () => ({ status: 303, resource: dossier.id }),
  )
  if (!outcome.ok) return again([], 409, refusalWords[outcome.refusal])
  return { redirect: address(`/viec/ho-so/${dossier.id}`, { ...listQuery(list), xong: act }) }
}

/** The files that lie in the dossier as it stands. */
async function lyingIn({ at, dossier }: Opened): Promise<string[]> {
  return (await componentsOf(at, dossier)).flatMap(({ attachments }) => attachments.flatMap(({ file }) => file ?? []))
}

type Shown = { answers: Record<string, unknown>; kept: Kept; problems?: readonly Problem[]; no?: Words }

async function page(
  opened: Opened,
  act: RevisingAct,
  { answers, kept, problems = [], no }: Shown,
  status?: number,
): Promise<Answer> {
  const { visit, definition, dossier, view, list } = opened
  const { language, csrf } = visit
  const title = say(actWords[act], language)
  const here = dossierAddress(dossier.id, list, act)
  const before = (
    <>
      <ErrorSummary problems={problems} language={language} />
      {no && <Notice tone="important" title={say(no, language)} />}
    </>
  )
  const content = (
    <Section title={title}>
      <p>{say(words.lead, language, { applicant: view.applicant.name })}</p>
      {act === 'supplement' && (await requestsPart(opened, true))}
      <MandatoryNote language={language} />
      <Form action={here} csrf={csrf} multipart hidden={{ version: dossier.version, once: onceKey() }}>
        <h3>{say(words.papers, language)}</h3>
        <Scans components={definition.components} kept={kept} problems={problems} language={language} />
        <h3>{say(words.form, language)}</h3>
        <FormFields
          form={formFor(definition.form, language, 'counter')}
          value={answers}
          problems={problems}
          language={language}
          autofill={false}
        />
        <Buttons>
          <Button>{title}</Button>
          <LinkButton href={dossierAddress(dossier.id, list)} kind="quiet">
            {say(words.cancel, language)}
          </LinkButton>
        </Buttons>
      </Form>
      <script type="module" src={asset('conditions.js').url} />
    </Section>
  )
  const wrong = problems.length > 0 || no !== undefined
  return dossierPage(opened, { title: `${title} – ${nameOf(opened)}`, wrong, before }, content, status)
}
