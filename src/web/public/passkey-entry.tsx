import { askToEnter, enterWithPasskey, signOut } from '../../accounts/index.ts'
import { mustEnterCentrally } from '../../organisations/index.ts'
import type { Refusal, Words } from '../../words/index.ts'
import { addresses, Button, Buttons, Form, Section } from '../ui/index.ts'
import type { PageDoor, Visit } from '../visit.ts'
import { addressWith } from './cursor.ts'
import { localPath } from './local-path.ts'
import { PasskeyPart } from './passkey-part.tsx'
import { browserOf, enter, portalOf } from './session.ts'
import { tellerOf } from './show.tsx'

const words = {
  title: { vi: 'Đăng nhập không cần mật khẩu', en: 'Sign in without a password' },
  submit: { vi: 'Dùng khóa truy cập', en: 'Use a passkey' },
} as const satisfies Record<string, Words>

const path = '/dang-nhap/khoa-truy-cap'

/** A passkey signs its holder in; a no leads back to the page of signing in, which says why. */
export const passkeyEntry: PageDoor = {
  path,
  for: 'anyone',
  get: async () => ({ redirect: addresses.signIn }),
  post: async (visit) => {
    const { house, form, csrf, now } = visit
    const back = localPath(form.fields['ve'])
    const { khoa: sent = '' } = form.fields
    const entered = await enterWithPasskey(
      house,
      { ...browserOf(visit), sent, browser: csrf, portal: portalOf(visit) },
      now,
    )
    const no = (loi: Refusal) => ({ redirect: addressWith(addresses.signIn, { loi, ve: back }) })
    if (!entered.ok) return no(entered.refusal)
    if (await mustEnterCentrally(house, entered.value.account, now)) {
      await signOut(house.db, entered.value.token, 'browser', visit.request.ip, now)
      return no('staff-sign-in-central')
    }
    return { redirect: await enter(visit, entered.value) }
  },
}

/** The offer to sign in with a passkey; nothing at an address where there are none. */
export async function passkeyOffer(visit: Visit, back: string | undefined) {
  const { house, language, csrf, now } = visit
  const t = tellerOf(language)
  const ask = await askToEnter(house, { browser: csrf, portal: portalOf(visit) }, now)
  if (!ask) return undefined
  return (
    <Section title={t(words.title)}>
      <Form action={path} csrf={csrf} hidden={back ? { ve: back } : {}}>
        <PasskeyPart kind="get" ask={ask} language={language}>
          <Buttons>
            <Button kind="quiet">{t(words.submit)}</Button>
          </Buttons>
        </PasskeyPart>
      </Form>
    </Section>
  )
}
