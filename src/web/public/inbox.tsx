import { z } from 'zod'
import { write } from '../../audit/index.ts'
import { markRead, messagesOf, unreadCount } from '../../notifications/index.ts'
import type { Words } from '../../words/index.ts'
import { frameFor } from '../frame.tsx'
import { EmptyState, MessageItem, Pagination, WithCodes } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { addressWith, readCursor, writeCursor } from './cursor.ts'
import { tellerOf, Vietnamese } from './show.tsx'

const words = {
  inbox: { vi: 'Tin nhắn mới nhất ở trên', en: 'Newest first' },
  from: { vi: 'Cổng dịch vụ công {province}', en: 'Public services of {province}' },
} as const satisfies Record<string, Words>

const place = z.object({ at: z.iso.datetime(), id: z.uuid() })
const pageLength = 20

type Where = { address: string; dossierAt: (dossier: string) => string; none: Words; noneNext: Words }

/** What was written to the reader, newest first; looking at it marks it as read. */
export async function inbox(visit: SignedVisit, { address, dossierAt, none, noneNext }: Where) {
  const { house, language, now, query, viewer } = visit
  const t = tellerOf(language)
  const after = readCursor(place, query['tiep'])
  const before = after && { at: new Date(after.at), id: after.id }
  const [rows, unread, { province }] = await Promise.all([
    messagesOf(house.db, house.vault, viewer.id, pageLength + 1, before, language),
    unreadCount(house.db, viewer.id),
    frameFor(visit, { title: '', area: 'public' }),
  ])
  const shown = rows.slice(0, pageLength)
  const last = shown.at(-1)
  const next =
    rows.length > pageLength && last ? writeCursor({ at: last.createdAt.toISOString(), id: last.id }) : undefined
  if (unread > 0) await markRead(house.db, viewer.id, now)
  await write(house.db, {
    stream: `account:${viewer.id}`,
    act: 'open-messages',
    actor: viewer.id,
    details: { count: shown.length, from: visit.request.ip },
    occurredAt: now,
  })
  return (
    <>
      {shown.length === 0 && (
        <EmptyState title={t(none)}>
          <p>{t(noneNext)}</p>
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
          {...(dossier ? { href: dossierAt(dossier) } : {})}
        >
          <p>
            {told === language ? (
              <WithCodes text={body} />
            ) : (
              <Vietnamese language={language}>
                <WithCodes text={body} />
              </Vietnamese>
            )}
          </p>
        </MessageItem>
      ))}
      <Pagination
        language={language}
        next={next && addressWith(address, { tiep: next })}
        start={after ? address : undefined}
      />
    </>
  )
}
