import { dayOf } from '../../ground/day.ts'
import { isId } from '../../ground/uuid.ts'
import {
  appoint,
  appointBody,
  changeUnit,
  changeUnitBody,
  decidePost,
  endPost,
  endPostBody,
  type ProposedPost,
  proposedPosts,
  type UnitParticulars,
  unitByIdentifier,
  unitParticulars,
} from '../../organisations/index.ts'
import { isUnitKind, mayDo, unitKinds, unitLevels } from '../../organisations/law/index.ts'
import { type Refusal, refusalWords, say, type Words } from '../../words/index.ts'
import { missing, officerDoor, officerPage } from '../officer/desk.ts'
import {
  BackLink,
  Button,
  DefinitionList,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  type Problem,
  Section,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { Website } from './organisations.tsx'
import { typedUnit, UnitFields, unitNames, unitProblems } from './unit-fields.tsx'
import { AppointForm, appointNames, Posts } from './unit-posts.tsx'
import { Proposed } from './unit-proposed.tsx'
import { words } from './unit-words.ts'

const list = '/quan-tri/to-chuc'
const doneWords: Record<string, Words> = {
  them: words.opened,
  sua: words.changed,
  giao: words.appointed,
  cho: words.proposed,
  het: words.ended,
  bo: words.dropped,
}
type Told = { problems?: readonly Problem[]; refusal?: Refusal; password?: { username: string; password: string } }

/** One unit: what is said of it, who holds a post in it; whoever administers changes both. */
export const unitPage = officerDoor(`${list}/:id`, {
  may: 'see-organisations',
  get: async (visit) => {
    const unit = await unitOf(visit)
    return unit ? page(visit, unit) : missing(visit)
  },
  post: async (visit) => {
    const unit = await unitOf(visit)
    if (!unit) return missing(visit)
    const { viec } = visit.form.fields
    if (viec === 'giao') return give(visit, unit)
    if (viec === 'ket-thuc') return end(visit, unit)
    if (viec === 'giao-that' || viec === 'bo') return decide(visit, unit, viec === 'giao-that')
    return change(visit, unit)
  },
})

async function unitOf({ house, params, now }: SignedVisit): Promise<UnitParticulars | undefined> {
  const id = params['id'] ?? ''
  return isId(id) ? unitParticulars(house.db, id, dayOf(now)) : undefined
}

async function change(visit: SignedVisit, unit: UnitParticulars): Promise<Answer> {
  const read = changeUnitBody.safeParse(typedUnit(visit))
  if (!read.success)
    return page(visit, unit, {
      problems: unitProblems(
        read.error.issues.map(({ path }) => path),
        unitNames,
        visit,
      ),
    })
  const changed = await visit.house.atDesk(visit.viewer, (desk) => changeUnit(desk, unit.id, read.data))
  return changed.ok ? { redirect: `${list}/${unit.id}?xong=sua` } : refusedPage(visit, unit, changed.refusal)
}

async function give(visit: SignedVisit, unit: UnitParticulars): Promise<Answer> {
  const { house, viewer, form, language } = visit
  const text = (name: string) => form.fields[name]?.trim().normalize('NFC') ?? ''
  const code = text(appointNames.from)
  const from = code ? await unitByIdentifier(house.db, code) : null
  const read = appointBody.safeParse({
    username: text(appointNames.username),
    name: text(appointNames.name) || null,
    role: text(appointNames.role),
    title: text(appointNames.title),
    decision: text(appointNames.decision),
    from: from === null ? null : from?.id,
  })
  if (!read.success) {
    const problems = unitProblems(
      read.error.issues.map(({ path }) => path),
      appointNames,
      visit,
    )
    const said = (one: Problem) => (one.field === appointNames.from ? say(words.unknownUnit, language) : one.message)
    return page(visit, unit, { problems: problems.map((one) => ({ ...one, message: said(one) })) })
  }
  const given = await house.atDesk(viewer, (desk) => appoint(desk, unit.id, read.data))
  if (!given.ok) {
    if (given.refusal === 'not-permitted') return missing(visit)
    const field = given.refusal === 'roles-exclude-each-other' ? appointNames.role : appointNames.username
    return page(visit, unit, { problems: [{ field, message: say(refusalWords[given.refusal], language) }] })
  }
  const { firstPassword: password, waits } = given.value
  if (!password) return { redirect: `${list}/${unit.id}?xong=${waits ? 'cho' : 'giao'}` }
  // Shown once, in the answer to the form itself: no address leads to it.
  visit.form.fields = {}
  return page(visit, (await unitOf(visit))!, { password: { username: read.data.username, password } })
}

async function end(visit: SignedVisit, unit: UnitParticulars): Promise<Answer> {
  const { fields } = visit.form
  const field = `van-ban-${fields['vi-tri'] ?? ''}`
  const read = endPostBody.safeParse({ post: fields['vi-tri'], decision: fields[field] })
  const own = read.success && unit.posts.some(({ id }) => id === read.data.post)
  if (!own) return page(visit, unit, { problems: [{ field, message: say(words.needed, visit.language) }] })
  const ended = await visit.house.atDesk(visit.viewer, (desk) => endPost(desk, read.data))
  return ended.ok ? { redirect: `${list}/${unit.id}?xong=het` } : refusedPage(visit, unit, ended.refusal)
}

async function decide(visit: SignedVisit, unit: UnitParticulars, isGranted: boolean): Promise<Answer> {
  const { house, viewer, form } = visit
  const id = form.fields['de-xuat'] ?? ''
  const own = (await proposedPosts(house.db, unit.id)).some((one) => one.id === id)
  if (!own) return refusedPage(visit, unit, 'request-decided')
  const decided = await house.atDesk(viewer, (desk) => decidePost(desk, id, isGranted))
  if (!decided.ok) return refusedPage(visit, unit, decided.refusal)
  return { redirect: `${list}/${unit.id}?xong=${isGranted ? 'giao' : 'bo'}` }
}

function refusedPage(visit: SignedVisit, unit: UnitParticulars, refusal: Refusal): Promise<Answer> {
  return refusal === 'not-permitted' ? missing(visit) : page(visit, unit, { refusal })
}

async function page(
  visit: SignedVisit,
  unit: UnitParticulars,
  { problems = [], refusal, password }: Told = {},
): Promise<Answer> {
  const { language, csrf, query, viewer } = visit
  const isWrong = problems.length > 0 || refusal !== undefined
  const isOpen = unit.until === null
  const done = doneWords[query['xong'] ?? '']
  const mayGive = mayDo(viewer, 'manage-officers')
  const proposed: ProposedPost[] = mayGive ? await proposedPosts(visit.house.db, unit.id) : []
  const here = `${list}/${unit.id}`
  return officerPage(
    visit,
    { title: unit.name, wrong: isWrong },
    <>
      <BackLink href={list} label={say(words.back, language)} language={language} />
      <ErrorSummary problems={problems} language={language} />
      {refusal && <Notice tone="important" title={say(refusalWords[refusal], language)} />}
      {done && !isWrong && <Notice tone="success" title={say(done, language)} />}
      {password && (
        <Notice tone="success" title={say(words.password, language, password)}>
          <p>{say(words.passwordText, language)}</p>
        </Notice>
      )}
      <Heading kicker={unit.identifier}>{unit.name}</Heading>
      <Facts visit={visit} unit={unit} />
      <Posts visit={visit} unit={unit} action={here} mayEnd={mayGive} />
      {proposed.length > 0 && <Proposed visit={visit} posts={proposed} action={here} />}
      {isOpen && mayGive && (
        <Section title={say(words.give, language)} id="giao-vi-tri">
          <p class="prose">{say(words.giveText, language)}</p>
          <AppointForm visit={visit} action={here} problems={problems} />
        </Section>
      )}
      {isOpen && mayDo(viewer, 'manage-organisations') && (
        <Section title={say(words.change, language)}>
          <Form action={here} csrf={csrf}>
            <UnitFields visit={visit} problems={problems} unit={unit} />
            <Button>{say(words.save, language)}</Button>
          </Form>
        </Section>
      )}
    </>,
    isWrong ? 422 : 200,
  )
}

function Facts({ visit: { language }, unit }: { visit: SignedVisit; unit: UnitParticulars }) {
  const { kind, level, parentName, website, remit, address, phone, settles } = unit
  const row = (label: keyof typeof words, value: string | null) =>
    value ? [{ label: say(words[label], language), value }] : []
  return (
    <DefinitionList
      rows={[
        ...row('kind', isUnitKind(kind) ? say(unitKinds[kind], language) : kind),
        ...row('level', say(unitLevels[level as keyof typeof unitLevels], language)),
        ...row('above', parentName),
        ...row('address', address),
        ...row('phone', phone),
        { label: say(words.website, language), value: <Website of={website} language={language} /> },
        ...row('remit', remit),
        ...row('settles', settles ? say(words.yes, language) : null),
      ]}
    />
  )
}
