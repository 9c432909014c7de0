import { type Language, say, type Words } from '../../words/index.ts'
import { TextField } from '../ui/index.ts'

const words = {
  source: { vi: 'Văn bản căn cứ', en: 'Source' },
  hint: { vi: 'Số và tên văn bản quyết định', en: 'Number and name of the decision' },
} as const satisfies Record<string, Words>

type Props = { language: Language; name: string; value: string | undefined; error?: string }

/** The paper that decides a change; no change of the province’s choices goes without one. */
export function SourceField(props: Props) {
  const { language } = props
  return (
    <TextField
      {...props}
      label={say(words.source, language)}
      hint={say(words.hint, language)}
      maxlength={300}
      autocomplete="off"
    />
  )
}
