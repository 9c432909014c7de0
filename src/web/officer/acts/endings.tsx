import { say, type Words } from '../../../words/index.ts'
import { Notice } from '../../ui/index.ts'
import { dossierAddress } from '../rows.tsx'
import { actDoor } from './door.tsx'
import { draftIn, draftPanel } from './draft.tsx'
import { readReasoned, reasonedFields } from './reasoned.tsx'

const words = {
  ends: { vi: 'Hồ sơ này kết thúc tại đây', en: 'This ends the dossier' },
  rejectText: {
    vi: 'Người nộp nhận phiếu từ chối (mẫu 03) và phải nộp hồ sơ mới nếu muốn làm lại.',
    en: 'The applicant gets the rejection slip (form 03) and must file anew.',
  },
  guide: {
    vi: 'Chỉ thiếu hoặc sai giấy tờ? Hướng dẫn hoàn thiện thay vì từ chối',
    en: 'Only papers missing or wrong? Guide instead',
  },
  stopText: {
    vi: 'Chỉ dừng khi cơ quan không thể thực hiện dịch vụ. Thời hạn dừng lại; người nộp nhận thông báo (mẫu 05) kèm lý do.',
    en: 'Only when the agency cannot perform the service. The clock stops; the applicant gets the notice (form 05) with the reason.',
  },
  refuse: { vi: 'Dự thảo được thay bằng văn bản từ chối', en: 'The draft is replaced by a refusal' },
  refuseText: {
    vi: 'Văn bản từ chối mang lý do và căn cứ bạn ghi dưới đây, do bạn chịu trách nhiệm, rồi được ký số như mọi kết quả.',
    en: 'It carries the reason and basis you write below, is yours to answer for, and is then signed like any result.',
  },
  back: { vi: 'Chỉ cần sửa nội dung? Trả lại để sửa', en: 'Only something to mend? Send it back' },
} as const satisfies Record<string, Words>

/** The one-stop officer does not take the dossier in, and says why and on which basis. */
export const reject = actDoor({
  act: 'reject',
  grave: true,
  fields: (acting) => {
    const { dossier, list, visit } = acting
    return (
      <>
        <Notice tone="important" title={say(words.ends, visit.language)}>
          <p>{say(words.rejectText, visit.language)}</p>
          <p>
            <a href={dossierAddress(dossier.id, list, 'return-with-guidance')}>{say(words.guide, visit.language)}</a>
          </p>
        </Notice>
        {reasonedFields(acting)}
      </>
    )
  },
  read: readReasoned,
})

/** The agency's leader ends a dossier that the agency cannot settle. */
export const stop = actDoor({
  act: 'stop',
  grave: true,
  fields: (acting) => (
    <>
      <Notice tone="important" title={say(words.ends, acting.visit.language)}>
        <p>{say(words.stopText, acting.visit.language)}</p>
      </Notice>
      {reasonedFields(acting)}
    </>
  ),
  read: readReasoned,
})

/** A leader decides against the draft: it becomes a refusal with its reasons. */
export const refuseResult = actDoor({
  act: 'refuse-result',
  grave: true,
  fields: async (acting) => {
    const { dossier, list, visit } = acting
    return (
      <>
        <Notice tone="important" title={say(words.refuse, visit.language)}>
          <p>{say(words.refuseText, visit.language)}</p>
          <p>
            <a href={dossierAddress(dossier.id, list, 'send-back')}>{say(words.back, visit.language)}</a>
          </p>
        </Notice>
        {(await draftIn(acting)) && (await draftPanel(acting))}
        {reasonedFields(acting)}
      </>
    )
  },
  read: readReasoned,
})
