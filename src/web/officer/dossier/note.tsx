import { historyOf } from '../../../dossiers/index.ts'
import { eventWords, say, type Words } from '../../../words/index.ts'
import { Notice } from '../../ui/index.ts'
import type { Opened } from './open.ts'

const words = {
  note: { vi: 'Ý kiến của người chuyển hồ sơ đến', en: 'Note that came with the dossier' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
} as const satisfies Record<string, Words>

/** Acts inside the house: what was written with them is a word from colleague to colleague. */
const inside: ReadonlySet<string> = new Set(['assigned', 'proposed', 'approved', 'sent-back', 'forwarded'])

/**
 * What was written with the act that brought the dossier here: the leader's note, why the draft came back, why the dossier ended. What
 * the applicant is asked stands by itself.
 */
export async function noteOf({ at, dossier, visit: { language } }: Pick<Opened, 'at' | 'dossier' | 'visit'>) {
  const last = (await historyOf(at, dossier.id)).at(-1)
  const said = last?.words
  const text = said?.['note'] ?? said?.['reason'] ?? said?.['remarks'] ?? said?.['conclusion']
  if (!last || !text) return null
  const basis = last.words?.['basis']
  const event = inside.has(last.event) ? undefined : eventWords[last.event]
  return (
    <Notice tone="important" title={say(event ?? words.note, language)}>
      <p>{text}</p>
      {basis && (
        <p>
          {say(words.basis, language)}: {basis}
        </p>
      )}
    </Notice>
  )
}
