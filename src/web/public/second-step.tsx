import {
  accountById,
  askToProve,
  beginSecondFactor,
  codeBody,
  hasSecondFactor,
  mayAddProof,
  proveSecondFactor,
  proveWithPasskey,
} from '../../accounts/index.ts'
import { qrDataUrl } from '../../documents/index.ts'
import { refusalText, type Words } from '../../words/index.ts'
import {
  addresses,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  type Problem,
  problemOf,
  Section,
  TextField,
} from '../ui/index.ts'
import type { Answer, PageDoor, SignedVisit } from '../visit.ts'
import { localPath } from './local-path.ts'
import { PasskeyPart } from './passkey-part.tsx'
import { portalOf } from './session.ts'
import { show, tellerOf } from './show.tsx'

const words = {
  title: { vi: 'Xác thực hai bước', en: 'Second step' },
  enter: {
    vi: 'Nhập mã 6 số đang hiện trên ứng dụng xác thực của bạn, hoặc một mã dự phòng.',
    en: 'Enter the 6 digits your authenticator app shows now, or a recovery code.',
  },
  set: {
    vi: 'Dùng ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator hoặc tương tự).',
    en: 'Use an authenticator app on your telephone (Google Authenticator, Microsoft Authenticator or alike).',
  },
  scan: { vi: '1. Quét mã QR bằng ứng dụng', en: '1. Scan the QR code with the app' },
  typed: { vi: 'Không quét được? Nhập khóa này vào ứng dụng:', en: 'Cannot scan? Type this key into the app:' },
  afterwards: { vi: '2. Nhập mã ứng dụng đang hiện', en: '2. Enter the code the app shows' },
  code: { vi: 'Mã xác thực', en: 'Code' },
  codeNeeded: { vi: 'Nhập mã gồm 6 chữ số.', en: 'Enter the 6 digits.' },
  submit: { vi: 'Xác nhận', en: 'Confirm' },
  isSet: { vi: 'Đã bật xác thực hai bước', en: 'The second step is set' },
  codesLead: {
    vi: 'Ghi lại các mã dự phòng này và cất ở nơi an toàn. Mỗi mã dùng được một lần khi bạn không có điện thoại. Các mã chỉ hiện một lần.',
    en: 'Write these recovery codes down and keep them safe. Each works once when you do not have the telephone. They are shown only now.',
  },
  codes: { vi: 'Mã dự phòng', en: 'Recovery codes' },
  enterPasskey: {
    vi: 'Dùng khóa truy cập trên thiết bị của bạn để tiếp tục.',
    en: 'Use the passkey on your device to go on.',
  },
  passkey: { vi: 'Dùng khóa truy cập', en: 'Use a passkey' },
  lost: {
    vi: 'Không còn thiết bị? Mang giấy tờ tùy thân đến nơi tiếp nhận, hoặc liên hệ quản trị, để được cấp lại.',
    en: 'The device is lost? Come to a counter with your identity paper, or ask the administrator.',
  },
  goOn: { vi: 'Tiếp tục', en: 'Go on' },
  onLead: {
    vi: 'Mỗi lần đăng nhập bằng mật khẩu, bạn nhập thêm mã từ ứng dụng xác thực.',
    en: 'Each time you sign in with your password, you also enter the code of your app.',
  },
} as const satisfies Record<string, Words>

const path = '/tai-khoan/buoc-hai'
/** After a mistyped code the page shows the device the same secret again; who did not see the page cannot ask for it. */
const shownField = 'da-hien'

/** The second proof of who signed in: asked for when a device is set, else the place to set one. */
export const secondStep: PageDoor = {
  path,
  for: 'signed-in',
  get: async (visit) => page(visit as SignedVisit),
  post: async (asked) => {
    const visit = asked as SignedVisit
    const { house, viewer, session, form, language } = visit
    const t = tellerOf(language)
    const { khoa: sent } = form.fields
    if (sent) {
      const proof = { sent, session, browser: visit.csrf, portal: portalOf(visit) }
      const proved = await house.atDesk(viewer, (desk) => proveWithPasskey(desk, proof))
      return proved.ok
        ? { redirect: wayBack(visit) }
        : page(visit, [{ field: 'khoa', message: refusalText(proved, language) }])
    }
    const read = codeBody.safeParse({ code: form.fields['code'] ?? '' })
    if (!read.success) return page(visit, [{ field: 'code', message: t(words.codeNeeded) }])
    const proved = await house.atDesk(viewer, (desk) => proveSecondFactor(desk, { ...read.data, session }))
    if (!proved.ok) return page(visit, [{ field: 'code', message: refusalText(proved, language) }])
    const { recoveryCodes } = proved.value
    return recoveryCodes.length > 0 ? codesPage(visit, recoveryCodes) : { redirect: wayBack(visit) }
  },
}

