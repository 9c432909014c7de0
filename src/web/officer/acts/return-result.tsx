import { documentsOf } from '../../../dossiers/index.ts'
import { channels } from '../../../procedures/index.ts'
import { refusalWords, say, type Words } from '../../../words/index.ts'
import { Checkbox, DocumentList, Notice, problemOf, RadioGroup, TextField } from '../../ui/index.ts'
import { itemOf } from '../dossier/results.tsx'
import { dossierAddress } from '../rows.tsx'
import { errorOf } from './assign.tsx'
import { actDoor } from './door.tsx'
import { value } from './screen.ts'

const words = {
  by: { vi: 'Trả bằng cách nào', en: 'How it is returned' },
  asked: { vi: 'Người nộp đã chọn', en: 'As the applicant chose' },
  online: { vi: 'Trực tuyến, vào kho giấy tờ điện tử', en: 'Online, into the electronic record' },
  counter: { vi: 'Tại quầy', en: 'At the counter' },
  post: { vi: 'Qua bưu chính công ích', en: 'By public post' },
  choose: { vi: 'Chọn cách trả kết quả', en: 'Choose how the result is returned' },
  receivedBy: { vi: 'Người nhận tại quầy', en: 'Received at the counter by' },
  receivedHint: {
    vi: 'Ghi khi người khác nhận thay, theo giấy tờ họ xuất trình.',
    en: 'When somebody else collects it, by the paper they show.',
  },
  checked: {
    vi: 'Đã đối chiếu bản giấy với bản đã gửi trực tuyến: khớp',
    en: 'The papers were compared with what was sent online: they are the same',
  },
  mismatch: { vi: 'Không khớp? Ghi kết quả đối chiếu', en: 'Not the same? Record the paper check' },
  held: { vi: 'Bản giấy không khớp với bản đã gửi', en: 'The papers do not match what was sent' },
  heldText: {
    vi: 'Kết quả chỉ được trả sau một lần đối chiếu khớp.',
    en: 'The result is returned only after a check that matches.',
  },
  record: {
    vi: 'Bản điện tử luôn vào kho giấy tờ của người nộp, dù trả bằng cách nào.',
    en: 'The electronic result always goes into the applicant’s record.',
  },
} as const satisfies Record<string, Words>

/** The one-stop officer returns the result. */
export const returnResult = actDoor({
  act: 'return-result',
  fields: async (acting) => {
    const { at, dossier, list, visit, problems } = acting
    const { language } = visit
    const result = (await documentsOf(at, dossier)).filter(({ kind }) => kind === 'result')
    return (
      <>
        {dossier.paperCheck === 'mismatch' && (
          <Notice tone="important" title={say(words.held, language)}>
            <p>{say(words.heldText, language)}</p>
          </Notice>
        )}
        <DocumentList language={language} items={result.map((document) => itemOf(document, language))} />
        <p>{say(words.record, language)}</p>
        <RadioGroup
          language={language}
          name="by"
          label={say(words.by, language)}
          value={value(acting, 'by', dossier.returnBy)}
          {...errorOf(problemOf(problems, 'by'))}
          options={channels.map((channel) => ({
            value: channel,
            label: say(words[channel], language),
            ...(channel === dossier.returnBy ? { hint: say(words.asked, language) } : {}),
          }))}
        />
        <TextField
          language={language}
          name="receivedBy"
          label={say(words.receivedBy, language)}
          hint={say(words.receivedHint, language)}
          value={value(acting, 'receivedBy')}
          autocomplete="off"
          maxlength={200}
          optional
        />
        {dossier.paperCheck !== 'match' && (
          <>
            <Checkbox
              language={language}
              name="checked"
              label={say(words.checked, language)}
              checked={value(acting, 'checked') === 'true'}
              {...errorOf(problemOf(problems, 'checked'))}
            />
            <p>
              <a href={dossierAddress(dossier.id, list, 'record-paper-check')}>{say(words.mismatch, language)}</a>
            </p>
          </>
        )}
      </>
    )
  },
  read: (acting) => {
    const by = channels.find((channel) => channel === value(acting, 'by'))
    const receivedBy = value(acting, 'receivedBy').trim()
    if (!by) return { problems: [{ field: 'by', message: say(words.choose, acting.visit.language) }] }
    const paperCheck = value(acting, 'checked') === 'true' ? { paperCheck: { outcome: 'match' } } : {}
    return { body: { by, ...(receivedBy ? { receivedBy } : {}), ...paperCheck } }
  },
  places: ({ refusal }, { visit: { language } }) =>
    refusal === 'paper-check-needed' || refusal === 'papers-do-not-match'
      ? [{ field: 'checked', message: say(refusalWords[refusal], language) }]
      : [],
})
