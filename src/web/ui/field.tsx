import type { ComponentChildren } from 'preact'
import type { Language } from '../../words/index.ts'
import { say, ui } from '../../words/index.ts'
import { FieldError, fieldId } from './problem.tsx'

/** What every question of a form has. */
export type FieldProps = {
  language: Language
  /** The name the form sends. */
  name: string
  label: string
  /** Shown between label and control; never a placeholder. */
  hint?: ComponentChildren
  /** What to do about it, the same words as in the error summary. */
  error?: string
  /** Only optional fields are marked; a page says once that the rest is needed. */
  optional?: boolean
}

/** What ties a control to its label, hint and error. */
export type Ties = {
  id: string
  name: string
  required: boolean
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

export function tiesOf({ name, hint, error, optional }: FieldProps): Ties {
  const id = fieldId(name)
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    name,
    required: !optional,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? 'true' : undefined,
  }
}

/** Label, hint, error, control: one question with one control. */
export function Field({ children, ...props }: FieldProps & { children: (ties: Ties) => ComponentChildren }) {
  const ties = tiesOf(props)
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      <label class="label" for={ties.id}>
        {props.label} <Optional {...props} />
      </label>
      <HintAndError {...props} />
      {children(ties)}
    </div>
  )
}

/** Legend, hint, error, controls: one question with several controls. */
export function FieldGroup({ children, ...props }: FieldProps & { children: ComponentChildren }) {
  const described = tiesOf(props)['aria-describedby']
  return (
    <fieldset class={props.error ? 'field field-wrong' : 'field'} aria-describedby={described}>
      <legend class="label">
        {props.label} <Optional {...props} />
      </legend>
      <HintAndError {...props} />
      {children}
    </fieldset>
  )
}

function Optional({ optional, language }: FieldProps) {
  return optional ? <span class="optional">{say(ui.form.optional, language)}</span> : null
}

function HintAndError({ name, hint, error, language }: FieldProps) {
  const id = fieldId(name)
  return (
    <>
      {hint && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && <FieldError id={`${id}-error`} message={error} language={language} />}
    </>
  )
}
