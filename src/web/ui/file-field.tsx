import type { ComponentChildren } from 'preact'
import type { FieldProps } from './field.tsx'
import { Field } from './field.tsx'
import { fileSize } from './file-row.tsx'
import { say, ui } from '../../words/index.ts'

const endings = { PDF: '.pdf,application/pdf', JPEG: '.jpg,.jpeg,image/jpeg', PNG: '.png,image/png' } as const

export type FileType = keyof typeof endings

export type FileFieldProps = FieldProps & {
  types: readonly FileType[]
  /** Of each file, in bytes. */
  maxBytes: number
  maxFiles?: number
  /** The files already there: `FileRow`s. */
  children?: ComponentChildren
}

/** The rules stand before the choice: kinds, size, number; the photograph is offered where photographs are taken. */
export function FileField({ types, maxBytes, maxFiles = 1, children, ...props }: FileFieldProps) {
  const rules = say(maxFiles === 1 ? ui.form.fileRulesOne : ui.form.fileRulesMany, props.language, {
    types: types.join(', '),
    size: fileSize(maxBytes, props.language),
    count: maxFiles,
  })
  const hint = (
    <>
      {props.hint && <p>{props.hint}</p>}
      <p>{rules}</p>
      {types.some((type) => type !== 'PDF') && <p class="only-touch">{say(ui.form.fileCamera, props.language)}</p>}
    </>
  )
  return (
    <Field {...props} hint={hint}>
      {(ties) => (
        <>
          {children}
          <input
            class="file-input"
            {...ties}
            required={ties.required && !children}
            type="file"
            multiple={maxFiles > 1}
            accept={types.map((type) => endings[type]).join(',')}
          />
        </>
      )}
    </Field>
  )
}
