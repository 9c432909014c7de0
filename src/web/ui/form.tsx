import type { ComponentChildren } from 'preact'
import type { Language } from '../../words/index.ts'
import { say, ui } from '../../words/index.ts'
import { csrfField } from './addresses.ts'

export type FormProps = {
  action: string
  /** `post` needs the token of the session. */
  method?: 'get' | 'post'
  csrf?: string
  /** For forms that carry files. */
  multipart?: boolean
  id?: string
  /** Anything else the form sends without showing it, such as the idempotency key or the version. */
  hidden?: Readonly<Record<string, string | number>>
  children: ComponentChildren
}

/** A form whose answers are judged by the server: the browser's own bubbles stay silent, so the words are ours. */
export function Form({ action, method = 'post', csrf, multipart, id, hidden = {}, children }: FormProps) {
  return (
    <form
      class="form"
      id={id}
      action={action}
      method={method}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
    >
      {csrf && <input type="hidden" name={csrfField} value={csrf} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}

/** Several questions under one heading. */
export function FormSection({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="form-section">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** Said once at the top of a form. */
export function MandatoryNote({ language }: { language: Language }) {
  return <p class="muted">{say(ui.form.mandatoryNote, language)}</p>
}
