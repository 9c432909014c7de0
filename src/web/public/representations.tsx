import { z } from 'zod'
import {
  answerAppointment,
  askBody,
  askRepresentation,
  endRepresentation,
  grantBody,
  grantRepresentation,
  offersTo,
  type RepresentationPlace,
  representationsOf,
} from '../../accounts/index.ts'
import { inspect, markAttached, upload } from '../../documents/index.ts'
import { isId } from '../../ground/uuid.ts'
import { type Refusal, refusalText } from '../../words/index.ts'
import { typedDay } from '../admin/typed-day.ts'
import { addresses, ErrorSummary, Heading, Notice, type Problem, Section } from '../ui/index.ts'
import { type Answer, type PageDoor, sentBy, type SignedVisit } from '../visit.ts'
import { addressWith, readCursor, writeCursor } from './cursor.ts'
import { AskForm, GrantForm } from './representations-forms.tsx'
import { Representations } from './representations-list.tsx'
import { Offers } from './representations-offers.tsx'
import { words } from './representations-words.ts'
import { show, tellerOf } from './show.tsx'

const here = '/tai-khoan/dai-dien'
const place = z.object({ at: z.iso.datetime(), id: z.uuid() })
const fieldOf: Partial<Record<Refusal, string>> = {
  'representation-period-wrong': 'until',
  'name-wrong': 'name',
  'representative-needed': 'representative',
}

/** Whom one represents and who represents one: asking with a paper, appointing, ending. */
export const representations: PageDoor = {
  path: here,
  for: 'citizen',
  uploads: true,
  get: async (visit) => page(visit as SignedVisit),
  post: async (asked) => {
    const visit = asked as SignedVisit
    const { 'cham-dut': ends, viec } = visit.form.fields
    if (ends !== undefined) {
      if (!isId(ends)) return page(visit)
      const ended = await visit.house.atDesk(visit.viewer, (desk) => endRepresentation(desk, ends))
      return ended.ok ? { redirect: `${here}?xong=het` } : page(visit)
    }
    const { nhan: accepts, 'khong-nhan': declines } = visit.form.fields
    if (accepts !== undefined || declines !== undefined)
      return answer(visit, accepts ?? declines!, accepts !== undefined)
    return viec === 'cu' ? grant(visit) : ask(visit)
  },
}

async function answer(visit: SignedVisit, id: string, accepts: boolean): Promise<Answer> {
  if (!isId(id)) return page(visit)
  const answered = await visit.house.atDesk(visit.viewer, (desk) => answerAppointment(desk, id, accepts))
  return answered.ok ? { redirect: `${here}?xong=${accepts ? 'nhan' : 'khong-nhan'}` } : page(visit)
}

async function ask(visit: SignedVisit): Promise<Answer> {
  const { house, viewer, form, language, now } = visit
  const t = tellerOf(language)
  const { kind, of, name = '', identityNumber = '', representative } = form.fields
  const until = typedDay(form.fields, 'until')
  const from = typedDay(form.fields, 'from') ?? ''
  const body = { kind, of, name, identityNumber, from, until, ...(representative ? { representative } : {}) }
  const read = askBody.safeParse(body)
  const sent = form.files.find(({ field }) => field === 'file')
  const wrong = new Set(read.success ? [] : read.error.issues.map(({ path }) => String(path[0])))
  if (!sent) wrong.add('file')
  const said = {
    kind: words.kindNeeded,
    of: words.ofNeeded,
    from: words.badDay,
    until: words.badDay,
    file: words.fileNeeded,
  }
  const problems = ['kind', 'of', 'name', 'identityNumber', 'representative', 'from', 'until', 'file']
    .filter((field) => wrong.has(field))
    .map((field) => ({ field, message: t(said[field as keyof typeof said] ?? words.needed) }))
  if (!read.success || !sent) return page(visit, problems)
  const seen = await inspect({ name: sent.name, bytes: sent.bytes }, sentBy(visit))
  if (!seen.ok) return page(visit, [{ field: 'file', message: refusalText(seen, language) }])
  const done = await house.atDesk(viewer, async (desk) => {
    const kept = await upload(desk, seen.value)
    if (!kept.ok) return kept
    await markAttached(desk.sql, [kept.value.id], now)
    return askRepresentation(desk, { ...read.data, file: kept.value.id })
  })
  if (done.ok) return { redirect: `${here}?xong=gui` }
  return page(visit, [{ field: fieldOf[done.refusal] ?? 'identityNumber', message: refusalText(done, language) }])
}

