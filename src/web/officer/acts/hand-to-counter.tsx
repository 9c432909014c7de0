import { say, type Words } from '../../../words/index.ts'
import { actDoor } from './door.tsx'

const words = {
  lead: {
    vi: 'Kết quả đã ban hành sẽ chuyển về {reception} để trả cho người nộp.',
    en: 'The issued result goes to {reception} to be returned.',
  },
} as const satisfies Record<string, Words>

/** The records clerk sends the issued result to the counter. */
export const handToCounter = actDoor({
  act: 'hand-to-counter',
  fields: ({ view, visit: { language } }) => <p>{say(words.lead, language, { reception: view.reception.name })}</p>,
  read: () => ({ body: {} }),
})
