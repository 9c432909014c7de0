import { say, type Words } from '../../../words/index.ts'
import { TextArea } from '../../ui/index.ts'
import { actDoor } from './door.tsx'
import { value } from './screen.ts'

const words = {
  notCollected: {
    vi: 'Chỉ ghi khi kết quả đã chờ quá số ngày tỉnh quy định. Người nộp được nhắc và vẫn nhận được kết quả sau này.',
    en: 'Only when the result has waited longer than the province set. The applicant is reminded and can still collect it later.',
  },
  reason: { vi: 'Ghi chú', en: 'Note' },
  hint: { vi: 'Ví dụ: đã gọi điện hai lần, hẹn lại tuần sau.', en: 'For example: telephoned twice.' },
  archive: {
    vi: 'Hồ sơ chuyển vào lưu trữ và giữ theo thời hạn bảo quản của thủ tục. Hồ sơ vẫn tra cứu và xem được.',
    en: 'The dossier goes into the archive and is kept as long as the rules say. It can still be looked up and read.',
  },
} as const satisfies Record<string, Words>

/** Nobody came for the result. */
export const markNotCollected = actDoor({
  act: 'mark-not-collected',
  fields: (acting) => (
    <>
      <p>{say(words.notCollected, acting.visit.language)}</p>
      <TextArea
        language={acting.visit.language}
        name="reason"
        label={say(words.reason, acting.visit.language)}
        hint={say(words.hint, acting.visit.language)}
        value={value(acting, 'reason')}
        rows={3}
        maxlength={2000}
        optional
      />
    </>
  ),
  read: (acting) => {
    const reason = value(acting, 'reason').trim()
    return { body: reason ? { reason } : {} }
  },
})

/** Everything is done: the dossier is kept. */
export const archive = actDoor({
  act: 'archive',
  fields: ({ visit: { language } }) => <p>{say(words.archive, language)}</p>,
  read: () => ({ body: {} }),
})
