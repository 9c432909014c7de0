import type { ComponentChildren } from 'preact'
import type { Day } from '../../ground/day.ts'
import type { Language } from '../../words/index.ts'
import { say, ui } from '../../words/index.ts'
import { DateTime, DayText } from './date-time.tsx'

/** One thing that happened. */
export type Happening = {
  readonly at: Date
  /** The unit that did it, never a person's name on public pages. */
  readonly by: string
  readonly event: string
  readonly reason?: string
  /** Papers that came with it: links or file rows. */
  readonly attachments?: ComponentChildren
}

/** One step that has not come yet. */
export type Ahead = { readonly event: string; readonly by?: string; readonly expected?: Day }

export type TimelineProps = { past: readonly Happening[]; ahead?: readonly Ahead[]; language: Language }

/** What happened, newest first; `past` may come in any order. What is still ahead stands above it, greyed, last step on top. */
export function Timeline({ past, ahead = [], language }: TimelineProps) {
  // Of two events at the same instant the later one stands later in the list.
  const newestFirst = past.toReversed().toSorted((one, other) => other.at.getTime() - one.at.getTime())
  return (
    <ol class="timeline">
      {ahead.toReversed().map((step) => (
        <AheadItem step={step} language={language} />
      ))}
      {newestFirst.map((happening, index) => (
        <PastItem happening={happening} newest={index === 0} language={language} />
      ))}
    </ol>
  )
}

function AheadItem({ step, language }: { step: Ahead; language: Language }) {
  return (
    <li class="timeline-ahead">
      <p>{step.event}</p>
      <p class="small">
        {step.by}
        {step.by && step.expected && '. '}
        {step.expected && (
          <>
            {say(ui.progress.expected, language)} <DayText day={step.expected} language={language} />
          </>
        )}
      </p>
    </li>
  )
}

function PastItem({ happening, newest, language }: { happening: Happening; newest: boolean; language: Language }) {
  const { at, by, event, reason, attachments } = happening
  return (
    <li class={newest ? 'timeline-newest' : undefined}>
      <p class="timeline-event">{event}</p>
      <p class="small muted">
        <DateTime at={at} language={language} />. {by}
      </p>
      {reason && (
        <p>
          {say(ui.progress.reason, language)}: {reason}
        </p>
      )}
      {attachments && (
        <div>
          <p class="hidden">{say(ui.progress.attachment, language)}</p>
          {attachments}
        </div>
      )}
    </li>
  )
}
