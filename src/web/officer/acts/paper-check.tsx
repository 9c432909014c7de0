import { say, type Words } from '../../../words/index.ts'
import { problemOf, RadioGroup, SelectField, TextArea } from '../../ui/index.ts'
import { legWords, presentedWords } from '../legs/words.ts'
import { errorOf } from './assign.tsx'
import { actDoor } from './door.tsx'
import { type Acting, type Read, value } from './screen.ts'

const words = {
  lead: {
    vi: 'Đối chiếu bản giấy người nộp mang đến với bản đã gửi trực tuyến, rồi ghi kết quả trước khi trả.',
    en: 'Compare the papers the applicant brings with what was sent online, and record it before the result is returned.',
  },
  outcome: { vi: 'Kết quả đối chiếu bản giấy', en: 'Paper check' },
  match: { vi: 'Khớp với bản đã gửi', en: 'The same as what was sent' },
  mismatch: { vi: 'Không khớp', en: 'Not the same' },
  mismatchHint: {
    vi: 'Kết quả được giữ lại cho đến khi một lần đối chiếu sau khớp; người nộp được báo ngay.',
    en: 'The result is held until a later check matches; the applicant is told at once.',
  },
  choose: { vi: 'Chọn kết quả đối chiếu bản giấy', en: 'Choose the outcome of the paper check' },
  form: { vi: 'Xuất trình bằng bản nào', en: 'By what it was presented' },
  note: { vi: 'Nếu không khớp, khác nhau ở đâu', en: 'If they differ, how' },
  noteHint: {
    vi: 'Người nộp đọc nội dung này. Để trống khi khớp.',
    en: 'The applicant reads it. Leave it empty when they are the same.',
  },
  needNote: { vi: 'Ghi bản giấy khác bản đã gửi ở đâu', en: 'Say how the papers differ from what was sent' },
} as const satisfies Record<string, Words>

/** The one-stop officer compares the papers brought with those sent; a difference holds the result back. */
export const recordPaperCheck = actDoor({
  act: 'record-paper-check',
  button: { vi: 'Ghi kết quả đối chiếu', en: 'Record the check' },
  fields: (acting) => (
    <>
      <p>{say(words.lead, acting.visit.language)}</p>
      {checkFields(acting)}
    </>
  ),
  read: readCheck,
})

const brought = ['original', 'main-copy', 'certified-copy'] as const

/** The outcome, by what, and what differs. */
function checkFields(acting: Acting) {
  const { visit, problems } = acting
  const { language } = visit
  return (
    <>
      <RadioGroup
        language={language}
        name="check"
        label={say(words.outcome, language)}
        value={value(acting, 'check')}
        {...errorOf(problemOf(problems, 'check'))}
        options={[
          { value: 'match', label: say(words.match, language) },
          { value: 'mismatch', label: say(words.mismatch, language), hint: say(words.mismatchHint, language) },
        ]}
      />
      <SelectField
        language={language}
        name="form"
        label={say(words.form, language)}
        blank={say(legWords.choose, language)}
        value={value(acting, 'form')}
        options={brought.map((one) => ({ value: one, label: say(presentedWords[one], language) }))}
        optional
      />
      <TextArea
        language={language}
        name="note"
        label={say(words.note, language)}
        hint={say(words.noteHint, language)}
        value={value(acting, 'note')}
        rows={2}
        maxlength={2000}
        {...errorOf(problemOf(problems, 'note'))}
      />
    </>
  )
}

function readCheck(acting: Acting): Read {
  const { language } = acting.visit
  const outcome = ['match', 'mismatch'].find((one) => one === value(acting, 'check'))
  const note = value(acting, 'note').trim()
  if (!outcome) return { problems: [{ field: 'check', message: say(words.choose, language) }] }
  if (outcome === 'mismatch' && !note) return { problems: [{ field: 'note', message: say(words.needNote, language) }] }
  const form = brought.find((one) => one === value(acting, 'form'))
  return { body: { outcome, ...(note ? { note } : {}), ...(form ? { form } : {}) } }
}
