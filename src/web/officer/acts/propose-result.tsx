import { limitText } from '../../../calendar/index.ts'
import { componentsOf, type ComponentLine, resultFieldsOf } from '../../../dossiers/index.ts'
import { say, type Words } from '../../../words/index.ts'
import { Checkbox, Details, type Problem, problemOf, RadioGroup, TextArea } from '../../ui/index.ts'
import { noteOf } from '../dossier/note.tsx'
import { errorOf } from './assign.tsx'
import { Authentication, readMarks } from './authentication.tsx'
import { actDoor } from './door.tsx'
import { readResult, ResultFields, resultProblems } from './result-fields.tsx'
import { type Acting, value } from './screen.ts'

const words = {
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  noPapers: { vi: 'Hồ sơ này không có giấy tờ nào cần xác thực.', en: 'There are no papers to authenticate.' },
  outcome: { vi: 'Kết luận', en: 'Outcome' },
  grant: { vi: 'Chấp thuận: {result}', en: 'Grant: {result}' },
  refuse: { vi: 'Từ chối, có nêu lý do', en: 'Refuse, with reasons' },
  chooseOutcome: { vi: 'Chọn kết luận chấp thuận hay từ chối', en: 'Choose whether to grant or to refuse' },
  result: { vi: 'Nội dung in trên kết quả', en: 'What is printed on the result' },
  resultLead: {
    vi: 'Lấy sẵn từ tờ khai. Sửa ở đây chỉ đổi nội dung in; tờ khai của người nộp giữ nguyên.',
    en: 'Taken from the form. A correction here changes the print only; the applicant’s form stays as it is.',
  },
  refusal: { vi: 'Nội dung văn bản từ chối', en: 'What the refusal says' },
  reasons: { vi: 'Lý do từ chối', en: 'Reasons for the refusal' },
  reasonsHint: {
    vi: 'Mỗi dòng một lý do; viết cho người nộp đọc.',
    en: 'One reason a line, written for the applicant.',
  },
  needReasons: { vi: 'Ghi lý do từ chối', en: 'Give the reasons for the refusal' },
  basis: { vi: 'Căn cứ', en: 'Legal basis' },
  advice: { vi: 'Hướng dẫn tiếp theo', en: 'What the applicant can do' },
  note: { vi: 'Ý kiến trình lãnh đạo', en: 'Note for the leader' },
  ask: { vi: 'Gửi dự thảo để người nộp xác nhận trước khi trình', en: 'Let the applicant confirm the draft first' },
  askHint: {
    vi: 'Người nộp có {limit}; không trả lời thì coi như đồng ý. Thời hạn giải quyết tạm dừng trong lúc chờ.',
    en: 'They have {limit}; silence counts as agreement. The time limit stands still meanwhile.',
  },
  askHintSilent: {
    vi: 'Người nộp có {limit}. Thời hạn giải quyết tạm dừng trong lúc chờ.',
    en: 'They have {limit}. The time limit stands still meanwhile.',
  },
} as const satisfies Record<string, Words>

