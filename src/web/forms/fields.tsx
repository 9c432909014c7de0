import {
  choicesOf,
  type Field,
  fieldAt,
  type FieldSchema,
  type FormDefinition,
  type FormLayout,
  isShown,
  pointersOf,
  valueAt,
} from '../../procedures/index.ts'
import { type Language, say, type Words } from '../../words/index.ts'
import { type FieldProps, FormSection, type Problem, problemOf } from '../ui/index.ts'
import { Control } from './control.tsx'
import { isEverRequired } from './required.ts'

const words = {
  onlyWhen: { vi: 'Chỉ trả lời khi “{title}” là: {choices}.', en: 'Answer only when “{title}” is: {choices}.' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
} as const satisfies Record<string, Words>

type Page = FormLayout['pages'][number]

export type FormFieldsProps = {
  form: Pick<FormDefinition, 'schema' | 'layout'>
  /** The pages to ask, one after the other under their own headings; without it, all of them. */
  pages?: readonly Page[]
  /** Whether each page says its own title; false where the heading of the screen already does. Default true. */
  titled?: boolean
  value: Readonly<Record<string, unknown>>
  /** Named by the pointer of the field, as `validateForm` names them. */
  problems?: readonly Problem[]
  language: Language
  /** False where somebody answers for another: the browser must not offer the officer's own name. Default true. */
  autofill?: boolean
}

/**
 * The questions of an e-form. A field is named by its JSON pointer, and `readAnswers` reads it back.
 * A question that hangs on another is asked when that answer calls for it; when both stand on this screen it is always
 * there and says when to answer it, so that no script is needed.
 */
export function FormFields({
  form,
  pages = form.layout.pages,
  titled = true,
  value,
  problems = [],
  language,
  autofill = true,
}: FormFieldsProps) {
  const props = { form, asked: pages.flatMap(pointersOf), value, problems, language, autofill }
  return (
    <>
      {pages.map((page) => {
        const questions = (
          <>
            {page.lead && <p class="muted">{page.lead}</p>}
            {partsOf(page).map((part) =>
              Array.isArray(part) ? (
                <Questions pointers={part} {...props} />
              ) : (
                <section class="form-section">
                  {titled ? <h3>{part.title}</h3> : <h2>{part.title}</h2>}
                  {part.lead && <p class="muted">{part.lead}</p>}
                  <Questions pointers={part.fields} {...props} />
                </section>
              ),
            )}
          </>
        )
        return titled ? <FormSection title={page.title}>{questions}</FormSection> : questions
      })}
    </>
  )
}

type Group = Exclude<Page['fields'][number], string>

/** The questions of a page as they follow each other, those without a group of their own put together. */
function partsOf({ fields }: Page): (string[] | Group)[] {
  const parts: (string[] | Group)[] = []
  for (const entry of fields) {
    const last = parts.at(-1)
    if (typeof entry !== 'string') parts.push(entry)
    else if (Array.isArray(last)) last.push(entry)
    else parts.push([entry])
  }
  return parts
}

type QuestionsProps = Omit<QuestionProps, 'pointer' | 'told'> & { pointers: readonly string[] }

/** Questions that hang on the same answer stand together under one note that says when to answer them. */
function Questions({ pointers, ...props }: QuestionsProps) {
  const { form, asked, value, language } = props
  const runs: { when: FieldSchema['x-when']; pointers: string[] }[] = []
  for (const pointer of pointers) {
    const field = fieldAt(form, pointer)
    if (!field || !isAsked(field, asked, value)) continue
    const own = field.schema['x-when']
    const when = own && asked.includes(own.pointer) ? own : undefined
    const last = runs.at(-1)
    if (last && JSON.stringify(last.when) === JSON.stringify(when)) last.pointers.push(pointer)
    else runs.push({ when, pointers: [pointer] })
  }
  return (
    <>
      {runs.map(({ when, pointers: run }) => {
        const together = when !== undefined && run.length > 1
        const questions = run.map((pointer) => <Question pointer={pointer} told={together} {...props} />)
        if (!when) return <>{questions}</>
        const hangs = { 'data-when': when.pointer, 'data-equals': JSON.stringify([when.equals].flat().map(String)) }
        if (!together) return <div {...hangs}>{questions}</div>
        const note = `when-${run[0]}`
        return (
          <div class="form-section" role="group" aria-describedby={note} {...hangs}>
            <p class="muted" id={note} data-told>
              {conditionWords(form, when, language)}
            </p>
            {questions}
          </div>
        )
      })}
    </>
  )
}

/** The pointers of these pages that are asked for, given the answers: what `readAnswers` should take from the form. */
export function askedOn(
  form: Pick<FormDefinition, 'schema'>,
  pages: readonly Page[],
  value: Readonly<Record<string, unknown>>,
): string[] {
  const all = pages.flatMap(pointersOf)
  return all.filter((pointer) => {
    const field = fieldAt(form, pointer)
    return field !== undefined && isAsked(field, all, value)
  })
}

function isAsked({ schema }: Field, together: readonly string[], value: Readonly<Record<string, unknown>>): boolean {
  const when = schema['x-when']
  return !when || together.includes(when.pointer) || isShown(schema, value)
}

type QuestionProps = {
  form: Pick<FormDefinition, 'schema'>
  pointer: string
  asked: readonly string[]
  value: Readonly<Record<string, unknown>>
  problems: readonly Problem[]
  language: Language
  autofill: boolean
  /** When to answer has been said above. */
  told: boolean
}

function Question({ form, pointer, asked, value, problems, language, autofill, told }: QuestionProps) {
  const schema = fieldAt(form, pointer)?.schema ?? {}
  const when = schema['x-when']
  const condition = when && !told && asked.includes(when.pointer) ? conditionWords(form, when, language) : undefined
  const hint = [schema['x-hint'], condition].filter(Boolean).join(' ')
  const error = problemOf(problems, pointer)
  const props: FieldProps = {
    language,
    name: pointer,
    label: schema.title ?? pointer,
    ...(hint ? { hint } : {}),
    ...(error ? { error } : {}),
    optional: !isEverRequired(form, pointer),
  }
  const shownSchema = autofill ? schema : { ...schema, 'x-autocomplete': undefined }
  return <Control schema={shownSchema} answer={valueAt(value, pointer)} {...props} />
}

function conditionWords(
  form: Pick<FormDefinition, 'schema'>,
  { pointer, equals }: NonNullable<FieldSchema['x-when']>,
  language: Language,
): string {
  const on = fieldAt(form, pointer)?.schema ?? {}
  const titles = choicesOf(on)
  const choices = [equals]
    .flat()
    .map((one) =>
      typeof one === 'boolean'
        ? say(one ? words.yes : words.no, language)
        : (titles.find(({ value }) => value === one)?.title ?? String(one)),
    )
  return say(words.onlyWhen, language, { title: on.title ?? pointer, choices: choices.join('; ') })
}
