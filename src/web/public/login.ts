import { beginLogin, finishLogin, type LoginId, loginIds, loginPaths } from '../../accounts/index.ts'
import { type Language, type Refusal, type Words } from '../../words/index.ts'
import { type Answer, guestOf, type PageDoor, type Visit } from '../visit.ts'
import { addressWith } from './cursor.ts'
import { localPath } from './local-path.ts'
import { browserOf, enter } from './session.ts'
import { notFound, refusalSentence } from './show.tsx'

/** What each other sign-in is called, and for whom it is. */
export const loginNames = {
  'national-portal': {
    name: { vi: 'Cổng Dịch vụ công quốc gia', en: 'National Public Service Portal' },
    note: { vi: 'Dành cho cá nhân, tổ chức và doanh nghiệp.', en: 'For people, organisations and businesses.' },
  },
  vneid: {
    name: { vi: 'VNeID', en: 'VNeID' },
    note: { vi: 'Dành cho cá nhân đã có định danh điện tử.', en: 'For people with an electronic identity.' },
  },
  staff: {
    name: { vi: 'Đăng nhập tập trung của tỉnh', en: 'The province’s own sign-in' },
    note: { vi: 'Dành cho cán bộ, công chức, viên chức.', en: 'For officers and staff.' },
  },
  simulated: { vi: 'mô phỏng', en: 'simulated' },
} as const satisfies Record<LoginId, { name: Words; note: Words }> & { simulated: Words }

/** What may have gone wrong at another system; nothing else is said because an address says so. */
const troubles: ReadonlySet<string> = new Set<Refusal>([
  'login-stale',
  'login-denied',
  'login-code-used',
  'login-token-expired',
  'login-token-wrong',
  'login-away',
  'login-identity-missing',
  'login-identity-changed',
  'login-account-missing',
  'account-closed',
  'account-merged',
  'too-many-requests',
  'passkey-stale',
  'passkey-wrong',
  'account-paused',
  'representative-needed',
  'staff-sign-in-central',
])

/** The sentence for what went wrong, on the page one comes back to. */
export function loginTrouble(code: string | undefined, language: Language): string | undefined {
  return code && troubles.has(code) ? refusalSentence(code as Refusal, language) : undefined
}

/** Leads to the other system; a link, not a form, because a page of ours may send forms only to itself. */
function begin(id: LoginId): PageDoor {
  return {
    path: `/dang-nhap/${loginPaths[id]}`,
    for: 'anyone',
    get: async (visit) => {
      const { house, request, query, now } = visit
      const { url } = house.config
      // One comes back to the house's own address, and only the browser's cookie of that address is known there.
      if (request.host !== new URL(url).host) return { redirect: `${url}${visit.path}` }
      const beginning = { login: id, browser: browserKey(visit), address: request.ip, back: localPath(query['ve']) }
      const begun = await beginLogin(house, beginning, now)
      if (begun.ok) return { redirect: withinHouse(begun.value.href, url) }
      return begun.refusal === 'not-found' ? notFound(visit) : back(begun.refusal)
    },
  }
}

/** A training twin stands in the house itself. */
function withinHouse(address: string, url: string): string {
  return address.startsWith(`${url}/`) ? address.slice(url.length) : address
}

/** Where the other system sends the browser back to. The address with its code is left at once. */
function finish(id: LoginId): PageDoor {
  return {
    path: `/dang-nhap/${loginPaths[id]}/tro-lai`,
    for: 'anyone',
    get: async (visit) => {
      const query = visit.request.url.split('?')[1] ?? ''
      const come = { ...browserOf(visit), login: id, browser: browserKey(visit), query }
      const entered = await finishLogin(visit.house, come, visit.now)
      return entered.ok ? { redirect: await enter(visit, entered.value, entered.value.back) } : back(entered.refusal)
    },
  }
}

/** A sign-in belongs to the browser that began it, signed in or not. */
function browserKey({ house, request, reply }: Visit): string {
  return guestOf(house, request, reply)
}

function back(refusal: Refusal): Answer {
  return { redirect: addressWith('/dang-nhap', { loi: refusal }) }
}

export const loginDoors: readonly PageDoor[] = loginIds.flatMap((id) => [begin(id), finish(id)])
