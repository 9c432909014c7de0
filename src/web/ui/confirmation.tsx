import type { ComponentChildren } from 'preact'
import type { Language } from '../../words/index.ts'
import { say, ui } from '../../words/index.ts'

export type ConfirmationProps = {
  language: Language
  /** “Đã nộp hồ sơ” */
  title: string
  reference: string
  /** A PNG or SVG picture of the QR code as a `data:` address. */
  qr?: string
  /** What happens next, in at most three lines. */
  next?: readonly ComponentChildren[]
  /** False where the code is not for the reader but for somebody else. Default true. */
  keep?: boolean
  children?: ComponentChildren
}

/** The page after an act: what was done, a code large enough to copy by hand, and what happens next. Holds the `h1`. */
export function Confirmation({ language, title, reference, qr, next, keep = true, children }: ConfirmationProps) {
  return (
    <section class="confirmation">
      <div class="confirmation-head">
        <div>
          <h1>{title}</h1>
          <p class="muted">{say(ui.summary.reference, language)}</p>
          <p class="reference">{reference}</p>
          {keep && <p class="small muted">{say(ui.summary.referenceHint, language)}</p>}
        </div>
        {qr && <img class="qr" src={qr} width="148" height="148" alt={say(ui.summary.qr, language, { reference })} />}
      </div>
      {children}
      {next && (
        <>
          <h2>{say(ui.summary.next, language)}</h2>
          <ol class="prose">
            {next.map((line) => (
              <li>{line}</li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
