import type { ComponentChildren } from 'preact'
import type { Language } from '../../words/index.ts'
import type { Link } from './navigation.tsx'

/** `public` for citizens, businesses and visitors; `officer` for everyone at work. */
export type Area = 'public' | 'officer'

/** What every page says about the province. Both telephone numbers stand on every page. */
export type Province = {
  readonly name: string
  readonly hotline: string
  readonly callCentre: string
  readonly email?: string
  /** The body that answers for the portal. */
  readonly owner?: string
}

export type Viewer = {
  readonly name: string
  readonly unit?: string
  readonly kind: 'citizen' | 'organisation' | 'officer'
}

export type NavItem = Link & {
  readonly current?: boolean
  /** How many wait in this queue. */
  readonly count?: number
  /** Something in it is overdue. */
  readonly urgent?: boolean
  /** Items with the same group stand together under its name. */
  readonly group?: string
}

export type PageProps = {
  /** The name of the page; for a step of a form it begins with the step. */
  title: string
  lang: Language
  area: Area
  province: Province
  /** This page's own address with its query, so that the language switch comes back here. */
  path: string
  viewer?: Viewer
  nav?: readonly NavItem[]
  /** The session's token against forged requests; goes into the sign-out form. */
  csrf?: string
  /** Above everything: `TrainingBanner`, or a notice about an incident. */
  banner?: ComponentChildren
  /** On content pages; forms have `back`. Not both. */
  crumbs?: readonly Link[]
  back?: { readonly href: string; readonly label?: string }
  /** True when a form was sent back: the title then begins with “Lỗi: ”. */
  wrong?: boolean
  /** False where the page itself holds the search. */
  search?: boolean
  /** Officers' pages are dense unless the officer asked for larger letters. */
  density?: 'dense' | 'comfortable'
  /** Where the other density is chosen; absent, the choice is not offered. */
  densityHref?: string
  /** For search engines and shared links; public pages only. */
  description?: string
  children: ComponentChildren
}