async function grant(visit: SignedVisit): Promise<Answer> {
  const { house, viewer, form, language } = visit
  const t = tellerOf(language)
  const { agentName = '', agentNumber = '' } = form.fields
  const body = {
    agentName,
    agentNumber,
    from: typedDay(form.fields, 'cu-from') ?? '',
    until: typedDay(form.fields, 'cu-until'),
  }
  const read = grantBody.safeParse(body)
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])))
    return page(
      visit,
      ['agentName', 'agentNumber', 'from', 'until']
        .filter((field) => wrong.has(field))
        .map((field) =>
          field.startsWith('agent')
            ? { field, message: t(words.needed) }
            : { field: `cu-${field}`, message: t(words.badDay) },
        ),
    )
  }
  const done = await house.atDesk(viewer, (desk) => grantRepresentation(desk, read.data))
  if (done.ok) return { redirect: `${here}?xong=cu` }
  const fields: Partial<Record<Refusal, string>> = {
    'representation-period-wrong': 'cu-until',
    'name-wrong': 'agentName',
  }
  const field = fields[done.refusal] ?? 'agentNumber'
  return page(visit, [{ field, message: refusalText(done, language) }])
}

const done = {
  gui: words.asked,
  cu: words.granted,
  het: words.ended,
  nhan: words.accepted,
  'khong-nhan': words.declinedNow,
} as const

/** One side of the account's representations, with the addresses of its next and first piece. */
async function sideOf({ house: { db, vault }, viewer, query }: SignedVisit, side: 'agent' | 'beneficiary') {
  const key = side === 'agent' ? 'tiep' : 'tiep-cu'
  const read = readCursor(place, query[key])
  const after = read && { at: new Date(read.at), id: read.id }
  const { lines, next } = await representationsOf(db, vault, viewer.id, { side, after })
  const cursor = ({ at, id }: RepresentationPlace) => writeCursor({ at: at.toISOString(), id })
  return {
    lines,
    next: next && addressWith(here, { [key]: cursor(next) }),
    start: after ? here : undefined,
  }
}

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { house, viewer, language, query, form } = visit
  const t = tellerOf(language)
  const isPerson = viewer.kind === 'person'
  const [mine, theirs, offers] = await Promise.all([
    isPerson ? sideOf(visit, 'agent') : undefined,
    sideOf(visit, 'beneficiary'),
    isPerson ? offersTo(house.db, viewer.id) : [],
  ])
  const said = done[query['xong'] as keyof typeof done]
  const grants = form.fields['viec'] === 'cu' ? problems : []
  const asks = form.fields['viec'] === 'cu' ? [] : problems
  return show(
    visit,
    { title: t(words.title), back: { href: addresses.account }, wrong: problems.length > 0, search: false },
    <>
      <ErrorSummary problems={problems} language={language} />
      {said && problems.length === 0 && <Notice tone="success" title={t(said)} />}
      <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
      {offers.length > 0 && <Offers visit={visit} offers={offers} here={here} />}
      {mine && <Representations visit={visit} title={t(words.mine)} {...mine} other="beneficiary" here={here} />}
      <Representations visit={visit} title={t(words.theirs)} {...theirs} other="agent" here={here} />
      <Section title={t(words.grant)}>
        <GrantForm visit={visit} problems={grants} here={here} />
      </Section>
      {isPerson && (
        <Section title={t(words.ask)}>
          <AskForm visit={visit} problems={asks} here={here} />
        </Section>
      )}
    </>,
  )
}
