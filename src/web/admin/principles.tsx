import { say, type Words } from '../../words/index.ts'
import { areaWords, officerDoor, officerPage } from '../officer/desk.ts'
import { Cited, DataTable, Heading, Tag } from '../ui/index.ts'
import { principles } from './principles.ts'

const words = {
  lead: {
    vi: 'Mỗi nguyên tắc của nghị định và chức năng của hệ thống đáp ứng nguyên tắc đó. Cách ghi nguyên tắc là theo cách hiểu của đơn vị xây dựng, chưa đối chiếu nguyên văn.',
    en: 'Each principle of the decrees with the function that meets it. They are told as the builders understand them; the text was not compared.',
  },
  decree: { vi: 'Nghị định', en: 'Decree' },
  says: { vi: 'Nguyên tắc', en: 'Principle' },
  metBy: { vi: 'Chức năng đáp ứng', en: 'Met by' },
  state: { vi: 'Mức kiểm chứng', en: 'How sure' },
  unconfirmed: { vi: 'Chưa kiểm chứng', en: 'Unconfirmed' },
} as const satisfies Record<string, Words>

/** The principles of the decrees beside what meets them. */
export const principlesPage = officerDoor('/quan-tri/nguyen-tac', {
  may: 'see-principles',
  get: async (visit) => {
    const { language } = visit
    const title = say(areaWords.principles, language)
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(words.lead, language)}>{title}</Heading>
        <DataTable
          language={language}
          caption={title}
          quietCaption
          rows={principles}
          columns={[
            { label: say(words.says, language), names: true, cell: ({ says }) => say(says, language) },
            { label: say(words.decree, language), cell: ({ decree }) => <Cited>{decree}</Cited> },
            {
              label: say(words.metBy, language),
              cell: ({ metBy, seenAt }) => <a href={seenAt}>{say(metBy, language)}</a>,
            },
            {
              label: say(words.state, language),
              cell: () => (
                <span class="cited">
                  <Tag tone="soon">{say(words.unconfirmed, language)}</Tag>
                </span>
              ),
            },
          ]}
        />
      </>,
    )
  },
})
