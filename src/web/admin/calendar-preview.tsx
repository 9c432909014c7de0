import type { CalendarChange } from '../../calendar/index.ts'
import type { Moves } from '../../dossiers/index.ts'
import { type Day } from '../../ground/day.ts'
import type { Unit } from '../../organisations/index.ts'
import { dayKindWords, type Language, say, weekRows } from '../../words/index.ts'
import { address } from '../officer/desk.ts'
import {
  Button,
  Buttons,
  DataTable,
  DateTime,
  dayWords,
  DefinitionList,
  Form,
  Heading,
  LinkButton,
  Notice,
  Section,
} from '../ui/index.ts'
import { onceKey, type SignedVisit } from '../visit.ts'
import { words } from './calendar-words.ts'

type Props = {
  visit: SignedVisit
  change: CalendarChange
  moves: Moves
  agency: Unit | undefined
  year: number
  action: string
}

/** Everything a change would do, before it is done: what becomes of which days, and whose dates move from when to when. */
export function Preview({ visit, change, moves, agency, year, action }: Props) {
  const { language, csrf, form } = visit
  const { csrf: _csrf, buoc: _step, once: _once, ...kept } = form.fields
  const listTitle =
    moves.count > moves.first.length
      ? say(words.firstOf, language, { shown: moves.first.length })
      : say(words.moves, language, { count: moves.count })
  return (
    <>
      <Heading>{say(words.check, language)}</Heading>
      <DefinitionList
        rows={[
          { label: say(words.of, language), value: agency?.name ?? say(words.province, language) },
          { label: say(words.change, language), value: changeText(change, language) },
          { label: say(words.source, language), value: change.source },
        ]}
      />
      {moves.behind > 0 ? (
        <Notice tone="important" title={say(words.behind, language, { count: moves.behind })}>
          <p>{say(words.behindText, language)}</p>
        </Notice>
      ) : (
        <Notice
          title={moves.count > 0 ? say(words.moves, language, { count: moves.count }) : say(words.none, language)}
        >
          {moves.count === 0 && <p>{say(words.noneText, language)}</p>}
        </Notice>
      )}
      <Form action={action} csrf={csrf} hidden={{ ...kept, once: onceKey() }}>
        <Buttons>
          {moves.behind === 0 && (
            <Button name="buoc" value="ap-dung">
              {say(words.apply, language)}
            </Button>
          )}
          <Button kind="quiet" name="buoc" value="sua">
            {say(words.mend, language)}
          </Button>
          <LinkButton href={address(action, { nam: String(year), 'don-vi': agency?.id })} kind="quiet">
            {say(words.cancel, language)}
          </LinkButton>
        </Buttons>
      </Form>
      {moves.count > 0 && (
        <Section title={listTitle}>
          <DataTable
            language={language}
            caption={listTitle}
            quietCaption
            rows={moves.first}
            columns={[
              { label: say(words.dossier, language), names: true, whole: true, cell: ({ label }) => label },
              { label: say(words.clock, language), cell: ({ clock }) => say(words[clock], language) },
              { label: say(words.was, language), cell: ({ was }) => <DateTime at={was} language={language} /> },
              { label: say(words.will, language), cell: ({ due }) => <DateTime at={due} language={language} /> },
            ]}
          />
        </Section>
      )}
    </>
  )
}

function changeText({ set = [], clear = [], hours }: CalendarChange, language: Language): string {
  const days = (list: readonly string[]) => list.map((one) => dayWords(one as Day, language)).join(', ')
  const first = set.at(0)
  return [
    ...(first
      ? [`${say(dayKindWords[first.kind], language)} (${first.name}): ${days(set.map(({ day }) => day))}`]
      : []),
    ...(clear.length > 0 ? [`${say(words.clearing, language)}: ${days(clear)}`] : []),
    ...(hours === null ? [say(words.sameWeek, language)] : []),
    ...(hours ? weekRows(hours, language).map((row) => `${row.days}: ${row.hours}`) : []),
  ].join('. ')
}
