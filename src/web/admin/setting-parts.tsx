import type { Account } from '../../accounts/index.ts'
import { type Decision, type Key, type Preset, presetIds, presets, type Stated } from '../../policy/index.ts'
import { type Language, say, settingValue } from '../../words/index.ts'
import { DataTable, DateTime, DayText, dayWords, EmptyState, Section, Tag } from '../ui/index.ts'
import { words } from './setting-page-words.ts'

export type Names = ReadonlyMap<string, Account>

/** How surely a value is known, never by colour alone. */
export function Confidence({ of, language }: { of: Stated<unknown>['confidence']; language: Language }) {
  const tone = of === 'read' ? 'done' : of === 'unconfirmed' ? 'soon' : 'plain'
  return <Tag tone={tone}>{say(words[of], language)}</Tag>
}

/** Who, and when; what was loaded with the house has nobody. */
export function ByWhom({
  who,
  at,
  names,
  language,
}: {
  who: string | null
  at: Date
  names: Names
  language: Language
}) {
  return (
    <>
      {who ? (names.get(who)?.displayName ?? who) : say(words.system, language)}
      <br />
      <span class="small muted">
        <DateTime at={at} language={language} short />
      </span>
    </>
  )
}

export function valueOf({ subject, value, isCleared }: Decision, language: Language): string {
  return isCleared ? say(words.cleared, language) : settingValue(subject, value, language)
}

/** What each regulation says of this setting; those that are silent are named beneath. */
export function PerPreset({ subject, language }: { subject: Key; language: Language }) {
  const title = say(words.presets, language)
  const rows = presetIds.map((id) => ({ id, said: presets[id].values[subject] as Stated<unknown> | undefined }))
  const silent = rows.filter(({ said }) => !said).map(({ id }) => say(presets[id].title, language))
  return (
    <Section title={title}>
      <DataTable
        language={language}
        caption={title}
        quietCaption
        rows={rows.flatMap(({ id, said }) => (said ? [{ id, said }] : []))}
        columns={[
          { label: say(words.presetName, language), names: true, cell: ({ id }) => say(presets[id].title, language) },
          { label: say(words.value, language), cell: ({ said }) => settingValue(subject, said.value, language) },
          { label: say(words.source, language), cell: ({ said }) => said.source },
          {
            label: say(words.confidence, language),
            whole: true,
            cell: ({ said }) => <Confidence of={said.confidence} language={language} />,
          },
        ]}
      />
      {silent.length > 0 && <p class="muted">{say(words.silentOnes, language, { presets: silent.join('; ') })}</p>}
    </Section>
  )
}

/** Every preset with what it is: a regulation and its days, a draft, a summary. */
export function Presets({ language }: { language: Language }) {
  const title = say(words.presets, language)
  return (
    <DataTable
      language={language}
      caption={title}
      quietCaption
      rows={presetIds.map((id): Preset => presets[id])}
      columns={[
        { label: say(words.presetName, language), names: true, cell: ({ title: name }) => say(name, language) },
        { label: say(words.status, language), cell: (preset) => statusOf(preset, language) },
      ]}
    />
  )
}

function statusOf({ status, from, until }: Preset, language: Language): string {
  const days = {
    from: from ? dayWords(from, language, false) : '',
    until: until ? dayWords(until, language, false) : '',
  }
  if (status === 'regulation') return say(until ? words.statusReplaced : words.statusRegulation, language, days)
  const said = { draft: words.statusDraft, summary: words.statusSummary, national: words.statusNational }
  return say(status === 'training' ? words.statusTraining : said[status], language)
}

/** Every decision about this setting, the newest first. */
export function History({
  decisions,
  names,
  language,
}: {
  decisions: readonly Decision[]
  names: Names
  language: Language
}) {
  const title = say(words.history, language)
  return (
    <Section title={title}>
      <DataTable
        language={language}
        caption={title}
        quietCaption
        rows={decisions.toReversed()}
        empty={<EmptyState title={say(words.noHistory, language)}>{say(words.noHistoryText, language)}</EmptyState>}
        columns={[
          {
            label: say(words.since, language),
            whole: true,
            cell: ({ from }) => <DayText day={from} language={language} weekday={false} />,
          },
          { label: say(words.value, language), names: true, cell: (one) => valueOf(one, language) },
          {
            label: say(words.source, language),
            cell: ({ source, reason }) => (
              <>
                {source}
                {reason && <p class="small muted">{reason}</p>}
              </>
            ),
          },
          {
            label: say(words.proposed, language),
            cell: ({ proposedBy, proposedAt }) => (
              <ByWhom who={proposedBy} at={proposedAt} names={names} language={language} />
            ),
          },
          { label: say(words.outcome, language), cell: (one) => <Outcome {...{ one, names, language }} /> },
        ]}
      />
    </Section>
  )
}

function Outcome({ one, names, language }: { one: Decision; names: Names; language: Language }) {
  const { isApproved, demands, decidedBy, decidedAt, reference } = one
  if (isApproved === null) return <Tag tone="soon">{say(words.waiting, language)}</Tag>
  const said = !isApproved ? words.dropped : demands ? words.approved : words.inForce
  return (
    <>
      <p>{say(said, language)}</p>
      {reference && <p>{reference}</p>}
      {demands && decidedAt && <ByWhom who={decidedBy} at={decidedAt} names={names} language={language} />}
    </>
  )
}
