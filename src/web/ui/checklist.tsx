import type { ComponentChildren } from 'preact'
import { type Language, say, ui } from '../../words/index.ts'
import type { Problem } from './problem.tsx'
import { FieldError, fieldId, problemOf } from './problem.tsx'

const verdicts = ['ok', 'fail', 'not-applicable'] as const

export type Verdict = (typeof verdicts)[number]

export type CheckedComponent = {
  readonly id: string
  readonly name: string
  readonly required: boolean
  /** The files or record items handed in for it; nothing when there are none. */
  readonly files?: ComponentChildren
  readonly verdict?: Verdict | undefined
  readonly reason?: string | undefined
}

export type ComponentChecklistProps = {
  language: Language
  components: readonly CheckedComponent[]
  /** Problems are named `verdict.<id>` and `reason.<id>`. */
  problems?: readonly Problem[]
}

/**
 * Every paper of the dossier with its verdict. The form sends `verdict.<id>` (`ok`, `fail`, `not-applicable`) and
 * `reason.<id>`. Radios are the browser's own: Tab goes from paper to paper, arrows choose.
 */
export function ComponentChecklist({ language, components, problems }: ComponentChecklistProps) {
  return (
    <div class="checklist">
      {components.map((component, index) => (
        <CheckedPaper component={component} place={index + 1} language={language} problems={problems} />
      ))}
    </div>
  )
}

type PaperProps = { component: CheckedComponent; place: number; language: Language; problems?: readonly Problem[] }

function CheckedPaper({ component, place, language, problems }: PaperProps) {
  const name = `verdict.${component.id}`
  const error = problemOf(problems, name)
  const look = ['paper', component.required && 'paper-required', error && 'field-wrong'].filter(Boolean).join(' ')
  return (
    <fieldset class={look} aria-describedby={error && `${fieldId(name)}-error`}>
      <legend>
        {place}. {component.name}
      </legend>
      <p class="small muted">
        {say(component.required ? ui.checklist.required : ui.checklist.whenApplicable, language)}
      </p>
      <div class="paper-body">
        <div>{component.files ?? <p class="muted">{say(ui.checklist.noFile, language)}</p>}</div>
        <div>
          {error && <FieldError id={`${fieldId(name)}-error`} message={error} language={language} />}
          <div class="choices choices-inline">
            {verdicts.map((verdict, index) => {
              const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${verdict}`
              return (
                <div class={`choice verdict-${verdict}`}>
                  <input type="radio" id={id} name={name} value={verdict} checked={component.verdict === verdict} />
                  <label for={id}>{say(ui.checklist[verdict], language)}</label>
                </div>
              )
            })}
          </div>
          <Reason component={component} language={language} error={problemOf(problems, `reason.${component.id}`)} />
        </div>
      </div>
    </fieldset>
  )
}

type ReasonProps = { component: CheckedComponent; language: Language; error: string | undefined }

/** Shown when the paper does not pass, or a needed one is said not to apply; hidden by style alone, so nothing is lost when the verdict changes. */
function Reason({ component, language, error }: ReasonProps) {
  const name = `reason.${component.id}`
  const id = fieldId(name)
  return (
    <div class={error ? 'field paper-reason field-wrong' : 'field paper-reason'}>
      <label class="label" for={id}>
        {say(ui.checklist.reason, language)}
      </label>
      <p class="hint" id={`${id}-hint`}>
        {say(ui.checklist.reasonHint, language)}
      </p>
      {error && <FieldError id={`${id}-error`} message={error} language={language} />}
      <textarea
        class="input"
        id={id}
        name={name}
        rows={2}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={error ? 'true' : undefined}
      >
        {component.reason}
      </textarea>
    </div>
  )
}
