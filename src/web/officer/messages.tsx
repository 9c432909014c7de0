import { say, type Words } from '../../words/index.ts'
import { inbox } from '../public/inbox.tsx'
import { Heading } from '../ui/index.ts'
import { legsAddress } from './legs/address.ts'
import { officerDoor, officerPage } from './page.tsx'
import { areaWords } from './queue-words.ts'
import { dossierAddress } from './rows.tsx'

const words = {
  lead: {
    vi: 'Hồ sơ bạn giữ hoặc phụ trách sắp hết hoặc đã hết thời gian, và việc cần làm.',
    en: 'Dossiers you hold or answer for whose time runs out, and what to do.',
  },
  none: { vi: 'Chưa có nhắc việc nào', en: 'No reminders yet' },
  noneNext: {
    vi: 'Khi một hồ sơ bạn giữ hoặc phụ trách dùng hết phần lớn thời gian, lời nhắc nằm ở đây.',
    en: 'When a dossier you hold or answer for has used up much of its time, you are reminded here.',
  },
} as const satisfies Record<string, Words>

const address = '/viec/tin-nhan'

/** What an officer is reminded of, newest first. */
export const messages = officerDoor(address, {
  may: 'by-reach',
  get: async (visit) => {
    const title = say(areaWords.messages, visit.language)
    const { none, noneNext } = words
    // Who only answers for another agency reaches the work asked of it, never the dossier.
    const isAsked = visit.viewer.posts.every(({ role }) => role === 'consulted-officer')
    const dossierAt = isAsked ? () => legsAddress : dossierAddress
    const list = await inbox(visit, { address, dossierAt, none, noneNext })
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(words.lead, visit.language)}>{title}</Heading>
        {list}
      </>,
    )
  },
})
