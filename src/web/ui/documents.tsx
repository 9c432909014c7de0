import { WithCodes } from './codes.tsx'
import type { ComponentChildren } from 'preact'
import { type Language, say, ui } from '../../words/index.ts'
import { DateTime } from './date-time.tsx'
import { Icon } from './icon.tsx'
import { Tag } from './status.tsx'

export type DocumentItem = {
  readonly title: string
  readonly href: string
  readonly at?: Date
  /** Who signed it, in the order of the signatures. */
  readonly signedBy?: readonly string[]
  readonly sha256?: string
}

/** The papers the agency made: receipt, request for supplements, result. */
export function DocumentList({ items, language }: { items: readonly DocumentItem[]; language: Language }) {
  return (
    <ul class="list">
      {items.map(({ title, href, at, signedBy = [], sha256 }) => (
        <li class="document">
          <Icon name="file" />
          <div>
            <a href={href}>{title}</a>
            {at && (
              <p class="small muted">
                <DateTime at={at} language={language} />
              </p>
            )}
            {signedBy.length > 0 && (
              <p class="small">
                {say(ui.documents.signedBy, language)} {signedBy.join('; ')}
              </p>
            )}
            {sha256 && (
              <p class="small muted">
                {say(ui.documents.fingerprint, language)} <code>{sha256}</code>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

export type MessageItemProps = {
  language: Language
  title: string
  from: string
  at: Date
  href?: string
  fresh?: boolean
  children?: ComponentChildren
}

/** One message, in the inbox or in the talk about a dossier. */
export function MessageItem({ language, title, from, at, href, fresh, children }: MessageItemProps) {
  return (
    <article class={fresh ? 'message message-fresh' : 'message'}>
      <h3>
        {href ? (
          <a href={href}>
            <WithCodes text={title} />
          </a>
        ) : (
          <WithCodes text={title} />
        )}{' '}
        {fresh && <Tag tone="active">{say(ui.documents.newMessage, language)}</Tag>}
      </h3>
      <p class="small muted">
        {from}. <DateTime at={at} language={language} />
      </p>
      {children}
    </article>
  )
}
