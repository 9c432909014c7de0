import { policyFor } from '../../policy/index.ts'
import { type Key, settings } from '../../policy/law/index.ts'
import { settingValue, type Words } from '../../words/index.ts'
import { Cited, DataTable, Heading } from '../ui/index.ts'
import type { PageDoor } from '../visit.ts'
import { show, tellerOf, Vietnamese } from './show.tsx'

const words = {
  title: { vi: 'Quy định về đăng nhập và tài khoản', en: 'Rules of signing in and accounts' },
  lead: {
    vi: 'Áp dụng theo Điều 11 và Điều 13 Quyết định 31/2021/QĐ-TTg; các mức dưới đây do tỉnh chọn trong phạm vi pháp luật cho phép.',
    en: 'By Articles 11 and 13 of Decision 31/2021/QĐ-TTg; the values are what the province chose where the law lets it.',
  },
  what: { vi: 'Nội dung', en: 'What' },
  value: { vi: 'Mức áp dụng', en: 'Value' },
  source: { vi: 'Căn cứ', en: 'Source' },
} as const satisfies Record<string, Words>

const keys = [
  'accounts.entrance',
  'accounts.identity-sources',
  'accounts.confirmation',
  'login.second-factor',
  'login.max-failures',
  'login.lock-minutes',
  'session.idle-minutes',
  'password.rules',
  'password.remind-days',
  'account.inactive-days',
  'account.review-months',
  'staff.login',
] as const satisfies readonly Key[]

/** The rules by which people sign in here: each value as it is set, with where it comes from. */
export const accountPolicy: PageDoor = {
  path: '/quy-dinh-tai-khoan',
  for: 'anyone',
  get: async (visit) => {
    const { house, language, now } = visit
    const t = tellerOf(language)
    const policy = await policyFor(house.db, now)
    return show(
      visit,
      { title: t(words.title) },
      <>
        <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
        <DataTable
          language={language}
          caption={t(words.title)}
          quietCaption
          rows={keys.map((key) => ({ key, ...policy.stated(key) }))}
          columns={[
            { label: t(words.what), names: true, cell: ({ key }) => t(settings[key].title) },
            { label: t(words.value), cell: ({ key, value }) => settingValue(key, value, language) },
            {
              label: t(words.source),
              cell: ({ source }) => (
                <Vietnamese language={language}>
                  <Cited>{source}</Cited>
                </Vietnamese>
              ),
            },
          ]}
        />
      </>,
    )
  },
}
