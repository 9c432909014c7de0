import { z } from 'zod'
import { markRead, messagesOf, unreadCount } from '../../notifications/index.ts'
import type { Words } from '../../words/index.ts'
import { frameFor } from '../frame.tsx'
import { addressWith, readCursor, writeCursor } from '../public/cursor.ts'
import { MyTabs } from '../public/my-tabs.tsx'
import { show, tellerOf, Vietnamese } from '../public/show.tsx'
import { EmptyState, Heading, MessageItem, Pagination } from '../ui/index.ts'
import type { PageDoor, SignedVisit } from '../visit.ts'

const words = {
  title: { vi: 'Tin nhắn', en: 'Messages' },
  inbox: { vi: 'Tin nhắn mới nhất ở trên', en: 'Newest first' },
  from: { vi: 'Cổng dịch vụ công {province}', en: 'Public services of {province}' },
  none: { vi: 'Bạn chưa có tin nhắn nào', en: 'You have no messages yet' },
  noneNext: {
    vi: 'Khi hồ sơ của bạn đi thêm một bước, tin nhắn nằm ở đây.',
    en: 'When a dossier of yours moves on, a message appears here.',
  },
} as const satisfies Record<string, Words>

const place = z.object({ at: z.iso.datetime(), id: z.uuid() })
const pageLength = 20

/** What was written to the reader, newest first; looking at it marks it as read. */
export const messages: PageDoor = {
  path: '/tin-nhan',
  for: 'citizen',
  get: async (asked) => {
    const visit = asked as SignedVisit
    const { house, language, now, query, viewer } = visit
    const t = tellerOf(language)
    const after = readCursor(place, query['tiep'])
    const before = after && { at: new Date(after.at), id: after.id }
    const [rows, unread, { province }] = await Promise.all([
      messagesOf(house.db, house.vault, viewer.id, pageLength + 1, before, language),
      unreadCount(house.db, viewer.id),
      frameFor(visit, { title: '' }),
    ])
    const shown = rows.slice(0, pageLength)
    const last = shown.at(-1)
    const next =
      rows.length > pageLength && last ? writeCursor({ at: last.createdAt.toISOString(), id: last.id }) : undefined
    if (unread > 0) await markRead(house.db, viewer.id, now)
    return show(
      visit,
      { title: t(words.title) },
      <>
        <Heading>{t(words.title)}</Heading>
        <MyTabs visit={visit} here="messages" />
        {shown.length === 0 && (
          <EmptyState title={t(words.none)}>
            <p>{t(words.noneNext)}</p>
          </EmptyState>
        )}
        {shown.length > 0 && <h2 class="hidden">{t(words.inbox)}</h2>}
        {shown.map(({ dossier, language: told, subject, body, createdAt, readAt }) => (
          <MessageItem
            language={language}
            title={subject}
            from={t(words.from, { province: province.name })}
            at={createdAt}
            fresh={readAt === null}
            {...(dossier ? { href: `/ho-so/${dossier}` } : {})}
          >
            <p>{told === language ? body : <Vietnamese language={language}>{body}</Vietnamese>}</p>
          </MessageItem>
        ))}
        <Pagination
          language={language}
          next={next && addressWith('/tin-nhan', { tiep: next })}
          start={after ? '/tin-nhan' : undefined}
        />
      </>,
    )
  },
}
