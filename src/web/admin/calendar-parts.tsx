import { type Calendar, dayKinds, writeSessions } from '../../calendar/index.ts'
import { dayOf, isDay } from '../../ground/day.ts'
import type { Unit } from '../../organisations/index.ts'
import { capital, dayKindWords, type Language, say, ui, weekdays } from '../../words/index.ts'
import { address, errorOf } from '../officer/desk.ts'
import {
  Button,
  Buttons,
  Checkbox,
  DataTable,
  DateParts,
  DayText,
  dayWords,
  Details,
  EmptyState,
  Form,
  type Problem,
  problemOf,
  Section,
  SelectField,
  Tag,
  TextField,
} from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { localKinds } from './calendar-change.ts'
import { SourceField } from './source-field.tsx'
import { words } from './calendar-words.ts'
import { specialDaysOf } from './calendar-year.tsx'

const here = '/quan-tri/lich'

type Listed = { calendar: Calendar; year: number; agency: Unit | undefined; language: Language; mayChange: boolean }

/** The days that do not follow their weekday, each with its paper and the way to change it. */
export function SpecialDays({ calendar, year, agency, language, mayChange }: Listed) {
  const title = say(words.days, language, { year })
  return (
    <Section title={title}>
      <DataTable
        language={language}
        caption={title}
        quietCaption
        rows={specialDaysOf(calendar, year)}
        empty={<EmptyState title={say(words.none, language)} />}
        columns={[
          {
            label: say(words.day, language),
            names: true,
            cell: ({ day }) => <DayText day={day} language={language} />,
          },
          {
            label: say(words.kind, language),
            cell: ({ kind, sessions, status }) => (
              <>
                {say(dayKindWords[kind], language)}
                {sessions && ` (${writeSessions(sessions)})`}
                {status === 'unconfirmed' && (
                  <>
                    {' '}
                    <Tag tone="soon">{say(words.unsure, language)}</Tag>
                  </>
                )}
              </>
            ),
          },
          { label: say(words.name, language), cell: ({ name }) => name },
          { label: say(words.source, language), cell: ({ source }) => source },
          ...(mayChange
            ? [
                {
                  label: say(words.alter, language),
                  cell: ({ day }: { day: string }) => (
                    <a href={`${address(here, { 'don-vi': agency?.id, ngay: day })}#f-tu`}>
                      {say(words.alter, language)}
                      <span class="hidden"> {day}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

type FormProps = {
  visit: SignedVisit
  calendar: Calendar
  agency: Unit | undefined
  year: number
  problems: readonly Problem[]
}

/** Adds or changes one day or several in a row; the button only looks. */
export function DayForm({ visit, calendar, agency, year, problems }: FormProps) {
  const { language, csrf, query, form, now } = visit
  const picked = isDay(query['ngay'] ?? '') ? query['ngay'] : undefined
  const present = calendar.days.find(({ day }) => day === picked)
  const [y = '', m = '', d = ''] = (picked ?? '').split('-')
  const typed = (name: string, before = '') => form.fields[name] ?? before
  const dateOf = (name: string) => ({
    day: typed(`${name}-day`, name === 'tu' ? d : ''),
    month: typed(`${name}-month`, name === 'tu' ? m : ''),
    year: typed(`${name}-year`, name === 'tu' ? y : ''),
  })
  const error = (name: string) => errorOf(problemOf(problems, name))
  const kinds = agency ? localKinds : dayKinds
  const title =
    picked && isDay(picked)
      ? say(words.alterDay, language, { day: dayWords(picked, language) })
      : say(words.add, language)
  return (
    <Section title={title}>
      <Form action={here} csrf={csrf} hidden={{ viec: 'ngay', nam: year, 'don-vi': agency?.id ?? '' }}>
        <DateParts
          language={language}
          name="tu"
          label={say(words.from, language)}
          value={dateOf('tu')}
          hint={dayWords(dayOf(now), language, false)}
          {...error('tu')}
        />
        <DateParts
          language={language}
          name="den"
          label={say(words.until, language)}
          hint={say(words.untilHint, language)}
          value={dateOf('den')}
          optional
          {...error('den')}
        />
        <SelectField
          language={language}
          name="loai"
          label={say(words.kind, language)}
          value={typed('loai', present?.kind)}
          options={[
            ...kinds.map((kind) => ({ value: kind, label: say(dayKindWords[kind], language) })),
            { value: 'bo', label: say(words.asWeekday, language) },
          ]}
          {...error('loai')}
        />
        <TextField
          language={language}
          name="gio"
          label={say(words.sessions, language)}
          hint={say(words.sessionsHint, language)}
          value={typed('gio', present?.sessions && writeSessions(present.sessions))}
          autocomplete="off"
          optional
          {...error('gio')}
        />
        <TextField
          language={language}
          name="ten"
          label={say(words.name, language)}
          hint={say(words.nameHint, language)}
          value={typed('ten', present?.name)}
          maxlength={200}
          autocomplete="off"
          {...error('ten')}
        />
        <SourceField language={language} name="can-cu" value={typed('can-cu', present?.source)} {...error('can-cu')} />
        <Checkbox
          language={language}
          name="chua-xac-nhan"
          label={say(words.unsure, language)}
          checked={form.fields['viec'] ? Boolean(form.fields['chua-xac-nhan']) : present?.status === 'unconfirmed'}
        />
        <Buttons>
          <Button name="buoc" value="xem">
            {say(words.look, language)}
          </Button>
        </Buttons>
      </Form>
    </Section>
  )
}

/** Changes the office hours of the week. */
export function WeekForm({ visit, calendar, agency, year, problems }: FormProps) {
  const { language, csrf, form } = visit
  const error = (name: string) => errorOf(problemOf(problems, name))
  const isTyped = form.fields['viec'] === 'tuan'
  return (
    <Details summary={say(words.week, language)} open={isTyped}>
      <p class="muted">{say(words.weekHint, language)}</p>
      <Form action={here} csrf={csrf} hidden={{ viec: 'tuan', nam: year, 'don-vi': agency?.id ?? '' }}>
        {weekdays.map((name, index) => (
          <TextField
            language={language}
            name={`thu-${index + 1}`}
            label={capital(say(ui.time[name], language))}
            value={isTyped ? form.fields[`thu-${index + 1}`] : writeSessions(calendar.hours[index]!)}
            autocomplete="off"
            optional
            {...error(`thu-${index + 1}`)}
          />
        ))}
        {agency && (
          <Checkbox
            language={language}
            name="nhu-tinh"
            label={say(words.sameWeek, language)}
            checked={Boolean(form.fields['nhu-tinh'])}
          />
        )}
        <SourceField
          language={language}
          name="can-cu-tuan"
          value={form.fields['can-cu-tuan']}
          {...error('can-cu-tuan')}
        />
        <Buttons>
          <Button name="buoc" value="xem">
            {say(words.look, language)}
          </Button>
        </Buttons>
      </Form>
    </Details>
  )
}
