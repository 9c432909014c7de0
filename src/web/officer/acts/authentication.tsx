import type { ComponentLine } from '../../../dossiers/index.ts'
import { type Language, say, type Words } from '../../../words/index.ts'
import type { Form } from '../../form-body.ts'
import { FieldError, fieldId, type Problem, problemOf } from '../../ui/index.ts'
import { Files } from '../dossier/papers.tsx'

const words = {
  authenticated: { vi: 'Đã xác thực', en: 'Authenticated' },
  'not-verifiable': { vi: 'Không xác thực được', en: 'Not verifiable' },
  reason: { vi: 'Lý do không xác thực được', en: 'Why it cannot be verified' },
  mark: {
    vi: 'Đánh dấu giấy tờ {place} đã xác thực hay không xác thực được',
    en: 'Mark whether paper {place} is authenticated',
  },
  needReason: { vi: 'Ghi lý do không xác thực được giấy tờ {place}', en: 'Say why paper {place} cannot be verified' },
} as const satisfies Record<string, Words>

const marks = ['authenticated', 'not-verifiable'] as const

type Props = {
  lines: readonly ComponentLine[]
  typed: Form | undefined
  problems: readonly Problem[]
  language: Language
}

/** Each paper that came with the dossier: authenticated, or why not. Sends `verdict.<id>` and `reason.<id>`. */
export function Authentication({ lines, ...rest }: Props) {
  return (
    <div class="checklist">
      {lines.map((line, index) => (
        <Paper line={line} place={index + 1} {...rest} />
      ))}
    </div>
  )
}

function Paper({
  line,
  place,
  typed,
  problems,
  language,
}: Omit<Props, 'lines'> & { line: ComponentLine; place: number }) {
  const name = `verdict.${line.id}`
  const error = problemOf(problems, name)
  return (
    <fieldset class={error ? 'paper field-wrong' : 'paper'} aria-describedby={error && `${fieldId(name)}-error`}>
      <legend>
        {place}. {line.name}
      </legend>
      <div class="paper-body">
        <div>
          <Files line={line} language={language} />
        </div>
        <div>
          {error && <FieldError id={`${fieldId(name)}-error`} message={error} language={language} />}
          <div class="choices choices-inline">
            {marks.map((mark, index) => {
              const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${mark}`
              return (
                <div class={mark === 'authenticated' ? 'choice verdict-ok' : 'choice verdict-fail'}>
                  <input type="radio" id={id} name={name} value={mark} checked={typed?.fields[name] === mark} />
                  <label for={id}>{say(words[mark], language)}</label>
                </div>
              )
            })}
          </div>
          <Reason id={line.id} typed={typed} error={problemOf(problems, `reason.${line.id}`)} language={language} />
        </div>
      </div>
    </fieldset>
  )
}

function Reason({
  id,
  typed,
  error,
  language,
}: {
  id: string
  typed: Form | undefined
  error: string | undefined
  language: Language
}) {
  const name = `reason.${id}`
  const control = fieldId(name)
  return (
    <div class={error ? 'field paper-reason field-wrong' : 'field paper-reason'}>
      <label class="label" for={control}>
        {say(words.reason, language)}
      </label>
      {error && <FieldError id={`${control}-error`} message={error} language={language} />}
      <textarea
        class="input"
        id={control}
        name={name}
        rows={2}
        aria-describedby={error ? `${control}-error` : undefined}
        aria-invalid={error ? 'true' : undefined}
      >
        {typed?.fields[name]}
      </textarea>
    </div>
  )
}

export type Mark = { component: string; authenticated: boolean; reason?: string }

/** The marks as the act takes them, and what is still to be marked or explained. */
export function readMarks(
  lines: readonly ComponentLine[],
  { fields }: Form,
  language: Language,
): { marks: Mark[]; problems: Problem[] } {
  const read: Mark[] = []
  const problems: Problem[] = []
  lines.forEach(({ id }, index) => {
    const mark = fields[`verdict.${id}`]
    const reason = fields[`reason.${id}`]?.trim()
    const place = index + 1
    if (mark !== 'authenticated' && mark !== 'not-verifiable') {
      problems.push({ field: `verdict.${id}`, message: say(words.mark, language, { place }) })
    } else if (mark === 'not-verifiable' && !reason) {
      problems.push({ field: `reason.${id}`, message: say(words.needReason, language, { place }) })
    } else {
      read.push({
        component: id,
        authenticated: mark === 'authenticated',
        ...(mark === 'not-verifiable' && reason ? { reason } : {}),
      })
    }
  })
  return { marks: read, problems }
}
