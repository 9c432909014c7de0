import { type Language, say, ui } from '../../words/index.ts'
import { addresses, csrfField } from './addresses.ts'
import { Mark } from './mark.tsx'
import { LanguageSwitch } from './navigation.tsx'
import { SearchBox } from './search-box.tsx'
import type { Area, NavItem, Province, Viewer } from './page-props.ts'

export type HeaderProps = {
  language: Language
  area: Area
  province: Province
  path: string
  viewer?: Viewer | undefined
  csrf?: string | undefined
  nav: readonly NavItem[]
  search: boolean
}

/** On every page alike: the mark, who is signed in, the other language; below the line the ways to go. */
export function Header(props: HeaderProps) {
  const { language, area, province, path, viewer, csrf, nav, search } = props
  return (
    <header class="header">
      <div class="header-row frame">
        <a class="brand" href={area === 'public' ? addresses.home : addresses.officerHome}>
          <Mark />
          <span>
            <span class="brand-name">{say(ui.page.product, language)}</span>
            <span class="brand-place">{province.name}</span>
          </span>
        </a>
        {area === 'officer' && search && <OfficerSearch language={language} />}
        <div class="header-end">
          <LanguageSwitch language={language} path={path} />
          {viewer ? <SignedIn viewer={viewer} csrf={csrf} language={language} /> : <SignIn language={language} />}
        </div>
      </div>
      {area === 'public' && (
        <div class="header-ways">
          <div class="frame">
            <Ways nav={nav} language={language} />
            {search && <PublicSearch language={language} />}
          </div>
        </div>
      )}
    </header>
  )
}

function Ways({ nav, language }: { nav: readonly NavItem[]; language: Language }) {
  return (
    <nav class="ways" aria-label={say(ui.page.mainNavigation, language)}>
      <ul>
        {nav.map(({ label, href, current }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function PublicSearch({ language }: { language: Language }) {
  return (
    <div class="header-search">
      <SearchBox
        language={language}
        action={addresses.procedures}
        label={say(ui.search.procedures, language)}
        submit={say(ui.search.procedures, language)}
        quiet
        id="header-search"
        kind="second"
      />
    </div>
  )
}

function OfficerSearch({ language }: { language: Language }) {
  return (
    <div class="header-search">
      <SearchBox
        language={language}
        action={addresses.officerSearch}
        label={say(ui.search.dossiers, language)}
        submit={say(ui.search.dossier, language)}
        quiet
        id="header-search"
        kind="second"
      />
    </div>
  )
}

function SignIn({ language }: { language: Language }) {
  return (
    <a class="sign-in" href={addresses.signIn}>
      {say(ui.page.signIn, language)}
    </a>
  )
}

function SignedIn({ viewer, csrf, language }: { viewer: Viewer; csrf: string | undefined; language: Language }) {
  return (
    <div class="viewer">
      <p>
        <span class="hidden">{say(ui.page.signedInAs, language)} </span>
        <a href={addresses.account}>{viewer.name}</a>
        {viewer.unit && <span class="viewer-unit">{viewer.unit}</span>}
      </p>
      <form action={addresses.signOut} method="post">
        {csrf && <input type="hidden" name={csrfField} value={csrf} />}
        <button class="link-button" type="submit">
          {say(ui.page.signOut, language)}
        </button>
      </form>
    </div>
  )
}
