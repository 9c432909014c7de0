import type { AccountState } from '../../accounts/index.ts'
import { type Language, say } from '../../words/index.ts'
import { Tag } from '../ui/index.ts'
import { stateWords } from './holder-words.ts'

/** How an account stands, in a word. */
export function StandingTag({ of, language }: { of: AccountState; language: Language }) {
  const tone = of === 'active' ? 'done' : of === 'registered' ? 'plain' : 'wrong'
  return <Tag tone={tone}>{say(stateWords[of], language)}</Tag>
}
