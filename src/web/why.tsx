import type { Why } from '../dossiers/index.ts'
import { type Language, say, type Words } from '../words/index.ts'
import { Details } from './ui/index.ts'

const words = {
  intake: { vi: 'Vì sao tiếp nhận phải trả lời vào lúc này?', en: 'Why is the answer due then?' },
  settlement: { vi: 'Vì sao là ngày này?', en: 'Why this date?' },
  leg: { vi: 'Vì sao cơ quan phối hợp trả lời vào lúc này?', en: 'Why does the other agency answer then?' },
  basis: { vi: 'Căn cứ: {law}', en: 'Basis: {law}' },
} as const satisfies Record<string, Words>

/** Why the date is this one, for whoever wants to know: every step in words with the article it rests on. */
export function WhyThisDate({ why, language }: { why: readonly Why[]; language: Language }) {
  const last = why.at(-1)
  if (!last) return null
  return (
    <Details summary={say(words[last.clock], language)}>
      <ol class="prose" lang="vi">
        {last.steps.map(({ text, law }) => (
          <li>
            {text} <span class="small muted">{say(words.basis, language, { law })}</span>
          </li>
        ))}
      </ol>
    </Details>
  )
}
