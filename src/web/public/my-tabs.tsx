import { say, type Words } from '../../words/index.ts'
import { addresses, Tabs } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'

const words = {
  label: { vi: 'Của tôi', en: 'Mine' },
  dossiers: { vi: 'Hồ sơ', en: 'Dossiers' },
  record: { vi: 'Kho giấy tờ', en: 'Record' },
  messages: { vi: 'Tin nhắn', en: 'Messages' },
  unread: { vi: 'tin chưa đọc', en: 'unread' },
  account: { vi: 'Tài khoản', en: 'Account' },
} as const satisfies Record<string, Words>

export type MyPlace = 'dossiers' | 'record' | 'messages' | 'account'

/** What belongs to whoever is signed in: four places, the same on each of them. */
export function MyTabs({
  visit: { language },
  here,
  unread = 0,
}: {
  visit: SignedVisit
  here: MyPlace
  unread?: number
}) {
  const places: readonly { place: MyPlace; label: Words; href: string }[] = [
    { place: 'dossiers', label: words.dossiers, href: addresses.dossiers },
    { place: 'record', label: words.record, href: '/kho-giay-to' },
    { place: 'messages', label: words.messages, href: '/tin-nhan' },
    { place: 'account', label: words.account, href: addresses.account },
  ]
  return (
    <Tabs
      language={language}
      label={say(words.label, language)}
      tabs={places.map(({ place, label, href }) => ({
        label: say(label, language),
        href,
        current: place === here,
        ...(place === 'messages' && unread > 0 ? { news: { count: unread, words: say(words.unread, language) } } : {}),
      }))}
    />
  )
}