/** The processing officer authenticates the papers and drafts the result. */
export const proposeResult = actDoor({
  act: 'propose-result',
  button: { vi: 'Lập dự thảo và trình', en: 'Draft and propose' },
  fields: async (acting) => {
    const { at, dossier, definition, visit, typed, problems } = acting
    const { language } = visit
    const [lines, printed] = await Promise.all([toAuthenticate(acting), resultFieldsOf(at, dossier)])
    const outcome = value(acting, 'outcome')
    const wait = definition.waits?.[0]
    const text = (name: 'reasons' | 'basis' | 'advice' | 'note', first = '') => ({
      language,
      name,
      label: say(words[name], language),
      value: value(acting, name, first),
      maxlength: 4000,
      ...errorOf(problemOf(problems, name)),
    })
    return (
      <>
        {await noteOf(acting)}
        <h3>{say(words.papers, language)}</h3>
        {lines.length === 0 && <p class="muted">{say(words.noPapers, language)}</p>}
        <Authentication lines={lines} typed={typed} problems={problems} language={language} />
        <RadioGroup
          language={language}
          name="outcome"
          label={say(words.outcome, language)}
          value={outcome}
          {...errorOf(problemOf(problems, 'outcome'))}
          options={[
            { value: 'grant', label: say(words.grant, language, { result: definition.results[0]!.name }) },
            { value: 'refuse', label: say(words.refuse, language) },
          ]}
        />
        <div data-outcome="refuse">
          <Details summary={say(words.refusal, language)} open={outcome !== 'grant'}>
            <div class="form">
              <TextArea {...text('reasons')} hint={say(words.reasonsHint, language)} />
              <TextArea
                {...text('basis', definition.legalBasis.map(({ number }) => number).join('; '))}
                rows={2}
                optional
              />
              <TextArea {...text('advice')} rows={2} optional />
            </div>
          </Details>
        </div>
        <div data-outcome="grant">
          <Details summary={say(words.result, language)} open={outcome !== 'refuse'}>
            <div class="form">
              <p class="muted">{say(words.resultLead, language)}</p>
              <ResultFields
                printed={printed}
                definition={definition}
                typed={typed}
                problems={problems}
                language={language}
              />
            </div>
          </Details>
        </div>
        <TextArea {...text('note')} rows={2} optional />
        {wait && (
          <>
            <Checkbox
              language={language}
              name="askApplicant"
              label={say(words.ask, language)}
              checked={typed ? typed.fields['askApplicant'] === 'true' : dossier.channel === 'online'}
            />
            <p class="small muted">
              {say(wait.silence === 'agreed' ? words.askHint : words.askHintSilent, language, {
                limit: limitText(wait.limit)[language],
              })}
            </p>
          </>
        )}
      </>
    )
  },
  read: async (acting) => {
    const { at, dossier, definition, visit, typed } = acting
    const form = typed!
    const { marks, problems } = readMarks(await toAuthenticate(acting), form, visit.language)
    const outcome = value(acting, 'outcome')
    const found: Problem[] = [...problems, ...decisionProblems(acting)]
    if (found.length > 0) return { problems: found }
    const printed = await resultFieldsOf(at, dossier)
    const note = value(acting, 'note').trim()
    const result = outcome === 'grant' ? readResult(printed, definition, form) : refusalIn(acting)
    const ask = form.fields['askApplicant'] === 'true' ? { askApplicant: true } : {}
    return { body: { outcome, components: marks, result, ...(note ? { note } : {}), ...ask } }
  },
  places: ({ refusal, detail }, acting) => {
    if (refusal !== 'result-incomplete') return []
    const printed = acting.definition.results[0]!.fields.map((field) => ({ field, derived: undefined }))
    return resultProblems((detail?.['errors'] ?? []) as { path: string; message: string }[], printed)
  },
})

/** What was handed in is what the agency authenticates; after a supplement also what had failed before. */
async function toAuthenticate({ at, dossier }: Acting): Promise<ComponentLine[]> {
  return (await componentsOf(at, dossier)).filter(({ verdict }) => verdict !== 'not-applicable')
}

function decisionProblems(acting: Acting): Problem[] {
  const { language } = acting.visit
  const outcome = value(acting, 'outcome')
  if (outcome !== 'grant' && outcome !== 'refuse')
    return [{ field: 'outcome', message: say(words.chooseOutcome, language) }]
  if (outcome === 'refuse' && !value(acting, 'reasons').trim())
    return [{ field: 'reasons', message: say(words.needReasons, language) }]
  return []
}

function refusalIn(acting: Acting): Record<string, unknown> {
  const reasons = value(acting, 'reasons')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const [basis, advice] = [value(acting, 'basis').trim(), value(acting, 'advice').trim()]
  return { reasons, ...(basis ? { basis } : {}), ...(advice ? { advice } : {}) }
}
