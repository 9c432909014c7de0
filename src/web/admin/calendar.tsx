import { type Calendar, type CalendarChange, calendarFor, isDecided, localOf } from '../../calendar/index.ts'
import { changeDays, type Moves, movesOf } from '../../dossiers/index.ts'
import { dayOf, isDay } from '../../ground/day.ts'
import { type Unit, units } from '../../organisations/index.ts'
import { mayDo } from '../../organisations/law/index.ts'
import { type Refusal, refusalWords, say, weekRows } from '../../words/index.ts'
import { address, areaWords, missing, officerDoor, officerPage } from '../officer/desk.ts'
import { DefinitionList, ErrorSummary, Filters, Heading, Notice, type Problem, Section } from '../ui/index.ts'
import { SelectField } from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { readDays, readWeek } from './calendar-change.ts'
import { DayForm, SpecialDays, WeekForm } from './calendar-parts.tsx'
import { Preview } from './calendar-preview.tsx'
import { words } from './calendar-words.ts'
import { YearAtAGlance } from './calendar-year.tsx'
import { onceOf } from './once.ts'

const here = '/quan-tri/lich'

type Shown = { calendar: Calendar; year: number; agency: Unit | undefined; agencies: Unit[]; hasOwnWeek: boolean }
type Told = { problems?: Problem[]; refusal?: Refusal; status?: number }

/**
 * The working calendar of the province or of one agency: the year at a glance, its special days, and a change that first shows which open
 * dossiers it would move. The administrator changes it, the auditor sees it.
 */
export const calendarPage = officerDoor(here, {
  may: 'see-calendar',
  get: async (visit) => {
    return show(visit, await shownFor(visit, visit.query))
  },
  post: async (visit) => {
    if (!mayDo(visit.viewer, 'change-calendar')) return missing(visit)
    const { fields } = visit.form
    const shown = await shownFor(visit, fields)
    if (fields['don-vi'] && !shown.agency) return missing(visit)
    if (fields['buoc'] === 'sua') return show(visit, shown)
    const read = fields['viec'] === 'tuan' ? readWeek(fields, visit.language) : readDays(fields, visit.language)
    if ('problems' in read) return show(visit, shown, { problems: read.problems, status: 422 })
    if (fields['buoc'] === 'ap-dung') return apply(visit, shown, read.change)
    const moves = await movesOf(visit.house.db, read.change, visit.now)
    if (!moves.ok) return show(visit, shown, { refusal: moves.refusal, status: 409 })
    return preview(visit, shown, read.change, moves.value)
  },
})

async function shownFor(
  { house: { db }, now }: SignedVisit,
  asked: Readonly<Record<string, string | undefined>>,
): Promise<Shown> {
  const today = dayOf(now)
  const wanted = asked['tu-year'] || asked['nam'] || (isDay(asked['ngay'] ?? '') ? asked['ngay']!.slice(0, 4) : '')
  const year = /^20\d\d$/.test(wanted) ? Number(wanted) : Number(today.slice(0, 4))
  const agencies = await units(db)
  const agency = agencies.find(({ id }) => id === asked['don-vi'])
  const own = agency && (await localOf(db, now, agency.id))
  return { calendar: await calendarFor(db, now, agency?.id), year, agency, agencies, hasOwnWeek: Boolean(own?.hours) }
}

