import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Language, say, ui } from '../../words/index.ts'
import { addresses } from './addresses.ts'
import { asset } from './assets.ts'
import { Footer, placeWords } from './footer.tsx'
import { Header } from './header.tsx'
import { BackLink, Breadcrumbs } from './navigation.tsx'
import type { NavItem, PageProps } from './page-props.ts'
import { QueueNav } from './queue-nav.tsx'

/** The whole document as it is sent. */
export function render<Props>(page: VNode<Props>): string {
  return `<!doctype html>${renderToString(page)}`
}

/** One page with everything that stands on all pages. Needs no script and no inline style. */
export function Page(props: PageProps) {
  const { lang, area, province, path, viewer, csrf, banner, crumbs, back, density = 'dense', search = true } = props
  const nav = props.nav ?? (area === 'public' ? publicWays(lang, path, viewer !== undefined) : [])
  return (
    <html lang={lang}>
      <Head {...props} />
      <body class={area === 'officer' ? `officer officer-${density}` : 'public'}>
        <a class="skip" href="#main">
          {say(ui.page.skip, lang)}
        </a>
        {banner && (
          <aside class="banner" aria-label={say(ui.page.banner, lang)}>
            {banner}
          </aside>
        )}
        <Header
          language={lang}
          area={area}
          province={province}
          path={path}
          viewer={viewer}
          csrf={csrf}
          nav={nav}
          search={search}
        />
        <div class={area === 'officer' ? 'desk' : 'frame'}>
          {area === 'officer' && (
            <QueueNav nav={nav} density={density} densityHref={props.densityHref} language={lang} />
          )}
          <div>
            {crumbs && <Breadcrumbs links={crumbs} language={lang} />}
            <main id="main">
              {back && <BackLink href={back.href} label={back.label} language={lang} />}
              {props.children}
            </main>
          </div>
        </div>
        <Footer language={lang} province={province} />
      </body>
    </html>
  )
}

function Head({ title, lang, province, wrong, area, ...own }: PageProps) {
  const about = area === 'public' ? say(ui.page.about, lang, { province: placeWords(province, lang) }) : undefined
  const description = own.description ?? about
  const product = say(ui.page.product, lang)
  const full = say(ui.page.fullTitle, lang, { title, product, province: province.name })
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {area === 'officer' && <meta name="robots" content="noindex" />}
      {description && <meta name="description" content={description} />}
      <title>{wrong ? say(ui.page.errorTitle, lang, { title: full }) : full}</title>
      {['vietnamese', 'latin'].map((subset) => (
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
          href={asset(`be-vietnam-pro-${subset}-400-normal.woff2`).url}
        />
      ))}
      <link rel="stylesheet" href={asset('style.css').url} />
      <link rel="icon" type="image/svg+xml" href={asset('mark.svg').url} />
    </head>
  )
}

/** The ways for visitors and citizens; the one we are on is marked. */
function publicWays(language: Language, path: string, signedIn: boolean): NavItem[] {
  const ways: NavItem[] = [
    { label: say(ui.page.procedures, language), href: addresses.procedures },
    { label: say(ui.page.lookup, language), href: addresses.lookup },
    ...(signedIn ? [{ label: say(ui.page.dossiers, language), href: addresses.dossiers }] : []),
    { label: say(ui.help.heading, language), href: addresses.help },
  ]
  return ways.map((way) => ({
    ...way,
    current: path === way.href || path.startsWith(`${way.href}/`) || path.startsWith(`${way.href}?`),
  }))
}
