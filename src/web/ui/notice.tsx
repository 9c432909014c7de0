import type { ComponentChildren } from 'preact'
import type { Language } from '../../words/index.ts'
import { say, ui } from '../../words/index.ts'
import { Icon, type IconName } from './icon.tsx'

export type NoticeTone = 'neutral' | 'success' | 'important'

const icons: Record<NoticeTone, IconName> = { neutral: 'info', success: 'check', important: 'alert' }

type NoticeProps = { title: string; tone?: NoticeTone; children?: ComponentChildren }

/** One message about the whole page, one at a time. `success` follows an act and is read out. */
export function Notice({ title, tone = 'neutral', children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'success' ? 'status' : undefined}>
      <Icon name={icons[tone]} />
      <div>
        <p class="notice-title">{title}</p>
        {children}
      </div>
    </div>
  )
}

/** On top of the page when the reader must do something: what, until when, and the button. */
export function ActionCard({
  title,
  children,
  act,
}: {
  title: string
  children: ComponentChildren
  act: ComponentChildren
}) {
  return (
    <section class="action-card">
      <h2>{title}</h2>
      {children}
      <div class="buttons">{act}</div>
    </section>
  )
}

/** An empty list says why it is empty and what one can do. */
export function EmptyState({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  )
}

/** Something more for those who want it. */
export function Details({ summary, children, open }: { summary: string; children: ComponentChildren; open?: boolean }) {
  return (
    <details class="details" open={open}>
      <summary>{summary}</summary>
      <div class="details-body">{children}</div>
    </details>
  )
}

/** Above everything, on every page, while the system is for training. */
export function TrainingBanner({ language, children }: { language: Language; children?: ComponentChildren }) {
  return (
    <p class="training">
      {say(ui.training.banner, language)} {children}
    </p>
  )
}
