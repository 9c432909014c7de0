import type { ComponentChildren } from 'preact'
import { frameFor } from '../frame.tsx'
import { NotFound, Page } from '../ui/index.ts'
import { idleWarning } from './idle.tsx'
import type { Answer, Opens, PageDoor, SignedVisit, Visit } from '../visit.ts'

type Own = Parameters<typeof frameFor>[1]

/** A page of the officers' side in its frame. */
export async function officerPage(
  visit: Visit,
  own: Own,
  children: ComponentChildren,
  status?: number,
): Promise<Answer> {
  const frame = await frameFor(visit, { area: 'officer', ...own })
  const warning = await idleWarning(visit)
  const page = (
    <Page {...frame}>
      {children}
      {warning}
    </Page>
  )
  return { page, ...(status ? { status } : {}) }
}

/** For what does not exist and for what the viewer's posts do not allow: the two are not told apart. */
export async function missing(visit: Visit): Promise<Answer> {
  return { status: 404, page: <NotFound {...await frameFor(visit, { title: '' })} /> }
}

type SignedWork = (visit: SignedVisit) => Promise<Answer>

/** A door that only officers enter, so there is always a viewer behind it, and one whom `may` lets in. */
export function officerDoor(
  path: string,
  { may, get, post, uploads }: { may: Opens; get?: SignedWork; post?: SignedWork; uploads?: boolean },
): PageDoor {
  return {
    path,
    for: 'officer',
    may,
    ...(uploads ? { uploads } : {}),
    ...(get ? { get: (visit: Visit) => get(visit as SignedVisit) } : {}),
    ...(post ? { post: (visit: Visit) => post(visit as SignedVisit) } : {}),
  }
}

/** An address with its query; what is empty is left out. */
export function address(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return pairs.length > 0 ? `${path}?${new URLSearchParams(pairs)}` : path
}
