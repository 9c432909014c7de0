import { historyOf } from '../../../dossiers/index.ts'
import { eventWords, say } from '../../../words/index.ts'
import { Timeline } from '../../ui/index.ts'
import { partDoor } from './frame.tsx'

/** What happened to the dossier, the latest first, with who did it for which unit. */
export const history = partDoor('history', async ({ at, dossier, visit: { language } }) => {
  const lines = await historyOf(at, dossier.id)
  const past = lines.map((line) => {
    const words = eventWords[line.event]
    return {
      at: line.at,
      by: [line.by.name, line.by.unit].filter(Boolean).join(', '),
      event: words ? say(words, language) : line.event,
    }
  })
  return <Timeline past={past} language={language} />
})
