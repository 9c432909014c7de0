import type { Words } from '../../words/index.ts'
import { inbox } from '../public/inbox.tsx'
import { MyTabs } from '../public/my-tabs.tsx'
import { show, tellerOf } from '../public/show.tsx'
import { Heading } from '../ui/index.ts'
import type { PageDoor, SignedVisit } from '../visit.ts'

const words = {
  title: { vi: 'Tin nhắn', en: 'Messages' },
  none: { vi: 'Bạn chưa có tin nhắn nào', en: 'You have no messages yet' },
  noneNext: {
    vi: 'Khi hồ sơ của bạn đi thêm một bước, tin nhắn nằm ở đây.',
    en: 'When a dossier of yours moves on, a message appears here.',
  },
} as const satisfies Record<string, Words>

const address = '/tin-nhan'

/** What was written to a citizen or business. */
export const messages: PageDoor = {
  path: address,
  for: 'citizen',
  get: async (asked) => {
    const visit = asked as SignedVisit
    const t = tellerOf(visit.language)
    const { none, noneNext } = words
    return show(
      visit,
      { title: t(words.title) },
      <>
        <Heading>{t(words.title)}</Heading>
        <MyTabs visit={visit} here="messages" />
        {await inbox(visit, { address, dossierAt: (id) => `/ho-so/${id}`, none, noneNext })}
      </>,
    )
  },
}
