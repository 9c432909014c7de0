import { say, type Words } from '../../../words/index.ts'
import { actDoor } from './door.tsx'

const words = {
  lead: {
    vi: 'Hồ sơ sẽ chuyển đến {agency} để phân công giải quyết.',
    en: 'The dossier goes to {agency} to be assigned.',
  },
} as const satisfies Record<string, Words>

/** The one-stop officer sends the accepted dossier on. */
export const forward = actDoor({
  act: 'forward',
  fields: ({ view, visit: { language } }) => <p>{say(words.lead, language, { agency: view.agency.name })}</p>,
  read: () => ({ body: {} }),
})
