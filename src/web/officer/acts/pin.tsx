import { type Language, type Refusal, say, type Words } from '../../../words/index.ts'
import { Field } from '../../ui/index.ts'
import { errorOf } from './assign.tsx'

const words = {
  pin: { vi: 'Mã PIN của thiết bị ký số', en: 'PIN of the signing device' },
  pinHint: {
    vi: 'Mã này chỉ dùng cho lần ký này và không được lưu lại.',
    en: 'Used for this signature only and never kept.',
  },
} as const satisfies Record<string, Words>

/** What the signing device says no to belongs beside its PIN. */
export const pinRefusals: readonly Refusal[] = ['pin-wrong', 'pin-needed', 'device-locked']

/** Never shown again, never remembered by the browser. */
export function Pin({ language, error }: { language: Language; error: string | undefined }) {
  return (
    <Field
      language={language}
      name="pin"
      label={say(words.pin, language)}
      hint={say(words.pinHint, language)}
      {...errorOf(error)}
    >
      {(ties) => (
        <input
          class="input input-medium"
          {...ties}
          type="password"
          inputMode="numeric"
          autocomplete="off"
          maxLength={20}
          spellcheck={false}
        />
      )}
    </Field>
  )
}
