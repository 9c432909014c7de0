import { type Language, otherLanguage, say, ui } from '../../words/index.ts'
import { addresses } from './addresses.ts'
import { Icon } from './icon.tsx'

export type Link = { readonly label: string; readonly href: string }

/** The way here, on content pages. The last one is this page and is no link. Forms have a back link instead. */
export function Breadcrumbs({ links, language }: { links: readonly Link[]; language: Language }) {
  return (
    <nav class="breadcrumbs" aria-label={say(ui.navigation.breadcrumbs, language)}>
      <ol>
        {links.map(({ label, href }, index) => (
          <li>{index === links.length - 1 ? <span aria-current="page">{label}</span> : <a href={href}>{label}</a>}</li>
        ))}
      </ol>
    </nav>
  )
}

export function BackLink({ href, label, language }: { href: string; label?: string; language: Language }) {
  return (
    <a class="back" href={href}>
      <Icon name="arrow-left" />
      {label ?? say(ui.navigation.back, language)}
    </a>
  )
}

export type Tab = Link & {
  readonly current?: boolean
  /** Something new inside: a count beside the name, with its words for the ear. */
  readonly news?: { readonly count: number; readonly words: string }
}

/** Each tab is a page with its own address. */
export function Tabs({ tabs, label, language }: { tabs: readonly Tab[]; label?: string; language: Language }) {
  return (
    <nav class="tabs" aria-label={label ?? say(ui.navigation.tabs, language)}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.news && (
                <span class="count count-news">
                  {tab.news.count}
                  <span class="hidden"> {tab.news.words}</span>
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Goes to the same page in the other language; its own name is written in that language. */
export function LanguageSwitch({ language, path }: { language: Language; path: string }) {
  const other = otherLanguage(language)
  return (
    <a
      class="language"
      href={`${addresses.language}/${other}?ve=${encodeURIComponent(path)}`}
      lang={other}
      hreflang={other}
    >
      {say(ui.language.switch, language)}
    </a>
  )
}

export type PagerProps = {
  language: Language
  /** Where this one stands in the filtered list, counted from 1. */
  position: number
  total: number
  previous?: string
  next?: string
}

/** From one dossier to its neighbours without going back to the list. */
export function Pager({ language, position, total, previous, next }: PagerProps) {
  return (
    <nav class="pager" aria-label={say(ui.navigation.pager, language)}>
      {previous && (
        <a href={previous} rel="prev">
          <Icon name="arrow-left" />
          {say(ui.navigation.previous, language)}
        </a>
      )}
      <span class="muted">{say(ui.navigation.place, language, { position, total })}</span>
      {next && (
        <a href={next} rel="next">
          {say(ui.navigation.next, language)}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  )
}
