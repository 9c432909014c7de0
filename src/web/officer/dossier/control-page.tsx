import { handoversOf } from '../../../dossiers/index.ts'
import { say, type Words } from '../../../words/index.ts'
import { DataTable, DateTime, LinkButton, Section, Tag } from '../../ui/index.ts'
import { missing, officerDoor } from '../page.tsx'
import { dossierAddress } from '../rows.tsx'
import { controlSheetPart } from './control-sheet.ts'
import { dossierPage } from './frame.tsx'
import { openDossier } from './open.ts'

export const controlPagePart = 'luan-chuyen'

const words = {
  title: { vi: 'Phiếu kiểm soát quá trình giải quyết', en: 'Control sheet' },
  lead: {
    vi: 'Mỗi lần hồ sơ được chuyển giao: ai giao, ai nhận, lúc nào và bước trước có kịp hạn không (mẫu 06).',
    en: 'Each time the dossier changed hands: who gave and received it, when, and whether the step before was in time (form 06).',
  },
  giver: { vi: 'Bên giao', en: 'Given by' },
  receiver: { vi: 'Bên nhận', en: 'Received by' },
  at: { vi: 'Lúc', en: 'At' },
  timeliness: { vi: 'Bước trước', en: 'Step before' },
  before: { vi: 'Trước hạn', en: 'Before its time' },
  on: { vi: 'Đúng hạn', en: 'In time' },
  after: { vi: 'Quá hạn', en: 'Late' },
  step: { vi: 'Bước tiếp theo', en: 'Next step' },
  print: { vi: 'In phiếu (PDF)', en: 'Print the sheet (PDF)' },
} as const satisfies Record<string, Words>

/** Form 06 of one dossier on the screen, as the printed sheet says it; there once the dossier has a reference. */
export const controlPage = officerDoor(`/viec/ho-so/:id/${controlPagePart}`, {
  may: 'by-reach',
  get: async (visit) => {
    const { language } = visit
    const opened = await openDossier(visit, 'control-sheet')
    if (!opened?.dossier.reference) return missing(visit)
    const { at, dossier, list } = opened
    const title = say(words.title, language)
    return dossierPage(
      opened,
      { title },
      <Section title={title}>
        <p class="muted">{say(words.lead, language)}</p>
        <p>
          <LinkButton href={dossierAddress(dossier.id, list, controlSheetPart)} kind="quiet">
            {say(words.print, language)}
          </LinkButton>
        </p>
        <DataTable
          language={language}
          caption={title}
          quietCaption
          rows={await handoversOf(at, dossier)}
          columns={[
            {
              label: say(words.at, language),
              names: true,
              cell: ({ at: when }) => <DateTime at={when} language={language} short />,
            },
            { label: say(words.giver, language), cell: ({ giver }) => giver },
            { label: say(words.receiver, language), cell: ({ receiver }) => receiver },
            {
              label: say(words.timeliness, language),
              cell: ({ timeliness }) =>
                timeliness ? (
                  <Tag tone={timeliness === 'after' ? 'wrong' : 'plain'}>{say(words[timeliness], language)}</Tag>
                ) : (
                  '–'
                ),
            },
            { label: say(words.step, language), cell: ({ note }) => note ?? '–' },
          ]}
        />
      </Section>,
    )
  },
})
