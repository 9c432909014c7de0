import { accountById, type Assurance, idleMinutes, profileOf, sessionLife } from '../../accounts/index.ts'
import { maskEmail, maskIdentity, maskPhone } from '../../accounts/law/index.ts'
import { write } from '../../audit/index.ts'
import type { Words } from '../../words/index.ts'
import {
  addresses,
  Button,
  Buttons,
  csrfField,
  DefinitionList,
  Heading,
  LinkList,
  Notice,
  Section,
} from '../ui/index.ts'
import type { PageDoor, SignedVisit } from '../visit.ts'
import { MyTabs } from './my-tabs.tsx'
import { passwordReminder } from './password-age.tsx'
import { notFound, show, tellerOf, Vietnamese } from './show.tsx'

const words = {
  title: { vi: 'Tài khoản', en: 'Account' },
  changed: {
    vi: 'Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc.',
    en: 'Password changed. All other sessions have ended.',
  },
  who: { vi: 'Bạn là', en: 'You are' },
  name: { vi: 'Họ tên', en: 'Name' },
  organisation: { vi: 'Tên tổ chức', en: 'Organisation' },
  username: { vi: 'Tên đăng nhập', en: 'Username' },
  identity: { vi: 'Số định danh hoặc mã số thuế', en: 'Identity number or tax code' },
  assurance: { vi: 'Mức xác thực', en: 'Assurance' },
  posts: { vi: 'Nhiệm vụ', en: 'Posts' },
  contact: { vi: 'Liên hệ', en: 'Contact' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  change: { vi: 'Sửa thông tin liên hệ', en: 'Change contact data' },
  saved: { vi: 'Đã lưu thông tin liên hệ', en: 'Contact data saved' },
  none: { vi: 'Chưa có', en: 'Not given' },
  yours: { vi: 'Thông tin và quyền của bạn', en: 'Your information and rights' },
  session: { vi: 'Đăng nhập và an toàn', en: 'Signing in and security' },
  sessionText: {
    vi: 'Phiên này tự kết thúc sau {idle} phút không dùng, muộn nhất {hours} giờ sau khi đăng nhập.',
    en: 'This session ends after {idle} minutes without use, and {hours} hours after you signed in at the latest.',
  },
  activity: { vi: 'Nhật ký giao dịch', en: 'Activity' },
  consents: { vi: 'Đồng ý chia sẻ thông tin', en: 'Sharing you agreed to' },
  password: { vi: 'Đổi mật khẩu', en: 'Change password' },
  myData: { vi: 'Thông tin của tôi', en: 'My information' },
  representation: { vi: 'Đại diện: nộp thay hoặc cử người nộp thay', en: 'Representation: filing for others' },
  terms: { vi: 'Điều khoản sử dụng đã đồng ý', en: 'The terms you accepted' },
  policy: { vi: 'Quy định về đăng nhập và tài khoản', en: 'Rules of signing in and accounts' },
  security: { vi: 'Nơi đang đăng nhập và an toàn tài khoản', en: 'Where you are signed in, and account security' },
  secondStep: { vi: 'Xác thực hai bước', en: 'Second step' },
  signOut: { vi: 'Đăng xuất khỏi máy này', en: 'Sign out here' },
} as const satisfies Record<string, Words>

const assuranceWords: Record<Assurance, Words> = {
  none: { vi: 'Tự đăng ký, chưa xác thực', en: 'Registered by yourself, not verified' },
  counter: { vi: 'Đã gặp tại quầy', en: 'Seen at the counter' },
  officer: { vi: 'Cán bộ đã xác nhận', en: 'Confirmed by an officer' },
  population: { vi: 'Đã đối chiếu dữ liệu dân cư', en: 'Checked against the population data' },
  national: { vi: 'Định danh quốc gia', en: 'National identity' },
}

/** Who is signed in, as far as it needs to be shown. */
export const account: PageDoor = {
  path: '/tai-khoan',
  for: 'signed-in',
  get: async (asked) => {
    const visit = asked as SignedVisit
    const { house, language, now, viewer, csrf, query } = visit
    const t = tellerOf(language)
    const known = await accountById(house.db, viewer.id)
    if (!known) return notFound(visit)
    const idle = await idleMinutes(house.db, now)
    const profile = await profileOf(house.db, house.vault, viewer.id)
    await write(house.db, {
      stream: `account:${viewer.id}`,
      act: 'open-profile',
      actor: viewer.id,
      details: { for: 'account', from: visit.request.ip },
      occurredAt: now,
    })
    const none = <span class="muted">{t(words.none)}</span>
    return show(
      visit,
      { title: t(words.title) },
      <>
        {query['da-luu'] === '1' && <Notice tone="success" title={t(words.saved)} />}
        {query['da-doi'] === '1' && <Notice tone="success" title={t(words.changed)} />}
        <Heading>{t(words.title)}</Heading>
        {await passwordReminder(visit)}
        {viewer.kind !== 'officer' && <MyTabs visit={visit} here="account" />}
        <Section title={t(words.who)}>
          <DefinitionList
            rows={[
              { label: t(viewer.kind === 'organisation' ? words.organisation : words.name), value: known.displayName },
              { label: t(words.username), value: known.username },
              ...(profile.identityNumber
                ? [
                    {
                      label: t(words.identity),
                      value: <span class="number">{maskIdentity(profile.identityNumber)}</span>,
                    },
                  ]
                : []),
              ...(viewer.kind === 'officer'
                ? [
                    {
                      label: t(words.posts),
                      value: (
                        <Vietnamese language={language}>
                          {viewer.posts.map((one) => `${one.title}, ${one.unitName}`).join('; ')}
                        </Vietnamese>
                      ),
                    },
                  ]
                : [{ label: t(words.assurance), value: t(assuranceWords[known.assurance]) }]),
            ]}
          />
        </Section>
        {viewer.kind !== 'officer' && (
          <Section title={t(words.contact)}>
            <DefinitionList
              rows={[
                { label: t(words.phone), value: profile.phone ? maskPhone(profile.phone) : none },
                { label: t(words.email), value: profile.email ? maskEmail(profile.email) : none },
                { label: t(words.address), value: profile.address ?? none },
              ]}
            />
            <p>
              <a href="/tai-khoan/lien-he">{t(words.change)}</a>
            </p>
          </Section>
        )}
        {viewer.kind !== 'officer' && (
          <Section title={t(words.yours)}>
            <LinkList
              links={[
                { label: t(words.myData), href: '/tai-khoan/thong-tin' },
                { label: t(words.activity), href: '/tai-khoan/nhat-ky' },
                { label: t(words.representation), href: '/tai-khoan/dai-dien' },
                { label: t(words.consents), href: '/tai-khoan/dong-y' },
                { label: t(words.terms), href: '/tai-khoan/dieu-khoan' },
              ]}
            />
          </Section>
        )}
        <Section title={t(words.session)}>
          <p class="prose">{t(words.sessionText, { idle, hours: sessionLife.absoluteHours })}</p>
          <LinkList
            links={[
              { label: t(words.security), href: '/tai-khoan/an-toan' },
              { label: t(words.password), href: '/tai-khoan/mat-khau' },
              { label: t(words.secondStep), href: '/tai-khoan/buoc-hai' },
              { label: t(words.policy), href: '/quy-dinh-tai-khoan' },
            ]}
          />
          <form action={addresses.signOut} method="post">
            <input type="hidden" name={csrfField} value={csrf} />
            <Buttons>
              <Button kind="quiet">{t(words.signOut)}</Button>
            </Buttons>
          </form>
        </Section>
      </>,
    )
  },
}
