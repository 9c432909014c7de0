import type { Language } from '../../words/index.ts'
import { say, ui } from '../../words/index.ts'

/** One thing to mend: the name of the field as the form sends it, and what to do, in the reader's language. */
export type Problem = { readonly field: string; readonly message: string }

/** The id of the control with this name; the error summary links to it. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/\s+/g, '_')}`
}

/** The message for this field, if there is one. */
export function problemOf(problems: readonly Problem[] | undefined, name: string): string | undefined {
  return problems?.find((problem) => problem.field === name)?.message
}

/** Stands above the heading of a page that was sent back, even for one error; takes the focus when the page opens. */
export function ErrorSummary({ problems, language }: { problems: readonly Problem[]; language: Language }) {
  if (problems.length === 0) return null
  return (
    <div class="error-summary" tabIndex={-1} autofocus aria-labelledby="error-summary-title" role="group">
      <div role="alert">
        <h2 id="error-summary-title">{say(ui.form.problems, language)}</h2>
        <ul>
          {problems.map(({ field, message }) => (
            <li>
              <a href={`#${encodeURI(fieldId(field))}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** The same words as in the summary, beside the field. */
export function FieldError({ id, message, language }: { id: string; message: string; language: Language }) {
  return (
    <p class="field-error" id={id}>
      <span class="hidden">{say(ui.form.problem, language)} </span>
      {message}
    </p>
  )
}
