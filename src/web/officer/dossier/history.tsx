import { historyOf } from '../../../dossiers/index.ts'
import { eventWords, say, type Words } from '../../../words/index.ts'
import { Timeline } from '../../ui/index.ts'
import { partDoor } from './frame.tsx'

const words = {
  basis: { vi: 'Căn cứ: {basis}', en: 'Basis: {basis}' },
  receivedBy: { vi: 'người nhận: {name}', en: 'received by: {name}' },
} as const satisfies Record<string, Words>

/** What happened to the dossier, the latest first: who did it, for which unit, and what was written with it. */
export const history = partDoor('history', async ({ at, dossier, visit: { language } }) => {
  const lines = await historyOf(at, dossier.id)
  // The latest first already here: what happened in one minute keeps its order.
  const past = lines.toReversed().map((line) => {
    const event = eventWords[line.event]
    const { note, guidance, reason, remarks, conclusion, content, basis, receivedBy } = line.words ?? {}
    const written = [
      note,
      guidance,
      remarks,
      conclusion,
      content,
      basis && say(words.basis, language, { basis }),
    ].filter(Boolean)
    const who = receivedBy && say(words.receivedBy, language, { name: receivedBy })
    return {
      at: line.at,
      by: [line.by.name, line.by.unit, who].filter(Boolean).join(', '),
      event: event ? say(event, language) : line.event,
      ...(reason ? { reason } : {}),
      ...(written.length > 0 ? { attachments: written.map((text) => <p>{text}</p>) } : {}),
    }
  })
  return <Timeline past={past} language={language} />
})
