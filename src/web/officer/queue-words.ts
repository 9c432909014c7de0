import type { QueueName } from '../../dossiers/index.ts'
import type { Role } from '../../organisations/law/index.ts'
import { say, type Words } from '../../words/index.ts'
import type { NavItem } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'

/** The queues in the order of the work, and who has each of them. */
export const queueWords: readonly { queue: QueueName; role: Role; words: Words }[] = [
  { queue: 'intake', role: 'one-stop-officer', words: { vi: 'Chờ tiếp nhận', en: 'To take in' } },
  { queue: 'return', role: 'one-stop-officer', words: { vi: 'Chờ trả kết quả', en: 'To return' } },
  { queue: 'assign', role: 'agency-leader', words: { vi: 'Chờ phân công', en: 'To assign' } },
  { queue: 'mine', role: 'processing-officer', words: { vi: 'Đang xử lý', en: 'In my hands' } },
  { queue: 'confirm', role: 'division-leader', words: { vi: 'Chờ duyệt dự thảo', en: 'To approve' } },
  { queue: 'sign', role: 'agency-leader', words: { vi: 'Chờ ký', en: 'To sign' } },
  { queue: 'issue', role: 'records-clerk', words: { vi: 'Chờ phát hành', en: 'To issue' } },
]

/** The ways at the side of an officer's pages: the queues of the posts held, then everything within reach. */
export function queueNav({ viewer, language, path }: SignedVisit, counts: Partial<Record<QueueName, number>>): NavItem[] {
  const mine = queueWords.filter(({ role }) => viewer.posts.some((post) => post.role === role))
  const here = path.split('?')[0]
  return [
    ...mine.map(({ queue, words }) => ({
      label: say(words, language),
      href: `/viec/${queue}`,
      current: here === `/viec/${queue}`,
      count: counts[queue] ?? 0,
    })),
    { label: language === 'vi' ? 'Tất cả hồ sơ' : 'All dossiers', href: '/viec/all', current: here === '/viec/all' },
  ]
}
