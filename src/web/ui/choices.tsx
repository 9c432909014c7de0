import type { FieldProps } from './field.tsx'
import { FieldGroup } from './field.tsx'
import type { Option } from './fields.tsx'
import { fieldId, FieldError } from './problem.tsx'
import type { Language } from '../../words/index.ts'

type ChoiceProps = {
  type: 'radio' | 'checkbox'
  name: string
  id: string
  option: Option
  checked: boolean
  required?: boolean
}

function Choice({ type, name, id, option, checked, required }: ChoiceProps) {
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        required={required}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
      />
      <label for={id}>{option.label}</label>
      {option.hint && (
        <p class="hint" id={`${id}-hint`}>
          {option.hint}
        </p>
      )}
    </div>
  )
}

/** The first choice bears the id of the field, so that the error summary leads to it. */
function choiceId(name: string, index: number) {
  return index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`
}

/** One answer out of a few. `inline` puts two or three short answers side by side. */
export function RadioGroup(
  props: FieldProps & { options: readonly Option[]; value?: string | undefined; inline?: boolean },
) {
  const { name, options, value, inline, optional } = props
  return (
    <FieldGroup {...props}>
      <div class={inline ? 'choices choices-inline' : 'choices'}>
        {options.map((option, index) => (
          <Choice
            type="radio"
            name={name}
            id={choiceId(name, index)}
            option={option}
            checked={option.value === value}
            required={!optional}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

/** Any number of answers out of a few. */
export function CheckboxGroup(props: FieldProps & { options: readonly Option[]; values?: readonly string[] }) {
  const { name, options, values = [] } = props
  return (
    <FieldGroup {...props}>
      <div class="choices">
        {options.map((option, index) => (
          <Choice
            type="checkbox"
            name={name}
            id={choiceId(name, index)}
            option={option}
            checked={values.includes(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

type CheckboxProps = {
  language: Language
  name: string
  label: string
  value?: string
  checked?: boolean
  error?: string
}

/** One box that says yes to one sentence, such as a declaration. */
export function Checkbox({ language, name, label, value = 'true', checked = false, error }: CheckboxProps) {
  const id = fieldId(name)
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      {error && <FieldError id={`${id}-error`} message={error} language={language} />}
      <div class="choice">
        <input
          type="checkbox"
          id={id}
          name={name}
          value={value}
          checked={checked}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? 'true' : undefined}
        />
        <label for={id}>{label}</label>
      </div>
    </div>
  )
}
