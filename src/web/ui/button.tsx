import type { ComponentChildren } from 'preact'

export type ButtonKind = 'primary' | 'quiet' | 'grave'

export type ButtonProps = {
  /** A verb that names the act: “Nộp hồ sơ”, “Tiếp nhận và in giấy hẹn”. */
  children: ComponentChildren
  /** `grave` is for acts that end something: refuse, withdraw, stop. */
  kind?: ButtonKind
  /** Sent with the form when this button was the one pressed. */
  name?: string
  value?: string
  formaction?: string
  /** Leaves the form's required fields alone, for “Lưu lại, làm tiếp sau”. */
  formnovalidate?: boolean
  form?: string
}

/** A button that sends its form. It is never greyed out: if something is missing, the page says what. */
export function Button({ children, kind = 'primary', ...sent }: ButtonProps) {
  return (
    <button type="submit" class={buttonClass(kind)} {...sent}>
      {children}
    </button>
  )
}

/** A link that looks like a button, for going somewhere important. */
export function LinkButton({
  href,
  children,
  kind = 'primary',
}: {
  href: string
  children: ComponentChildren
  kind?: ButtonKind
}) {
  return (
    <a class={buttonClass(kind)} href={href}>
      {children}
    </a>
  )
}

/** Buttons in one row; below one another on a narrow screen. */
export function Buttons({ children }: { children: ComponentChildren }) {
  return <div class="buttons">{children}</div>
}

function buttonClass(kind: ButtonKind) {
  return kind === 'primary' ? 'button' : `button button-${kind}`
}
