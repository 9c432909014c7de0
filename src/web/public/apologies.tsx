import { z } from 'zod'
import { type ApologyCause, type PublishedApology, publishedApologies } from '../../dossiers/index.ts'
import { lateCauseWords, type Words } from '../../words/index.ts'
import { DataTable, DateTime, EmptyState, Heading, Pagination } from '../ui/index.ts'
import type { PageDoor } from '../visit.ts'
import { addressWith, readCursor, writeCursor } from './cursor.ts'
import { show, tellerOf, Vietnamese } from './show.tsx'

const words = {
  title: { vi: 'Thư xin lỗi đã công khai', en: 'Published letters of apology' },
  lead: {
    vi: 'Thư xin lỗi của cơ quan về việc chậm trả kết quả, gia hạn hoặc phải yêu cầu bổ sung nhiều lần. Trang này không hiện thông tin cá nhân; người nộp xem thư trong hồ sơ của mình.',
    en: 'Letters in which agencies apologise for late results, extensions or repeated requests. No personal data are shown here; applicants find their letter in their dossier.',
  },
  day: { vi: 'Ngày công khai', en: 'Published' },
  number: { vi: 'Số', en: 'Number' },
  unit: { vi: 'Cơ quan xin lỗi', en: 'By' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  about: { vi: 'Về việc', en: 'About' },
  dates: { vi: 'Ngày hẹn', en: 'Promised date' },
  again: { vi: 'hẹn lại', en: 'now' },
  none: { vi: 'Chưa có thư xin lỗi nào được công khai', en: 'No letter has been published' },
  noneText: {
    vi: 'Tỉnh công khai thư theo quy định của mình. Bạn tra cứu hồ sơ của mình bằng mã hồ sơ.',
    en: 'The province publishes letters as its rules say. Look up your own dossier by its code.',
  },
} as const satisfies Record<string, Words>

const aboutWords = {
  late: { vi: 'Chậm trả kết quả', en: 'A late result' },
  extension: { vi: 'Gia hạn giải quyết', en: 'An extension' },
  'second-guidance': { vi: 'Phải hướng dẫn nhiều lần', en: 'Repeated guidance' },
  'second-supplement': { vi: 'Phải yêu cầu bổ sung nhiều lần', en: 'Repeated requests' },
} as const satisfies Record<ApologyCause, Words>

const place = z.object({ at: z.iso.datetime(), id: z.uuid() })
const pageLength = 25

/** The letters of apology that the province publishes, the latest first: no person, no dossier. */
export const apologies: PageDoor = {
  path: '/xin-loi',
  for: 'anyone',
  get: async (visit) => {
    const { house, language, query } = visit
    const t = tellerOf(language)
    const rows = await publishedApologies(house.db, {
      before: readCursor(place, query['tiep']),
      limit: pageLength + 1,
    })
    const shown = rows.slice(0, pageLength)
    const last = shown.at(-1)
    const next = rows.length > pageLength && last ? writeCursor({ at: last.at.toISOString(), id: last.id }) : undefined
    return show(
      visit,
      { title: t(words.title) },
      <>
        <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
        <DataTable<PublishedApology>
          language={language}
          caption={t(words.title)}
          quietCaption
          rows={shown}
          columns={[
            { label: t(words.number), names: true, whole: true, cell: ({ number }) => number ?? '–' },
            { label: t(words.day), cell: ({ at }) => <DateTime at={at} language={language} /> },
            {
              label: t(words.unit),
              cell: ({ unit }) => <Vietnamese language={language}>{unit ?? '–'}</Vietnamese>,
            },
            {
              label: t(words.procedure),
              cell: ({ procedure }) => <Vietnamese language={language}>{procedure}</Vietnamese>,
            },
            {
              label: t(words.about),
              cell: ({ about, cause }) =>
                cause && cause in lateCauseWords
                  ? `${t(aboutWords[about])}: ${lowered(t(lateCauseWords[cause as keyof typeof lateCauseWords]))}`
                  : t(aboutWords[about]),
            },
            {
              label: t(words.dates),
              cell: ({ due, newDue }) =>
                due ? (
                  <>
                    <DateTime at={due} language={language} />
                    {newDue && (
                      <>
                        , {t(words.again)} <DateTime at={newDue} language={language} />
                      </>
                    )}
                  </>
                ) : (
                  '–'
                ),
            },
          ]}
          empty={
            <EmptyState title={t(words.none)}>
              <p>{t(words.noneText)}</p>
            </EmptyState>
          }
        />
        <Pagination language={language} {...(next ? { next: addressWith('/xin-loi', { tiep: next }) } : {})} />
      </>,
    )
  },
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
