import { say, type Words } from '../../../words/index.ts'
import { TextArea } from '../../ui/index.ts'
import { delayFields, readDelay } from './delay-fields.tsx'
import { actDoor } from './door.tsx'
import { value } from './screen.ts'

const words = {
  lead: {
    vi: 'Lý do trễ hạn được lưu với hồ sơ để thống kê. Ghi lại thì nội dung sau thay nội dung trước. Người nộp không đọc phần này; thư xin lỗi nói với người nộp.',
    en: 'Kept with the dossier for the reports; what is written later replaces what stood before. The applicant reads the letter of apology, not this.',
  },
  note: { vi: 'Ghi chú', en: 'Note' },
} as const satisfies Record<string, Words>

/** The head of the agency records whose fault a delay was, and why. */
export const explainDelay = actDoor({
  act: 'explain-delay',
  button: { vi: 'Ghi lý do trễ hạn', en: 'Record the reason' },
  fields: (acting) => {
    const { language } = acting.visit
    return (
      <>
        <p>{say(words.lead, language)}</p>
        {delayFields(acting)}
        <TextArea
          language={language}
          name="note"
          label={say(words.note, language)}
          value={value(acting, 'note')}
          rows={3}
          maxlength={2000}
          optional
        />
      </>
    )
  },
  read: (acting) => {
    const { body, problems } = readDelay(acting)
    const note = value(acting, 'note').trim()
    return problems.length > 0 ? { problems } : { body: { ...body, ...(note ? { note } : {}) } }
  },
})
