import type { FieldProps } from './field.tsx'
import { Field } from './field.tsx'
import { fieldId } from './problem.tsx'
import { say, ui } from '../../words/index.ts'

/** A control is as wide as its answer: `short` a number, `medium` a code or phone number, `long` a name or address. */
export type Width = 'short' | 'medium' | 'long'

export type TextFieldProps = FieldProps & {
  value?: string | undefined
  width?: Width
  type?: 'text' | 'email' | 'tel'
  /** The purpose of the answer in the words of HTML: `name`, `tel`, `street-address`, `one-time-code` … */
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'tel' | 'email'
  maxlength?: number
  spellcheck?: boolean
}

export function TextField(props: TextFieldProps) {
  const { value, width = 'long', type = 'text', autocomplete, inputmode, maxlength, spellcheck } = props
  return (
    <Field {...props}>
      {(ties) => (
        <input
          class={`input input-${width}`}
          {...ties}
          type={type as 'text'} // the typings allow one literal at a time, not a choice
          value={value}
          autocomplete={autocomplete}
          inputMode={inputmode}
          maxLength={maxlength}
          spellcheck={spellcheck}
        />
      )}
    </Field>
  )
}

/** A whole number typed as people type it; spaces and dots are stripped by the door, not forbidden here. */
export function NumberField({
  unit,
  large = false,
  ...props
}: FieldProps & { value?: string | number | bigint | undefined; unit?: string; large?: boolean }) {
  const unitId = `${fieldId(props.name)}-unit`
  return (
    <Field {...props}>
      {(ties) => (
        <span class="with-unit">
          <input
            class={`input ${large ? 'input-medium' : 'input-short'} number`}
            {...ties}
            aria-describedby={[ties['aria-describedby'], unit && unitId].filter(Boolean).join(' ') || undefined}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={props.value === undefined ? undefined : String(props.value)}
          />
          {unit && <span id={unitId}>{unit}</span>}
        </span>
      )}
    </Field>
  )
}

export function TextArea(
  props: FieldProps & { value?: string | undefined; rows?: number; maxlength?: number; autocomplete?: string },
) {
  return (
    <Field {...props}>
      {(ties) => (
        <textarea
          class="input"
          {...ties}
          rows={props.rows ?? 4}
          maxLength={props.maxlength}
          autocomplete={props.autocomplete}
        >
          {props.value}
        </textarea>
      )}
    </Field>
  )
}

/** Pasting and password managers are welcome. */
export function PasswordField(props: FieldProps & { autocomplete: 'current-password' | 'new-password' }) {
  return (
    <Field {...props}>
      {(ties) => (
        <input
          class="input input-long"
          {...ties}
          type="password"
          autocomplete={props.autocomplete}
          spellcheck={false}
        />
      )}
    </Field>
  )
}

export type Option = { readonly value: string; readonly label: string; readonly hint?: string }

/** `blank` words the choice of nothing, such as “Tất cả” in a filter. */
export function SelectField(
  props: FieldProps & { options: readonly Option[]; value?: string | undefined; autocomplete?: string; blank?: string },
) {
  const { options, value, language, autocomplete, blank } = props
  return (
    <Field {...props}>
      {(ties) => (
        <select class="input input-long" {...ties} autocomplete={autocomplete}>
          <option value="">{blank ?? say(ui.form.choose, language)}</option>
          {options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
