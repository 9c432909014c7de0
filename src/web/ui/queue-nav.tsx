import { type Language, say, ui } from '../../words/index.ts'
import type { NavItem } from './page-props.ts'

type QueueNavProps = {
  nav: readonly NavItem[]
  density: 'dense' | 'comfortable'
  densityHref?: string | undefined
  language: Language
}

/** The officer's queues with what waits in each: at the side of a wide screen, folded away on a narrow one. */
export function QueueNav(props: QueueNavProps) {
  const { nav, language } = props
  const current = nav.find((item) => item.current)
  const title = say(ui.navigation.queues, language)
  return (
    <>
      <nav class="queues queues-wide" aria-label={title}>
        <Groups {...props} />
      </nav>
      <details class="queues queues-narrow">
        <summary>{current ? `${title}: ${current.label}` : title}</summary>
        <nav aria-label={title}>
          <Groups {...props} />
        </nav>
      </details>
    </>
  )
}

function Groups({ nav, density, densityHref, language }: QueueNavProps) {
  const groups = Object.entries(Object.groupBy(nav, (item) => item.group ?? ''))
  return (
    <>
      {groups.map(([name, items = []]) => (
        <>
          {name && <p class="queues-group">{name}</p>}
          <ul>
            {items.map((item) => (
              <Queue item={item} language={language} />
            ))}
          </ul>
        </>
      ))}
      {densityHref && (
        <p class="queues-density">
          <a href={densityHref}>{say(density === 'dense' ? ui.page.larger : ui.page.denser, language)}</a>
        </p>
      )}
    </>
  )
}

function Queue({ item, language }: { item: NavItem; language: Language }) {
  const { label, href, current, count, urgent } = item
  return (
    <li>
      <a href={href} aria-current={current ? 'page' : undefined}>
        <span>{label}</span>
        {count !== undefined && (
          <span class={urgent ? 'count count-urgent' : 'count'}>
            {count}
            <span class="hidden"> {say(urgent ? ui.navigation.waitingUrgent : ui.navigation.waiting, language)}</span>
          </span>
        )}
      </a>
    </li>
  )
}
