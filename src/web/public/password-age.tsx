import { isPasswordOld } from '../../accounts/index.ts'
import { say, type Words } from '../../words/index.ts'
import { Notice } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'

const words = {
  title: { vi: 'Bạn đã dùng mật khẩu này khá lâu', en: 'You have used this password for long' },
  text: {
    vi: 'Đổi mật khẩu định kỳ giúp tài khoản an toàn hơn.',
    en: 'Changing it from time to time keeps the account safer.',
  },
  change: { vi: 'Đổi mật khẩu', en: 'Change the password' },
} as const satisfies Record<string, Words>

/** A reminder once the password is older than the province set; nothing before. */
export async function passwordReminder({ house, viewer, language, now }: SignedVisit) {
  if (!(await isPasswordOld(house.db, viewer.id, now))) return null
  return (
    <Notice title={say(words.title, language)}>
      <p>{say(words.text, language)}</p>
      <p>
        <a href="/tai-khoan/mat-khau">{say(words.change, language)}</a>
      </p>
    </Notice>
  )
}
