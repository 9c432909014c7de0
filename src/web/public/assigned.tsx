import { dayOf } from '../../ground/day.ts'
import { assignmentsOn } from '../../organisations/index.ts'
import { assignedDuties } from '../../organisations/law/index.ts'
import { say, type Words } from '../../words/index.ts'
import { DataTable, EmptyState, Heading, Telephone } from '../ui/index.ts'
import type { PageDoor } from '../visit.ts'
import { show, tellerOf } from './show.tsx'

const words = {
  title: { vi: 'Cán bộ được phân công', en: 'Assigned officers' },
  lead: {
    vi: 'Những người được phân công bằng văn bản để hỗ trợ bạn, số hóa và xác thực hồ sơ. Danh sách theo đúng phân công hôm nay.',
    en: 'Who is assigned in writing to help you, to digitise and to authenticate dossiers. The list is that of today.',
  },
  name: { vi: 'Họ và tên', en: 'Name' },
  duty: { vi: 'Việc được phân công', en: 'Assigned to' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  none: { vi: 'Hôm nay chưa có phân công nào', en: 'Nobody is assigned today' },
  noneNext: {
    vi: 'Bạn cần hỗ trợ, hãy gọi đường dây nóng hoặc đến nơi tiếp nhận.',
    en: 'If you need help, call the hotline or come to a counter.',
  },
} as const satisfies Record<string, Words>

/**
 * The officers assigned to help and to authenticate, always as assigned.
 * @law 90/2016/QĐ-UBND Điều 19.6
 * @req S0-19.6
 */
export const assigned: PageDoor = {
  path: '/can-bo-duoc-phan-cong',
  for: 'anyone',
  get: async (visit) => {
    const { house, language, now } = visit
    const t = tellerOf(language)
    const rows = await assignmentsOn(house.db, dayOf(now))
    return show(
      visit,
      { title: t(words.title) },
      <>
        <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
        <DataTable
          language={language}
          caption={t(words.title)}
          quietCaption
          rows={rows}
          columns={[
            {
              label: t(words.name),
              names: true,
              cell: ({ name, title }) => (
                <>
                  {name}
                  <p class="small">{title}</p>
                </>
              ),
            },
            { label: t(words.duty), cell: ({ duty }) => say(assignedDuties[duty], language) },
            { label: t(words.unit), cell: ({ unit }) => unit },
            {
              label: t(words.phone),
              whole: true,
              cell: ({ phone }) => (phone ? <Telephone number={phone} /> : <>–</>),
            },
          ]}
          empty={
            <EmptyState title={t(words.none)}>
              <p>{t(words.noneNext)}</p>
            </EmptyState>
          }
        />
      </>,
    )
  },
}
