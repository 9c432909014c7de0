import { needsUpdate, type signIn, signOut, tellOfOtherPlace } from '../../accounts/index.ts'
import { cookieRules, newGuest, sessionCookie, type Visit } from '../visit.ts'
import { localPath } from './local-path.ts'

type SignedIn = Pick<Extract<Awaited<ReturnType<typeof signIn>>, { ok: true }>['value'], 'token' | 'account'>

/** Where a browser's sessions come from, as the act of signing in writes it down. */
export function browserOf({ request }: Visit): { kind: 'browser'; address: string; agent?: string } {
  const agent = request.headers['user-agent']
  return { kind: 'browser', address: request.ip, ...(agent ? { agent } : {}) }
}

/** Puts the new session into the browser; whatever session was there before ends, so that none is ever taken over. */
export async function enter(visit: Visit, { token, account }: SignedIn, back?: string): Promise<string> {
  const { house, request, reply, session, form, query, now } = visit
  if (session) await signOut(house.db, session, 'browser', request.ip, now)
  reply.setCookie(sessionCookie(house), token, cookieRules(house))
  newGuest(house, reply)
  const actor = { id: account.id, kind: account.kind, name: account.displayName }
  await house.atDesk(actor, (desk) => tellOfOtherPlace(desk, token))
  const asked = localPath(back ?? form.fields['ve'] ?? query['ve'])
  const home = account.kind === 'officer' ? '/viec' : '/ho-so'
  if (account.mustChangePassword) return `/tai-khoan/mat-khau?ve=${encodeURIComponent(asked ?? home)}`
  const to = asked && !asked.startsWith('/dang-') ? asked : home
  if (account.kind !== 'officer' && (await needsUpdate(house.db, account.id)))
    return `/tai-khoan/thong-tin?ve=${encodeURIComponent(to)}`
  return to
}

/** By which of the house's own addresses this visit came: passkeys belong to one of them. None, where the machine was called by another name. */
export function portalOf({ house: { config }, request }: Visit): string | undefined {
  return [config.url, config.oneStopUrl].find((url) => url && new URL(url).host === request.host)
}
