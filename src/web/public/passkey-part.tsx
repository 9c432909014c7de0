import type { ComponentChildren } from 'preact'
import { type Language, say, type Words } from '../../words/index.ts'
import { asset } from '../ui/index.ts'

const words = {
  trouble: {
    vi: 'Chưa dùng được khóa truy cập. Hãy thử lại, hoặc chọn cách khác.',
    en: 'The passkey did not answer. Try again, or choose another way.',
  },
  off: {
    vi: 'Trình duyệt này chưa dùng được khóa truy cập.',
    en: 'This browser cannot use passkeys.',
  },
} as const satisfies Record<string, Words>

export type PasskeyPartProps = {
  /** Making a new passkey, or letting one answer. */
  kind: 'create' | 'get'
  /** The question, as `askTo…` gave it. */
  ask: string
  language: Language
  children: ComponentChildren
}

/** What of a form is there only where the browser knows passkeys; elsewhere one sentence stands in for it. The answer comes as `khoa`. */
export function PasskeyPart({ kind, ask, language, children }: PasskeyPartProps) {
  return (
    <>
      <div class="form" data-passkey={kind} data-ask={ask} hidden>
        {children}
        <input type="hidden" name="khoa" value="" />
        <p class="field-error" role="alert" data-passkey-trouble hidden>
          {say(words.trouble, language)}
        </p>
      </div>
      <p class="muted" data-passkey-off>
        {say(words.off, language)}
      </p>
      <script type="module" src={asset('passkey.js').url} />
    </>
  )
}
