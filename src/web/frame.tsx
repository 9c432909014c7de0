import type { ComponentChildren } from 'preact'
import type { Unit } from '../organisations/index.ts'
import { legCount, letterCount } from '../dossiers/index.ts'
import { policyFor } from '../policy/index.ts'
import { type Language, say, type Words } from '../words/index.ts'
import { queueNav, seesDossiers } from './officer/queue-words.ts'
import { type NavItem, type PageProps, type Province, TrainingBanner } from './ui/index.ts'
import { countsFor, readerOf, type SignedVisit, type Visit } from './visit.ts'

type Own = Partial<Omit<PageProps, 'title'>> & { title: string }

/** What `Page` needs on every page of the house: who looks, at which province, with what in the frame. */
export async function frameFor(visit: Visit, own: Own): Promise<Omit<PageProps, 'children'>> {
  const { language, path, viewer, house } = visit
  const officer = viewer?.kind === 'officer'
  const area = own.area ?? (officer ? 'officer' : 'public')
  return {
    lang: language,
    area,
    province: await provinceOf(visit),
    path,
    ...(viewer ? { viewer: viewerOf(visit as SignedVisit), csrf: visit.csrf } : {}),
    ...(house.config.demo ? { banner: await trainingBanner(visit) } : {}),
    ...(area === 'officer' && viewer ? { nav: await navFor(visit as SignedVisit), search: seesDossiers(viewer) } : {}),
    ...own,
  }
}

/** The training province says that it is one, and that it asks nobody for a second sign-in step while that is so; whoever set one up has it all the same. */
async function trainingBanner({ house, language, now }: Visit) {
  const isOff = (await policyFor(house.db, now)).get('login.second-factor') === 'off'
  return <TrainingBanner language={language}>{isOff && say(secondStepOff, language)}</TrainingBanner>
}

const secondStepOff: Words = {
  vi: 'Tỉnh chưa bắt buộc xác thực hai bước.',
  en: 'The province does not require the second sign-in step yet.',
}

async function navFor(visit: SignedVisit): Promise<NavItem[]> {
  const at = readerOf(visit)
  const [{ queues, unread }, letters, legs] = await Promise.all([countsFor(visit), letterCount(at), legCount(at)])
  return queueNav(visit, queues, { unread, letters, legs })
}

function viewerOf({ viewer }: SignedVisit): NonNullable<PageProps['viewer']> {
  const kind = viewer.kind === 'officer' ? 'officer' : viewer.kind === 'organisation' ? 'organisation' : 'citizen'
  const unit = viewer.posts[0]?.unitName
  return { name: viewer.name, kind, ...(unit ? { unit } : {}) }
}

const nameless: Province = { name: 'Chưa đặt tên tỉnh', hotline: '', callCentre: '' }
let known: Province | undefined

/** The province as its own tree names it; read once, because it changes with a reorganisation only. */
async function provinceOf({ house }: Visit): Promise<Province> {
  if (known) return known
  const row: Pick<Unit, 'name' | 'phone'> | undefined = await house.db
    .selectFrom('organisations.unit')
    .select(['name', 'phone'])
    .where('kind', '=', 'province')
    .executeTakeFirst()
  const centre = await house.db
    .selectFrom('organisations.unit')
    .select('phone')
    .where('kind', '=', 'centre')
    .where('level', '=', 'province')
    .executeTakeFirst()
  if (!row) return nameless
  const name = row.name.replace(/^Ủy ban nhân dân /, '').replace(/^t/, 'T')
  known = { name, owner: row.name, hotline: row.phone ?? '', callCentre: centre?.phone ?? row.phone ?? '' }
  return known
}

/** A frame for when nothing can be read: nobody is known, and the province only if it was read before. */
export function bareFrame(language: Language, path: string): Omit<PageProps, 'title' | 'children'> {
  return { lang: language, area: 'public', province: known ?? nameless, path, search: false }
}

export type { ComponentChildren }
export { say }
