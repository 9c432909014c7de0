import type { FieldProps } from './field.tsx'
import { FieldGroup } from './field.tsx'
import { fieldId } from './problem.tsx'
import { say, ui } from '../../words/index.ts'

export type DatePart = 'day' | 'month' | 'year'

/** What was typed, not yet understood. */
export type TypedDate = Partial<Record<DatePart, string | undefined>>

export type DatePartsProps = FieldProps & {
  value?: TypedDate
  /** The first wrong part; the summary should link to `datePartName(name, part)`. */
  wrong?: DatePart
  /** For a date of birth: `bday`. */
  autocomplete?: 'bday'
}

/** `day` keeps the plain name as its id, so a problem with the whole date leads to the first box. */
export function datePartName(name: string, part: DatePart): string {
  return part === 'day' ? name : `${name}-${part}`
}

/** Day, month and year as three boxes. The form sends `<name>-day`, `<name>-month`, `<name>-year`. */
export function DateParts(props: DatePartsProps) {
  const { name, language, value = {}, error, wrong, autocomplete, optional } = props
  const hint = props.hint ?? say(autocomplete ? ui.form.birthExample : ui.form.dateExample, language)
  return (
    <FieldGroup {...props} hint={hint}>
      <div class="date-parts">
        {(['day', 'month', 'year'] as const).map((part) => {
          const id = fieldId(datePartName(name, part))
          return (
            <div>
              <label for={id}>{say(ui.form[part], language)}</label>
              <input
                class="input number"
                id={id}
                name={`${name}-${part}`}
                type="text"
                inputMode="numeric"
                maxLength={part === 'year' ? 4 : 2}
                size={part === 'year' ? 4 : 2}
                value={value[part]}
                required={!optional}
                autocomplete={autocomplete ? `${autocomplete}-${part}` : 'off'}
                aria-invalid={error && (!wrong || wrong === part) ? 'true' : undefined}
              />
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
