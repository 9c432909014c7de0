import type { z } from 'zod'
import { type Act, actTable, type DossierDesk, mayAct, type Transition } from '../../../dossiers/index.ts'
import { requestHash } from '../../../ground/idempotency.ts'
import type { Refused, Result } from '../../../ground/result.ts'
import { actWords, type Refusal, refusalWords, say, type Words } from '../../../words/index.ts'
import {
  Button,
  Buttons,
  Columns,
  DefinitionList,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  type Problem,
  Section,
} from '../../ui/index.ts'
import { type Answer, onceKey, type SignedVisit } from '../../visit.ts'
import { dossierPage, nameOf } from '../dossier/frame.tsx'
import { openDossier, type Opened } from '../dossier/open.ts'
import { factsOf } from '../dossier/side.tsx'
import { address, missing, officerDoor } from '../page.tsx'
import { dossierAddress, listQuery } from '../rows.tsx'
import type { Acting, ActScreen } from './screen.ts'

const words = {
  facts: { vi: 'Thông tin chung', en: 'About' },
  cancel: { vi: 'Để sau', en: 'Not now' },
  reload: { vi: 'Tải lại trang này', en: 'Reload this page' },
  open: { vi: 'Xem hồ sơ đang ở đâu', en: 'See where the dossier is' },
  kept: { vi: 'Những gì bạn đã nhập vẫn còn ở dưới.', en: 'What you entered is still below.' },
  mend: { vi: 'Hãy điền hoặc sửa mục này.', en: 'Fill in or mend this field.' },
} as const satisfies Record<string, Words>

/** The button that opens another act sends this. */
const goOn = 'sang'

type Moved = { id: string; version: number; state: string }
type Run = (desk: DossierDesk, id: string, body: unknown) => Promise<Result<Moved, Refusal>>

/** The door of one act: its form, and the act itself. Whoever may never do it does not find it. */
export function actDoor(screen: ActScreen) {
  return officerDoor(`/viec/ho-so/:id/${screen.act}`, {
    may: 'by-reach',
    get: async (visit) => {
      const on = await open(visit, screen)
      if (!on) return missing(visit)
      if ('no' in on) return tooLate(on.opened, screen, on.no)
      const expired = visit.query['het-han'] ? refusalWords['form-expired'] : undefined
      return show(screen, { ...on.opened, step: on.step, typed: undefined, problems: [] }, { no: expired })
    },
    post: async (visit) => {
      const on = await open(visit, screen)
      if (!on) return missing(visit)
      if ('no' in on) return repeatedOrTooLate(screen, on.opened, on.no)
      const acting: Acting = { ...on.opened, step: on.step, typed: visit.form, problems: [] }
      // Gone on to from the form of another act: opened with what was typed there, and nothing is done yet.
      if (visit.form.fields[goOn]) return show(screen, acting)
      const read = await screen.read(acting)
      if ('problems' in read) return show(screen, { ...acting, problems: read.problems }, { status: 422 })
      return take(screen, acting, read.body)
    },
  })
}

type On = { opened: Opened } & ({ step: Transition } | { no: Refused<Refusal> })

/** The dossier with the step this viewer may take; nothing when it is out of reach or never this viewer's to do. */
async function open(visit: SignedVisit, { act }: ActScreen): Promise<On | undefined> {
  const opened = await openDossier(visit, `act:${act}`)
  if (!opened) return undefined
  const step = mayAct(opened.dossier, visit.viewer, act)
  if (step.ok) return { opened, step: step.value }
  if (step.refusal === 'not-permitted') return undefined
  return { opened, no: step }
}

/** Does the act once, however often its form arrives. */
async function take(screen: ActScreen, acting: Acting, body: Record<string, unknown>): Promise<Answer> {
  const { visit, dossier } = acting
  const { house, viewer, form } = visit
  const { body: schema, run } = actTable[screen.act]
  const parsed = (schema as z.ZodType).safeParse({ ...body, version: Number(form.fields['version']) })
  if (!parsed.success) {
    return show(screen, { ...acting, problems: misread(parsed.error, visit) }, { status: 422 })
  }
  const outcome = await house.atDeskOnce(
    viewer,
    onceOf(visit),
    (desk) => (run as Run)(desk, dossier.id, parsed.data),
    ({ id }) => ({ status: 303, resource: id }),
  )
  if (!outcome.ok) return refusedPage(screen, acting, outcome)
  return afterwards(screen, acting)
}

/** The PIN is left out: nothing from which it could be guessed lies in the database. */
export function onceOf({ viewer, form, path }: SignedVisit) {
  const key = form.fields['once']
  if (!key || key.length > 100) return undefined
  const { pin: _pin, csrf: _csrf, ...sent } = form.fields
  return { account: viewer.id, key, request: requestHash('POST', path.split('?')[0]!, JSON.stringify(sent)) }
}

