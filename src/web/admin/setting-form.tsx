import type { VNode } from 'preact'
import { clockText } from '../../ground/day.ts'
import { settings, type Subject } from '../../policy/index.ts'
import { capital, codeWords, type Language, say, settingValue, type Words } from '../../words/index.ts'
import type { Form } from '../form-body.ts'
import { errorOf } from '../officer/desk.ts'
import {
  Checkbox,
  CheckboxGroup,
  NumberField,
  type Problem,
  problemOf,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '../ui/index.ts'
import { isClock, merged, mostRows, ordersOf, type Shape, shapeOf, valueField, withoutNull } from './setting-shape.ts'

const words = {
  value: { vi: 'Giá trị mới', en: 'New value' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  none: { vi: 'Không đặt', en: 'Not set' },
  after: { vi: 'rồi', en: 'then' },
  clock: { vi: 'Ví dụ 15:00', en: 'Such as 15:00' },
} as const satisfies Record<string, Words>

type Props = {
  subject: Subject
  language: Language
  /** The value that holds now: what the form begins with. */
  present: unknown
  /** What was sent before, when it comes back to be mended. */
  sent: Form | undefined
  problems: readonly Problem[]
}

/** The fields of one setting, made from its shape: one control for each part, filled with what holds now. */
export function SettingFields({ subject, language, present, sent, problems }: Props): VNode {
  const title = subject === 'preset' ? words.value : settings[subject].title
  return <>{controls(shapeOf(subject), valueField, say(title, language), present)}</>

  function controls(shape: Shape, name: string, label: string, value: unknown, optional = false): VNode {
    const tied = { language, name, label, ...errorOf(problemOf(problems, name)), ...(optional ? { optional } : {}) }
    const typed = sent ? sent.fields[name] : undefined
    const inner = withoutNull(shape)
    if (inner) return maybe(inner, name, label, value)
    if (shape.oneOf) return parts(merged(shape.oneOf), name, value)
    if (shape.properties) return parts(shape, name, value)
    if (shape.items) return list(shape.items, name, label, value)
    if (shape.type === 'boolean') {
      const options = [
        { value: 'co', label: say(words.yes, language) },
        { value: 'khong', label: say(words.no, language) },
      ]
      return (
        <RadioGroup
          {...tied}
          inline
          options={options}
          value={sent ? typed : value === true ? 'co' : value === false ? 'khong' : undefined}
        />
      )
    }
    const codes = shape.enum ?? (shape.const ? [shape.const] : undefined)
    if (codes) {
      const said = (code: string) =>
        subject === 'preset' ? settingValue('preset', code, language) : capital(codeWords(code, language))
      const options = codes.map((code) => ({ value: code, label: said(code) }))
      return <SelectField {...tied} options={options} value={sent ? typed : (value as string | undefined)} />
    }
    if (isClock(subject, name)) {
      const text = sent ? typed : typeof value === 'number' ? clockText(value) : undefined
      return <TextField {...tied} hint={say(words.clock, language)} width="short" autocomplete="off" value={text} />
    }
    if (shape.type === 'string' && (shape.maxLength ?? 0) > 300)
      return <TextArea {...tied} value={sent ? typed : (value as string | undefined)} />
    if (shape.type === 'string')
      return <TextField {...tied} autocomplete="off" value={sent ? typed : (value as string | undefined)} />
    return <NumberField {...tied} value={sent ? typed : (value as number | undefined)} />
  }

  function parts({ properties = {}, required = [] }: Shape, name: string, value: unknown): VNode {
    const now = (value ?? {}) as Record<string, unknown>
    const fields = Object.entries(properties).map(([part, shape]) =>
      controls(shape, `${name}.${part}`, partLabel(name, part), now[part], !required.includes(part)),
    )
    return <>{fields}</>
  }

  /** Parts of parts say whose they are: *Người có công: Thời lượng*. */
  function partLabel(name: string, part: string): string {
    const above = name === valueField ? [] : [name.split('.').at(-1)!]
    return [...above, part].map((code) => capital(codeWords(code, language))).join(': ')
  }

  function maybe(inner: Shape, name: string, label: string, value: unknown): VNode {
    if (!inner.properties) return controls(inner, name, label, value ?? undefined, true)
    const isNone = sent ? Boolean(sent.fields[`${name}.khong`]) : value === null || value === undefined
    return (
      <>
        <Checkbox language={language} name={`${name}.khong`} label={say(words.none, language)} checked={isNone} />
        {parts({ ...inner, required: [] }, name, value)}
      </>
    )
  }

  function list(items: Shape, name: string, label: string, value: unknown): VNode {
    const now = (value ?? []) as readonly unknown[]
    const tied = { language, name, label, optional: true, ...errorOf(problemOf(problems, name)) }
    if (items.properties) return pairs(items.properties, name, now as readonly Record<string, string>[])
    const options = items.items ? ordersOf(items.items.enum ?? []) : (items.enum ?? [])
    const chosen = sent
      ? (sent.lists[name] ?? [])
      : now.map((one) => (Array.isArray(one) ? one.join(',') : String(one)))
    const said = (option: string) =>
      option
        .split(',')
        .map((code) => codeWords(code, language))
        .join(` ${say(words.after, language)} `)
    return (
      <CheckboxGroup
        {...tied}
        options={options.map((option) => ({ value: option, label: capital(said(option)) }))}
        values={chosen}
      />
    )
  }

  /** The rows that are, and an empty one for one more. */
  function rows(properties: Readonly<Record<string, Shape>>, name: string, now: readonly Record<string, unknown>[]) {
    const fields = Array.from({ length: Math.min(mostRows, now.length + 1) }, (_, index) =>
      Object.entries(properties).map(([part, shape]) => {
        const label = `${capital(codeWords(part, language))} (${index + 1})`
        return controls(shape, `${name}.${index}.${part}`, label, now[index]?.[part], true)
      }),
    )
    return <>{fields}</>
  }

  /** One choice for each word of the first part, or none. */
  function pairs(
    properties: Readonly<Record<string, Shape>>,
    name: string,
    now: readonly Record<string, string>[],
  ): VNode {
    const [[key = '', keys], [value = '', values]] = Object.entries(properties) as [[string, Shape], [string, Shape]]
    if (!keys.enum) return rows(properties, name, now)
    const fields = keys.enum.map((word) => (
      <SelectField
        language={language}
        name={`${name}.${word}`}
        label={capital(codeWords(word, language))}
        blank={say(words.none, language)}
        optional
        options={(values.enum ?? []).map((one) => ({ value: one, label: capital(codeWords(one, language)) }))}
        value={sent ? sent.fields[`${name}.${word}`] : now.find((one) => one[key] === word)?.[value]}
      />
    ))
    return <>{fields}</>
  }
}