async function show(visit: SignedVisit, shown: Shown, { problems = [], refusal, status }: Told = {}): Promise<Answer> {
  const { language, viewer, now, query } = visit
  const { calendar, year, agency, agencies, hasOwnWeek } = shown
  const title = say(areaWords.calendar, language)
  const done = query['xong'] && /^\d{1,9}$/.test(query['xong']) ? query['xong'] : undefined
  const way = (to: number) => address(here, { nam: String(to), 'don-vi': agency?.id })
  const mayChange = mayDo(viewer, 'change-calendar')
  return officerPage(
    visit,
    { title, wrong: problems.length > 0 || refusal !== undefined },
    <>
      <ErrorSummary problems={problems} language={language} />
      {refusal && <Notice tone="important" title={say(refusalWords[refusal], language)} />}
      {done && (
        <Notice tone="success" title={say(words.done, language)}>
          <p>{say(words.doneText, language, { count: done })}</p>
        </Notice>
      )}
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      <Filters action={here} language={language}>
        <SelectField
          language={language}
          name="don-vi"
          label={say(words.of, language)}
          blank={say(words.province, language)}
          value={agency?.id}
          options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
        <SelectField
          language={language}
          name="nam"
          label={say(words.year, language)}
          value={String(year)}
          options={yearsAround(now, year).map((one) => ({ value: String(one), label: String(one) }))}
          optional
        />
      </Filters>
      {mayChange && (
        <p>
          <a href="#f-tu">{say(words.add, language)}</a>
        </p>
      )}
      <DefinitionList
        rows={[
          {
            label: say(words.state, language),
            value: say(isDecided(calendar, year) ? words.decided : words.tentative, language),
          },
          {
            label: say(words.hours, language),
            value: [
              ...(hasOwnWeek ? [say(words.ownHours, language)] : []),
              ...weekRows(calendar.hours, language).map(({ days, hours }) => `${days}: ${hours}`),
            ].join('. '),
          },
        ]}
      />
      <Section title={say(words.glance, language, { year })}>
        <YearAtAGlance calendar={calendar} year={year} today={dayOf(now)} language={language} />
        <p>
          <a href={way(year - 1)}>← {say(words.before, language, { year: year - 1 })}</a>{' '}
          <a href={way(year + 1)}>{say(words.before, language, { year: year + 1 })} →</a>
        </p>
      </Section>
      <SpecialDays {...{ calendar, year, agency, language, mayChange }} />
      {mayChange && <DayForm {...{ visit, calendar, agency, year, problems }} />}
      {mayChange && <WeekForm {...{ visit, calendar, agency, year, problems }} />}
    </>,
    status,
  )
}

function yearsAround(now: Date, year: number): number[] {
  const present = Number(dayOf(now).slice(0, 4))
  const years = [-2, -1, 0, 1, 2, 3].map((after) => present + after)
  return years.includes(year) ? years : [...years, year].toSorted((a, b) => a - b)
}

async function preview(visit: SignedVisit, shown: Shown, change: CalendarChange, moves: Moves): Promise<Answer> {
  const title = say(words.check, visit.language)
  return officerPage(
    visit,
    { title },
    <Preview {...{ visit, change, moves }} agency={shown.agency} year={shown.year} action={here} />,
    moves.behind > 0 ? 409 : undefined,
  )
}

/** Applies the change once, however often its form arrives. */
async function apply(visit: SignedVisit, shown: Shown, change: CalendarChange): Promise<Answer> {
  const { house, viewer } = visit
  const names = [...new Set(change.set?.map(({ name }) => name) ?? [])]
  const ground = names.length > 0 ? names.join(', ') : say(change.clear ? words.clearing : words.week, 'vi')
  const outcome = await house.atDeskOnce(
    viewer,
    onceOf(visit, here),
    (desk) => changeDays(desk, change, { ground, law: change.source }),
    ({ moved }) => ({ status: 303, resource: String(moved) }),
  )
  if (!outcome.ok) {
    if (outcome.refusal === 'not-permitted') return missing(visit)
    const moves = await movesOf(house.db, change, visit.now)
    if (moves.ok && moves.value.behind > 0) return preview(visit, shown, change, moves.value)
    return show(visit, shown, { refusal: outcome.refusal, status: 409 })
  }
  const moved = outcome.value.repeated ? outcome.value.resource : String(outcome.value.value.moved)
  return { redirect: address(here, { nam: String(shown.year), 'don-vi': shown.agency?.id, xong: moved }) }
}
