import { historyOf } from '../../../dossiers/index.ts'
import { say, type Words } from '../../../words/index.ts'
import { Notice } from '../../ui/index.ts'
import type { Opened } from './open.ts'

const words = {
  note: { vi: 'Ý kiến của người chuyển hồ sơ đến', en: 'Note that came with the dossier' },
} as const satisfies Record<string, Words>

/** What was written with the act that brought the dossier here: the leader's note, or why the draft came back. */
export async function noteOf({ at, dossier, visit: { language } }: Pick<Opened, 'at' | 'dossier' | 'visit'>) {
  const said = (await historyOf(at, dossier.id)).at(-1)?.words
  const text = said?.['note'] ?? said?.['reason']
  if (!text) return null
  return (
    <Notice tone="important" title={say(words.note, language)}>
      <p>{text}</p>
    </Notice>
  )
}
