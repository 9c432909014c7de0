import { dayOf } from '../../ground/day.ts'
import { mayDo } from '../../organisations/law/index.ts'
import { type Decision, type Policy, type Subject } from '../../policy/index.ts'
import { say } from '../../words/index.ts'
import { errorOf } from '../officer/desk.ts'
import {
  Button,
  Buttons,
  DateParts,
  DayText,
  dayWords,
  DefinitionList,
  Form,
  type Problem,
  problemOf,
  Section,
  TextField,
} from '../ui/index.ts'
import { onceKey, type SignedVisit } from '../visit.ts'
import { SettingFields } from './setting-form.tsx'
import { words } from './setting-page-words.ts'
import { ByWhom, type Names, valueOf } from './setting-parts.tsx'
import { SourceField } from './source-field.tsx'

type WaitingProps = { visit: SignedVisit; action: string; one: Decision; names: Names; problems: readonly Problem[] }

/** A proposal that waits, with the way to approve it for whoever did not make it. */
export function Waiting({ visit, action, one, names, problems }: WaitingProps) {
  const { language, csrf, viewer, form } = visit
  const mayDecide = mayDo(viewer, 'approve-settings')
  const isOwn = one.proposedBy === viewer.id
  const hidden = { 'quyet-dinh': one.id, once: onceKey() }
  return (
    <Section title={say(words.waitingTitle, language)}>
      <DefinitionList
        rows={[
          { label: say(words.newValue, language), value: valueOf(one, language) },
          { label: say(words.since, language), value: <DayText day={one.from} language={language} /> },
          { label: say(words.source, language), value: one.source },
          ...(one.reason ? [{ label: say(words.reason, language), value: one.reason }] : []),
          {
            label: say(words.proposed, language),
            value: <ByWhom who={one.proposedBy} at={one.proposedAt} names={names} language={language} />,
          },
        ]}
      />
      {isOwn && <p>{say(words.ownProposal, language)}</p>}
      {mayDecide && (
        <Form action={action} csrf={csrf} hidden={hidden}>
          {!isOwn && (
            <TextField
              language={language}
              name="van-ban"
              label={say(words.reference, language)}
              hint={say(words.referenceHint, language)}
              value={form.fields['van-ban']}
              maxlength={300}
              autocomplete="off"
              {...errorOf(problemOf(problems, 'van-ban'))}
            />
          )}
          <Buttons>
            {!isOwn && (
              <Button name="viec" value="duyet">
                {say(words.approve, language)}
              </Button>
            )}
            <Button kind="quiet" name="viec" value="bo">
              {say(words.drop, language)}
            </Button>
          </Buttons>
        </Form>
      )}
    </Section>
  )
}

type ChangeProps = {
  visit: SignedVisit
  action: string
  subject: Subject
  policy: Policy
  isOwn: boolean
  demands: string | null
  problems: readonly Problem[]
}

/** The form with which the administrator proposes another value from a day on. */
export function ChangeForm({ visit, action, subject, policy, isOwn, demands, problems }: ChangeProps) {
  const { language, csrf, form, viewer, now } = visit
  if (!mayDo(viewer, 'propose-settings')) return null
  const isSent = form.fields['viec'] === 'doi' || form.fields['viec'] === 'bo-rieng'
  const typed = (name: string) => (isSent ? form.fields[name] : undefined)
  const present = subject === 'preset' ? policy.preset : policy.get(subject)
  const today = dayOf(now)
  const [year, month, day] = today.split('-').map((part) => String(Number(part)))
  const on = (part: string, usual: string | undefined) => (isSent ? form.fields[`tu-${part}`] : usual)
  return (
    <Section title={say(words.change, language)}>
      <Form action={action} csrf={csrf} hidden={{ once: onceKey() }}>
        <SettingFields {...{ subject, language, present, problems }} sent={isSent ? form : undefined} />
        <DateParts
          language={language}
          name="tu"
          label={say(words.from, language)}
          hint={say(words.fromHint, language, { today: dayWords(today, language, false) })}
          value={{ day: on('day', day), month: on('month', month), year: on('year', year) }}
          {...errorOf(problemOf(problems, 'tu'))}
        />
        <SourceField
          language={language}
          name="can-cu"
          value={typed('can-cu')}
          {...errorOf(problemOf(problems, 'can-cu'))}
        />
        <TextField
          language={language}
          name="ly-do"
          label={say(words.reason, language)}
          hint={say(words.reasonHint, language)}
          value={typed('ly-do')}
          maxlength={300}
          autocomplete="off"
          optional
        />
        <Buttons>
          <Button name="viec" value="doi">
            {say(demands ? words.propose : words.apply, language)}
          </Button>
          {isOwn && (
            <Button kind="quiet" name="viec" value="bo-rieng">
              {say(words.clear, language)}
            </Button>
          )}
        </Buttons>
      </Form>
    </Section>
  )
}
