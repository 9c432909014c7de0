import { say, type Words } from '../../../words/index.ts'
import { Buttons, DefinitionList, Heading, LinkButton, Notice } from '../../ui/index.ts'
import type { Answer, SignedVisit } from '../../visit.ts'
import { officerPage } from '../page.tsx'
import { dossierAddress } from '../rows.tsx'

const words = {
  title: { vi: 'Phiếu cấp tài khoản', en: 'First sign-in slip' },
  lead: {
    vi: 'Tài khoản được mở khi nộp hồ sơ tại quầy. Bạn dùng tài khoản này để theo dõi hồ sơ và nhận kết quả.',
    en: 'The account was opened when the dossier was filed at the counter. Use it to follow the dossier and receive the result.',
  },
  holder: { vi: 'Chủ tài khoản', en: 'Holder' },
  username: { vi: 'Tên đăng nhập', en: 'User name' },
  password: { vi: 'Mật khẩu lần đầu', en: 'First password' },
  where: { vi: 'Đăng nhập tại', en: 'Sign in at' },
  after: {
    vi: 'Hệ thống yêu cầu đổi mật khẩu ngay lần đăng nhập đầu tiên. Không đưa phiếu này cho người khác.',
    en: 'The password must be changed at the first sign-in. Keep this slip to yourself.',
  },
  once: { vi: 'Mật khẩu chỉ hiện một lần', en: 'The password is shown only once' },
  print: {
    vi: 'In trang này (Ctrl+P) và giao cho người nộp trước khi đi tiếp.',
    en: 'Print this page (Ctrl+P) and hand it over before you go on.',
  },
  on: { vi: 'Tiếp tục: kiểm tra và tiếp nhận hồ sơ', en: 'Go on: check and accept the dossier' },
} as const satisfies Record<string, Words>

export type Slip = {
  readonly dossier: string
  readonly name: string
  readonly username: string
  readonly password: string
}

/** A double click must not lose the only showing of a password, so a slip waits a minute for the second arrival. In memory only. */
const waiting = new Map<string, { slip: Slip; until: number }>()
const minute = 60_000

export function keepSlip(key: string, slip: Slip): void {
  for (const [old, { until }] of waiting) if (until < performance.now()) waiting.delete(old)
  waiting.set(key, { slip, until: performance.now() + minute })
}

export function keptSlip(key: string): Slip | undefined {
  const found = waiting.get(key)
  return found && found.until >= performance.now() ? found.slip : undefined
}

/** The first credentials of a new account, on a page made to be printed. */
export async function slipPage(visit: SignedVisit, { dossier, name, username, password }: Slip): Promise<Answer> {
  const { language, house } = visit
  return officerPage(
    visit,
    { title: say(words.title, language) },
    <>
      <Heading lead={say(words.lead, language)}>{say(words.title, language)}</Heading>
      <DefinitionList
        rows={[
          { label: say(words.holder, language), value: name },
          { label: say(words.username, language), value: <span class="reference">{username}</span> },
          { label: say(words.password, language), value: <span class="reference">{password}</span> },
          { label: say(words.where, language), value: `${house.config.url}/dang-nhap` },
        ]}
      />
      <p>{say(words.after, language)}</p>
      <Notice tone="important" title={say(words.once, language)}>
        <p>{say(words.print, language)}</p>
      </Notice>
      <Buttons>
        <LinkButton href={dossierAddress(dossier, { queue: 'intake' }, 'accept')}>{say(words.on, language)}</LinkButton>
      </Buttons>
    </>,
  )
}