function misread(error: z.ZodError, { language }: SignedVisit): Problem[] {
  return error.issues.map(({ path }) => ({ field: String(path[0] ?? 'act'), message: say(words.mend, language) }))
}

async function refusedPage(screen: ActScreen, acting: Acting, no: Refused<Refusal>): Promise<Answer> {
  const { visit } = acting
  if (no.refusal === 'not-found' || no.refusal === 'not-permitted') return missing(visit)
  // What was refused may have been changed by somebody else: the form stands on the dossier as it is now.
  const fresh = await open(visit, screen)
  if (!fresh) return missing(visit)
  if ('no' in fresh) return tooLate(fresh.opened, screen, fresh.no)
  const now: Acting = { ...acting, ...fresh.opened, step: fresh.step }
  const problems = screen.places?.(no, now) ?? []
  return show(screen, { ...now, problems }, { status: 409, no: refusalWords[no.refusal] })
}

/** The act is no longer to be done: said with the way to the dossier. A form that was sent twice ends where the first one did. */
async function repeatedOrTooLate(screen: ActScreen, opened: Opened, no: Refused<Refusal>): Promise<Answer> {
  const { visit, dossier } = opened
  const again = await visit.house.atDeskOnce(
    visit.viewer,
    onceOf(visit),
    async () => no,
    () => ({ status: 303, resource: dossier.id }),
  )
  return again.ok && again.value.repeated ? afterwards(screen, opened) : tooLate(opened, screen, no)
}

/** Where an officer goes after the act: to its own page, or to the dossier that says what was done. */
function afterwards({ act, after }: ActScreen, { dossier, neighbours, list }: Opened): Answer {
  const query = { ...listQuery(list), sau: neighbours?.next ?? neighbours?.previous ?? undefined }
  const here = `/viec/ho-so/${dossier.id}`
  return { redirect: after ? address(`${here}/${after}`, query) : address(here, { ...query, xong: act }) }
}

async function tooLate(opened: Opened, screen: ActScreen, no: Refused<Refusal>): Promise<Answer> {
  const { visit, dossier, list } = opened
  const { language } = visit
  const title = say(calledIn(screen, opened), language)
  const content = (
    <Section title={title}>
      <Notice tone="important" title={say(refusalWords[no.refusal], language)}>
        <p>
          <a href={dossierAddress(dossier.id, list)}>{say(words.open, language)}</a>
        </p>
      </Notice>
    </Section>
  )
  return dossierPage(opened, { title: `${title} – ${nameOf(opened)}`, wrong: true }, content, 409)
}

/** The form of the act, with what is to be mended on top and everything typed kept. */
async function show(
  screen: ActScreen,
  acting: Acting,
  { no, status }: { no?: Words; status?: number } = {},
): Promise<Answer> {
  const { visit, dossier, list, problems } = acting
  const { language } = visit
  const title = say(calledIn(screen, acting), language)
  const here = dossierAddress(dossier.id, list, screen.act)
  const before = (
    <>
      <ErrorSummary problems={problems} language={language} />
      {no && problems.length === 0 && (
        <Notice tone="important" title={say(no, language)}>
          <p>
            {acting.typed && `${say(words.kept, language)} `}
            <a href={here}>{say(words.reload, language)}</a>
          </p>
        </Notice>
      )}
    </>
  )
  const content = (
    <Columns
      aside={
        <Section title={say(words.facts, language)}>
          <DefinitionList compact rows={factsOf(acting)} />
        </Section>
      }
    >
      <Section title={title}>
        <Form action={here} csrf={visit.csrf} hidden={{ version: dossier.version, once: onceKey() }}>
          {await screen.fields(acting)}
          <Buttons>
            <Button kind={screen.grave ? 'grave' : 'primary'}>
              {screen.button ? say(screen.button, language) : title}
            </Button>
            {othersOf(screen, acting).map((act) => (
              <Button kind="quiet" name={goOn} value="1" formaction={dossierAddress(dossier.id, list, act)}>
                {say(actWords[act], language)}
              </Button>
            ))}
            <LinkButton href={dossierAddress(dossier.id, list)} kind="quiet">
              {say(words.cancel, language)}
            </LinkButton>
          </Buttons>
        </Form>
      </Section>
    </Columns>
  )
  const wrong = problems.length > 0 || no !== undefined
  return dossierPage(acting, { title: `${title} – ${nameOf(acting)}`, wrong, before }, content, status)
}

function calledIn({ act, called }: ActScreen, opened: Opened): Words {
  return called?.(opened) ?? actWords[act]
}

/** Of the acts that may follow from this form, those the viewer may do; what one of them still lacks, its own page says. */
function othersOf({ others = [] }: ActScreen, { dossier, visit }: Acting): Act[] {
  return others.filter((act) => mayAct(dossier, visit.viewer, act).ok)
}