function wayBack({ form, query, viewer }: SignedVisit): string {
  const asked = localPath(form.fields['ve'] ?? query['ve'])
  return asked && !asked.startsWith(path) ? asked : viewer.kind === 'officer' ? '/viec' : '/ho-so'
}

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { house, viewer, session, owes, language, csrf, now, form } = visit
  const t = tellerOf(language)
  const account = await accountById(house.db, viewer.id)
  const ask = await askToProve(house, viewer.id, { browser: csrf, portal: portalOf(visit) }, now)
  const hasDevice = await hasSecondFactor(house.db, viewer.id)
  const proves = owes === 'code' || !(await mayAddProof(house.db, viewer.id, session))
  const isSet = hasDevice && !proves
  const begun =
    proves || hasDevice
      ? undefined
      : await house.atDesk(viewer, (desk) =>
          beginSecondFactor(desk, { username: account!.username, session, shown: form.fields[shownField] }),
        )
  const lead = isSet ? words.onLead : !proves ? words.set : hasDevice ? words.enter : words.enterPasskey
  return show(
    visit,
    {
      title: t(words.title),
      search: false,
      wrong: problems.length > 0,
      ...(owes ? {} : { back: { href: addresses.account } }),
    },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading lead={t(lead)}>{t(isSet ? words.isSet : words.title)}</Heading>
      {proves && ask && (
        <Form action={path} csrf={csrf} hidden={{ ve: wayBack(visit) }} id="field-khoa">
          <PasskeyPart kind="get" ask={ask} language={language}>
            <Buttons>
              <Button kind={hasDevice ? 'quiet' : 'primary'}>{t(words.passkey)}</Button>
            </Buttons>
          </PasskeyPart>
        </Form>
      )}
      {begun?.ok && (
        <Section title={t(words.scan)}>
          <img class="qr" src={qrDataUrl(begun.value.address)} width="200" height="200" alt={t(words.scan)} />
          <p>{t(words.typed)}</p>
          <p>
            <code class="key">{begun.value.secret.replace(/(.{4})/g, '$1 ').trim()}</code>
          </p>
          <h2>{t(words.afterwards)}</h2>
        </Section>
      )}
      {(begun?.ok || (proves && hasDevice)) && (
        <CodeForm visit={visit} problems={problems} shown={begun?.ok ? begun.value.secret : undefined} />
      )}
      {proves && <p class="muted prose">{t(words.lost)}</p>}
    </>,
  )
}

type Coding = { visit: SignedVisit; problems: readonly Problem[]; shown: string | undefined }

function CodeForm({ visit, problems, shown }: Coding) {
  const { language, csrf } = visit
  const t = tellerOf(language)
  return (
    <Form action={path} csrf={csrf} hidden={{ ve: wayBack(visit), ...(shown ? { [shownField]: shown } : {}) }}>
      <TextField
        language={language}
        name="code"
        label={t(words.code)}
        error={problemOf(problems, 'code')}
        width="short"
        autocomplete="one-time-code"
        maxlength={20}
        spellcheck={false}
      />
      <Buttons>
        <Button>{t(words.submit)}</Button>
      </Buttons>
    </Form>
  )
}

function codesPage(visit: SignedVisit, codes: readonly string[]): Promise<Answer> {
  const t = tellerOf(visit.language)
  return show(
    visit,
    { title: t(words.codes), search: false },
    <>
      <Heading lead={t(words.codesLead)}>{t(words.isSet)}</Heading>
      <Section title={t(words.codes)}>
        <ul>
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </Section>
      <LinkButton href={wayBack(visit)}>{t(words.goOn)}</LinkButton>
    </>,
  )
}
