import { choicesOf, type Definition, fieldAt, type ResultField } from '../../../procedures/index.ts'
import { type Language, say, type Words } from '../../../words/index.ts'
import type { Form } from '../../form-body.ts'
import {
  DateParts,
  NumberField,
  type Option,
  type Problem,
  problemOf,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { errorOf } from './assign.tsx'

const words = {
  example: { vi: 'Ví dụ: {example}', en: 'For example: {example}' },
  oneEach: { vi: 'Mỗi dòng một mục.', en: 'One a line.' },
} as const satisfies Record<string, Words>

/** One field of the paper with what the house would print there. */
export type Printed = { readonly field: ResultField; readonly derived: unknown }

type Kind = 'text' | 'date' | 'number' | 'choice' | 'lines' | 'rows'

/** How a field is asked for: as what its source in the e-form is, or as what it would print. */
function kindOf({ field, derived }: Printed, { form }: Pick<Definition, 'form'>): Kind {
  if (field.rows) return 'rows'
  if (field.list) return 'lines'
  if (optionsOf(field, { form }).length > 0) return 'choice'
  const source = field.from?.startsWith('/') ? fieldAt(form, field.from)?.schema['x-input'] : undefined
  if (source === 'date-parts' || field.from === '@today' || isDate(derived) || isDate(field.example)) return 'date'
  return typeof derived === 'number' || source === 'number' ? 'number' : 'text'
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
}

/** Where the paper wants a code (`male`), the officer chooses among the words of the e-form; words themselves are free text. */
function optionsOf({ words: codes = {}, from }: ResultField, { form }: Pick<Definition, 'form'>): Option[] {
  if (Object.keys(codes).length === 0 || !Object.values(codes).every((code) => /^[a-z-]+$/.test(code))) return []
  const titles = choicesOf(fieldAt(form, from ?? '')?.schema ?? {})
  return titles.flatMap(({ value, title }) => (codes[value] ? [{ value: codes[value], label: title }] : []))
}

const nameOf = ({ field }: Printed) => `result.${field.name}`

type FieldsProps = {
  printed: readonly Printed[]
  definition: Definition
  typed: Form | undefined
  problems: readonly Problem[]
  language: Language
}

/** The fields of the paper, filled in from the e-form and open to correction. */
export function ResultFields({ printed, ...rest }: FieldsProps) {
  return (
    <>
      {printed.map((one) => (
        <OneField one={one} {...rest} />
      ))}
    </>
  )
}

function OneField({ one, definition, typed, problems, language }: Omit<FieldsProps, 'printed'> & { one: Printed }) {
  const { field, derived } = one
  const name = nameOf(one)
  const shown = typed ? typed.fields[name] : undefined
  const props = {
    language,
    name,
    label: field.title,
    optional: !field.required,
    ...errorOf(problemOf(problems, name)),
    ...(field.example ? { hint: say(words.example, language, { example: spoken(field.example) }) } : {}),
  }
  switch (kindOf(one, definition)) {
    case 'date':
      return <DateParts {...props} value={typed ? typedDate(name, typed) : splitDate(derived)} />
    case 'number':
      return <NumberField {...props} value={shown ?? plain(derived)} />
    case 'choice':
      return <SelectField {...props} options={optionsOf(field, definition)} value={shown ?? plain(derived)} />
    case 'lines':
      return <TextArea {...props} hint={say(words.oneEach, language)} value={shown ?? linesOf(derived).join('\n')} />
    case 'rows':
      return (
        <>
          {rowsOf(derived).map(({ label, value }, index) => (
            <TextField
              {...props}
              name={`${name}.${index}`}
              label={label}
              value={typed?.fields[`${name}.${index}`] ?? value}
              autocomplete="off"
              optional
            />
          ))}
        </>
      )
    default:
      return <TextField {...props} value={shown ?? plain(derived)} autocomplete="off" maxlength={1000} />
  }
}

/** What the officer wrote that differs from what would be printed anyway. */
export function readResult(
  printed: readonly Printed[],
  definition: Definition,
  { fields }: Form,
): Record<string, unknown> {
  const written: Record<string, unknown> = {}
  for (const one of printed) {
    const value = writtenIn(one, definition, fields)
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(one.derived)) written[one.field.name] = value
  }
  return written
}

function writtenIn(one: Printed, definition: Definition, fields: Form['fields']): unknown {
  const name = nameOf(one)
  const text = fields[name]?.normalize('NFC').trim()
  switch (kindOf(one, definition)) {
    case 'date':
      return joinDate(name, fields)
    case 'number': {
      const digits = text?.replaceAll(/[\s.]/g, '')
      return digits && /^\d{1,15}$/.test(digits) ? Number(digits) : text || undefined
    }
    case 'lines': {
      const names = (text ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
      return names.length > 0 ? names.map((line) => ({ name: line })) : undefined
    }
    case 'rows':
      return rowsOf(one.derived).map(({ label, value }, index) => ({
        label,
        value: fields[`${name}.${index}`]?.trim() ?? value,
      }))
    default:
      return text || undefined
  }
}

function plain(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value)
}

function spoken(example: string): string {
  return isDate(example) ? example.split('-').toReversed().join('/') : example
}

function linesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map((line) => String((line as { name?: unknown }).name ?? '')) : []
}

function rowsOf(value: unknown): { label: string; value: string }[] {
  return Array.isArray(value) ? (value as { label: string; value: string }[]) : []
}

function splitDate(value: unknown) {
  const [year, month, day] = (plain(value) ?? '').split('-')
  return { day, month, year }
}

function typedDate(name: string, { fields }: Form) {
  return { day: fields[`${name}-day`], month: fields[`${name}-month`], year: fields[`${name}-year`] }
}

function joinDate(name: string, fields: Form['fields']): string | undefined {
  const part = (which: string) => (fields[`${name}-${which}`] ?? '').replaceAll(/[\s-]/g, '')
  const [year, month, day] = [part('year'), part('month'), part('day')]
  const text = [year, ...(month || day ? [month.padStart(2, '0')] : []), ...(day ? [day.padStart(2, '0')] : [])].join(
    '-',
  )
  return text || undefined
}

/** At which field the paper lacks something. */
export function resultProblems(
  errors: readonly { path: string; message: string }[],
  printed: readonly Printed[],
): Problem[] {
  return errors.flatMap(({ path, message }) => {
    const inside = path.replace(/^\/fields\//, '').replaceAll('/', '.')
    const one =
      printed.find(({ field }) => field.name === inside) ??
      printed.find(({ field }) => inside.startsWith(`${field.name}.`))
    return one ? [{ field: nameOf(one), message: `${one.field.title}: ${message}` }] : []
  })
}
