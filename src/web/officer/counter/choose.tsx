import { frequentProcedures } from '../../../dossiers/index.ts'
import { postOf } from '../../../organisations/index.ts'
import { searchProcedures } from '../../../procedures/index.ts'
import { say, type Words } from '../../../words/index.ts'
import { EmptyState, Heading, LinkList, SearchBox, Section } from '../../ui/index.ts'
import { readerOf } from '../../visit.ts'
import { missing, officerDoor, officerPage } from '../page.tsx'
import { areaWords } from '../queue-words.ts'
import { shortProcedure } from '../rows.tsx'

const words = {
  lead: {
    vi: 'Chọn thủ tục của hồ sơ người dân mang đến hoặc gửi qua bưu chính.',
    en: 'Choose the procedure of what came over the counter or by post.',
  },
  search: { vi: 'Tên thủ tục hoặc mã thủ tục', en: 'Name or code of the procedure' },
  hint: { vi: 'Có thể gõ không dấu, ví dụ: khai sinh.', en: 'Marks may be left out, for example: khai sinh.' },
  often: { vi: 'Quầy thường nhận', en: 'Often taken in here' },
  found: { vi: 'Thủ tục tìm thấy', en: 'Procedures found' },
  all: { vi: 'Các thủ tục', en: 'Procedures' },
  none: { vi: 'Không tìm thấy thủ tục', en: 'No procedure was found' },
  noneText: { vi: 'Thử gõ ít chữ hơn hoặc gõ mã thủ tục.', en: 'Try fewer words, or the code.' },
} as const satisfies Record<string, Words>

/** Where a filing at the counter begins: which procedure. */
export const chooseProcedure = officerDoor('/viec/tiep-nhan-truc-tiep', {
  may: 'enter-for-applicant',
  get: async (visit) => {
    const { language, query, viewer, house } = visit
    const counter = postOf(viewer, 'one-stop-officer')
    if (!counter) return missing(visit)
    const q = query['q']?.trim().slice(0, 200) ?? ''
    const often = q ? [] : await frequentProcedures(readerOf(visit), counter.unit)
    const found = await searchProcedures(house.db, { q, filedHere: true, limit: 30 })
    const title = say(areaWords.counter, language)
    const links = (rows: readonly { code: string; name: string; shortName?: string | null; field: string }[]) =>
      rows.map(({ code, name, shortName, field }) => ({
        href: `/viec/tiep-nhan-truc-tiep/${code}`,
        label: shortName ?? shortProcedure(name),
        note: `${code}, ${field}`,
      }))
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(words.lead, language)}>{title}</Heading>
        <SearchBox
          language={language}
          action="/viec/tiep-nhan-truc-tiep"
          label={say(words.search, language)}
          hint={say(words.hint, language)}
          value={q}
        />
        {often.length > 0 && (
          <Section title={say(words.often, language)}>
            <LinkList links={links(often)} />
          </Section>
        )}
        {found.length > 0 ? (
          <Section title={say(q ? words.found : words.all, language)}>
            <LinkList links={links(found.filter(({ code }) => !often.some((one) => one.code === code)))} />
          </Section>
        ) : (
          <EmptyState title={say(words.none, language)}>
            <p>{say(words.noneText, language)}</p>
          </EmptyState>
        )}
      </>,
    )
  },
})
