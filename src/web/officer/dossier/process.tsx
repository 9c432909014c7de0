import { calendarFor, durationText, workingMinutesBetween, type Calendar } from '../../../calendar/index.ts'
import { type DossierStep, legLinesOf, type State, whyOf } from '../../../dossiers/index.ts'
import { isElectronic } from '../../../procedures/index.ts'
import { type Language, say, type Words } from '../../../words/index.ts'
import { DataTable, DateTime, drawnAs, DueLight, Section, Tag } from '../../ui/index.ts'
import { WhyThisDate } from '../../why.tsx'
import { timeText } from '../dues.ts'
import { LegTable } from '../legs/list.tsx'
import { legWords } from '../legs/words.ts'
import { dossierAddress } from '../rows.tsx'
import { controlPagePart } from './control-page.tsx'
import { controlSheetPart } from './control-sheet.ts'
import { partDoor } from './frame.tsx'

const words = {
  caption: { vi: 'Các bước đã và đang đi', en: 'Steps taken' },
  step: { vi: 'Bước', en: 'Step' },
  holder: { vi: 'Nơi giữ', en: 'Held by' },
  from: { vi: 'Từ', en: 'From' },
  until: { vi: 'Đến', en: 'To' },
  due: { vi: 'Hạn của bước', en: 'Step due' },
  budget: { vi: 'Định mức', en: 'Budget' },
  used: { vi: 'Thời gian', en: 'Time' },
  none: { vi: 'Không tính giờ', en: 'Not counted' },
  running: { vi: 'Đang làm', en: 'Under way' },
  inTime: { vi: 'Hết {time}', en: 'Took {time}' },
  late: { vi: 'Hết {time}, vượt định mức', en: 'Took {time}, over budget' },
  onScreen: { vi: 'Xem phiếu kiểm soát', en: 'See the control sheet' },
  sheet: { vi: 'In phiếu kiểm soát quá trình giải quyết (mẫu 06, PDF)', en: 'Print the control sheet (form 06, PDF)' },
  onPaper: { vi: 'Làm trên giấy', en: 'On paper' },
  ahead: { vi: 'Các bước còn lại', en: 'Steps to come' },
} as const satisfies Record<string, Words>

/** Nothing of the process is still to come. */
const ended: ReadonlySet<string> = new Set([
  'returned',
  'not-collected',
  'rejected',
  'withdrawn',
  'stopped',
  'archived',
] satisfies State[])

/** The way of the dossier through its process: each step with its holder, its budget of working time and how it was kept. */
export const process = partDoor(
  'process',
  async ({ at, dossier, view, definition, list, visit: { language, now } }) => {
    const calendar = await calendarFor(at.db, now, view.agency.id)
    const legs = await legLinesOf(at, dossier)
    const last = view.steps.at(-1)?.name
    const reached = definition.process.findLastIndex(({ name }) => name === last)
    const ahead = ended.has(view.state) ? [] : definition.process.slice(reached + 1)
    return (
      <>
        <p>
          <a href={dossierAddress(dossier.id, list, controlPagePart)}>{say(words.onScreen, language)}</a> ·{' '}
          <a href={dossierAddress(dossier.id, list, controlSheetPart)}>{say(words.sheet, language)}</a>
        </p>
        {legs.length > 0 && (
          <Section title={say(legWords.title, language)}>
            <LegTable legs={legs} caption={say(legWords.title, language)} language={language} />
          </Section>
        )}
        <WhyThisDate why={await whyOf(at, dossier)} language={language} />
        <DataTable
          language={language}
          caption={say(words.caption, language)}
          quietCaption
          rows={view.steps}
          columns={[
            {
              label: say(words.step, language),
              names: true,
              cell: (step) => <StepName {...step} language={language} />,
            },
            { label: say(words.holder, language), cell: ({ holder }) => holder ?? '–' },
            {
              label: say(words.from, language),
              cell: ({ startedAt }) => <DateTime at={startedAt} language={language} />,
            },
            {
              label: say(words.until, language),
              cell: ({ endedAt }) =>
                endedAt ? <DateTime at={endedAt} language={language} /> : say(words.running, language),
            },
            {
              label: say(words.due, language),
              cell: ({ due }) => (due ? <DateTime at={due} language={language} /> : '–'),
            },
            { label: say(words.budget, language), cell: (step) => budgetText(calendar, step, language) },
            {
              label: say(words.used, language),
              whole: true,
              cell: (step) => <Used step={step} calendar={calendar} language={language} />,
            },
          ]}
        />
        {ahead.length > 0 && (
          <Section title={say(words.ahead, language)}>
            <ol class="prose muted">
              {ahead.map((step) => (
                <li>
                  <StepName {...step} electronic={isElectronic(step)} language={language} />
                </li>
              ))}
            </ol>
          </Section>
        )}
      </>
    )
  },
)

type StepNameProps = { name: string; electronic: boolean; language: Language }

/** A step, and that it is done on paper where it is. */
function StepName({ name, electronic, language }: StepNameProps) {
  return electronic ? (
    <>{name}</>
  ) : (
    <>
      {name} <Tag>{say(words.onPaper, language)}</Tag>
    </>
  )
}

function budgetText({ dayMinutes }: Calendar, { budgetMinutes }: DossierStep, language: Language): string {
  return budgetMinutes === null ? say(words.none, language) : shorter(durationText(budgetMinutes, dayMinutes)[language])
}

/** What an ended step took, and how the open one stands with its time. */
function Used({ step, calendar, language }: { step: DossierStep; calendar: Calendar; language: Language }) {
  const { startedAt, endedAt, due, light, remaining } = step
  if (endedAt) {
    const minutes = workingMinutesBetween(calendar, startedAt, endedAt)
    const time = shorter(durationText(minutes, calendar.dayMinutes)[language])
    return <>{say(due && endedAt > due ? words.late : words.inTime, language, { time })}</>
  }
  const drawn = drawnAs[light]
  if (!remaining || !drawn) return <>{say(words.none, language)}</>
  return <DueLight light={drawn} text={timeText(remaining, language)} language={language} />
}

/** On an officer's screen all time is working time. */
const shorter = (text: string) => text.replace(/ làm việc$/, '')
