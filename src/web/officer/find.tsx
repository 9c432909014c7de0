import { queuePage } from '../../dossiers/index.ts'
import { say, type Words } from '../../words/index.ts'
import { DataTable, EmptyState, Heading, Pagination, SearchBox } from '../ui/index.ts'
import { readerOf } from '../visit.ts'
import { duesOf } from './dues.ts'
import { address, officerDoor, officerPage } from './page.tsx'
import { dossierAddress, dossierColumns } from './rows.tsx'

const words = {
  title: { vi: 'Tìm hồ sơ', en: 'Find a dossier' },
  titleFor: { vi: 'Hồ sơ có “{q}”', en: 'Dossiers with “{q}”' },
  label: { vi: 'Mã hồ sơ, mã nộp hoặc tên người nộp', en: 'Code, reference or applicant' },
  hint: {
    vi: 'Tên có thể gõ không dấu. Chỉ tìm trong những hồ sơ bạn được xem.',
    en: 'Names may be typed without marks. Only what you may see is searched.',
  },
  none: { vi: 'Không tìm thấy hồ sơ nào', en: 'Nothing was found' },
  noneText: {
    vi: 'Kiểm tra lại mã, hoặc gõ ít chữ hơn của tên. Hồ sơ ngoài phạm vi của bạn không hiện ở đây.',
    en: 'Check the code, or type less of the name. Dossiers beyond your reach are not shown.',
  },
} as const satisfies Record<string, Words>

/** A dossier by its code, its reference or a part of the applicant's name; a code that fits exactly opens at once. */
export const find = officerDoor('/viec/tim', {
  may: 'see-dossiers',
  get: async (visit) => {
    const { language, query } = visit
    const q = query['q']?.trim().slice(0, 200) ?? ''
    const page = q
      ? await queuePage(readerOf(visit), { queue: 'all', q, cursor: query['tu'] })
      : { items: [], next: null }
    const only = page.items.length === 1 ? page.items[0] : undefined
    if (only && [only.code, only.reference].includes(q.toUpperCase())) return { redirect: dossierAddress(only.id) }

    const title = q ? say(words.titleFor, language, { q }) : say(words.title, language)
    // The title of a page goes into histories and onto shared screens: what was typed may be somebody's name.
    const titleOfPage = say(words.title, language)
    const columns = dossierColumns({
      language,
      names: visit.states,
      dues: await duesOf(visit, page.items),
      list: {},
      wide: true,
    })
    return officerPage(
      visit,
      { title: titleOfPage, search: false },
      <>
        <Heading>{title}</Heading>
        <SearchBox
          language={language}
          action="/viec/tim"
          label={say(words.label, language)}
          hint={say(words.hint, language)}
          value={q}
        />
        {q && (
          <DataTable
            language={language}
            caption={title}
            quietCaption
            columns={columns}
            rows={page.items}
            empty={
              <EmptyState title={say(words.none, language)}>
                <p>{say(words.noneText, language)}</p>
              </EmptyState>
            }
          />
        )}
        <Pagination
          language={language}
          next={page.next ? address('/viec/tim', { q, tu: page.next }) : undefined}
          start={query['tu'] ? address('/viec/tim', { q }) : undefined}
        />
      </>,
    )
  },
})
