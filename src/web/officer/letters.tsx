import { lettersToSign, type State, type WaitingLetter } from '../../dossiers/index.ts'
import { say, type Words } from '../../words/index.ts'
import { DataTable, DateTime, EmptyState, Heading, LinkButton } from '../ui/index.ts'
import { readerOf } from '../visit.ts'
import { officerDoor, officerPage } from './page.tsx'
import { areaWords } from './queue-words.ts'
import { dossierAddress, shortProcedure } from './rows.tsx'

const words = {
  lead: {
    vi: 'Thư được soạn sẵn trước khi hết hạn trả kết quả. Kết quả trễ hạn chỉ được chuyển và trả kèm thư đã ký.',
    en: 'Letters are drafted before the promised date passes. A late result goes out only with its signed letter.',
  },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  due: { vi: 'Hẹn trả', en: 'Due' },
  state: { vi: 'Trạng thái', en: 'State' },
  act: { vi: 'Việc', en: 'Act' },
  sign: { vi: 'Xem và ký', en: 'Read and sign' },
  none: { vi: 'Không có thư xin lỗi nào cần ký', en: 'No letter waits to be signed' },
  noneText: {
    vi: 'Thư hiện ở đây khi một hồ sơ sắp hết hạn hoặc đã quá hạn trả kết quả.',
    en: 'Letters stand here once a dossier is about to be late, or is.',
  },
} as const satisfies Record<string, Words>

/** The letters of apology that wait for the head of the agency, the earliest date first. */
export const letters = officerDoor('/viec/thu-xin-loi', {
  may: 'sign-letters',
  get: async (visit) => {
    const { language } = visit
    const title = say(areaWords.letters, language)
    const rows = await lettersToSign(readerOf(visit))
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(words.lead, language)}>{title}</Heading>
        <DataTable<WaitingLetter>
          language={language}
          caption={title}
          quietCaption
          rows={rows}
          columns={[
            {
              label: say(words.code, language),
              names: true,
              whole: true,
              cell: ({ id, code }) => <a href={dossierAddress(id)}>{code}</a>,
            },
            { label: say(words.procedure, language), cell: ({ procedure }) => shortProcedure(procedure) },
            { label: say(words.due, language), cell: ({ due }) => <DateTime at={due} language={language} /> },
            {
              label: say(words.state, language),
              cell: ({ state }) => say(visit.states(state as State).name, language),
            },
            {
              label: say(words.act, language),
              cell: ({ id, code }) => (
                <LinkButton href={dossierAddress(id, {}, 'apologise')} kind="quiet">
                  {say(words.sign, language)}
                  <span class="hidden"> {code}</span>
                </LinkButton>
              ),
            },
          ]}
          empty={
            <EmptyState title={say(words.none, language)}>
              <p>{say(words.noneText, language)}</p>
            </EmptyState>
          }
        />
      </>,
    )
  },
})
