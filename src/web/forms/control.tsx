import { choicesOf, type FieldSchema } from '../../procedures/index.ts'
import {
  Checkbox,
  DateParts,
  type DatePartsProps,
  type FieldProps,
  NumberField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '../ui/index.ts'

/** The control a field of an e-form asks for, with the answer it has. */
export function Control({ schema, answer, ...props }: FieldProps & { schema: FieldSchema; answer: unknown }) {
  const text = answer === undefined || answer === null ? undefined : String(answer)
  const options = choicesOf(schema).map(({ value, title }) => ({ value, label: title }))
  const autocomplete = schema['x-autocomplete']
  switch (schema['x-input']) {
    case 'textarea':
      return <TextArea {...props} value={text} {...sized(schema)} {...(autocomplete ? { autocomplete } : {})} />
    case 'date-parts':
      return <DateParts {...props} value={typedDate(text)} {...birthDate(autocomplete)} />
    case 'select':
      return <SelectField {...props} options={options} value={text} {...(autocomplete ? { autocomplete } : {})} />
    case 'radio':
      return <RadioGroup {...props} options={options} value={text} inline={isShort(options)} />
    case 'checkbox':
      return <Checkbox {...props} checked={answer === true} />
    case 'number':
      return <NumberField {...props} value={text} large={(schema.maximum ?? 0) > 99_999} />
    case 'phone':
      return (
        <TextField
          {...props}
          value={text}
          width="medium"
          type="tel"
          autocomplete={autocomplete ?? 'off'}
          inputmode="tel"
        />
      )
    case 'identity':
      return (
        <TextField
          {...props}
          value={text}
          width="medium"
          autocomplete={autocomplete ?? 'off'}
          inputmode="numeric"
          spellcheck={false}
        />
      )
    default:
      return (
        <TextField
          {...props}
          value={text}
          autocomplete={autocomplete ?? 'off'}
          {...(schema.format === 'email' ? ({ type: 'email', inputmode: 'email', spellcheck: false } as const) : {})}
          {...sized(schema)}
        />
      )
  }
}

/** Spaces and dots people type into numbers are stripped later, so only text is bounded already in the browser. */
function sized({ maxLength }: FieldSchema): { maxlength?: number } {
  return maxLength === undefined ? {} : { maxlength: maxLength }
}

/** Two or three short answers stand side by side. */
function isShort(options: readonly { label: string }[]): boolean {
  return options.length <= 3 && options.every(({ label }) => label.length <= 12)
}

function birthDate(autocomplete: string | undefined): { autocomplete?: 'bday' } {
  return autocomplete === 'bday' ? { autocomplete } : {}
}

function typedDate(text = ''): NonNullable<DatePartsProps['value']> {
  const [year, month, day] = text.split('-')
  return { day, month, year }
}
