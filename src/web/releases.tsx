import type { ReleaseLine } from '../disclosures/index.ts'
import { type Language, say, type Words } from '../words/index.ts'
import { partNames, releaseKindWords } from './disclosure-words.ts'
import { Vietnamese } from './public/show.tsx'
import { DataTable, DateTime, DayText, EmptyState } from './ui/index.ts'

const words = {
  title: { vi: 'Thông tin đã cung cấp ra ngoài', en: 'What was handed to others' },
  at: { vi: 'Lúc', en: 'At' },
  to: { vi: 'Cho ai, để làm gì', en: 'To whom, for what' },
  what: { vi: 'Thông tin', en: 'What' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  by: { vi: 'Người cung cấp', en: 'By' },
  document: { vi: 'Văn bản số {number} ngày ', en: 'Document {number} of ' },
  consent: { vi: 'Sự đồng ý của người có thông tin', en: 'The holder’s consent' },
  none: { vi: 'Chưa cung cấp cho ai', en: 'Nothing was handed to anybody' },
} as const satisfies Record<string, Words>

export const releasesTitle = words.title

/** Every release of one dossier, as its holder and whoever may release read it. */
export function Releases({ rows, language }: { rows: readonly ReleaseLine[]; language: Language }) {
  return (
    <DataTable
      language={language}
      caption={say(words.title, language)}
      quietCaption
      rows={rows}
      columns={[
        {
          label: say(words.at, language),
          whole: true,
          cell: ({ releasedAt }) => <DateTime at={releasedAt} language={language} />,
        },
        {
          label: say(words.to, language),
          names: true,
          cell: ({ recipient, purpose }) => (
            <>
              <Vietnamese language={language}>{recipient}</Vietnamese>
              <p class="small">
                <Vietnamese language={language}>{purpose}</Vietnamese>
              </p>
            </>
          ),
        },
        { label: say(words.what, language), cell: ({ parts }) => partNames(parts, language) },
        { label: say(words.basis, language), cell: (row) => <Basis row={row} language={language} /> },
        {
          label: say(words.by, language),
          cell: ({ releasedBy, unit }) => (
            <>
              <Vietnamese language={language}>{releasedBy}</Vietnamese>
              {unit && (
                <p class="small">
                  <Vietnamese language={language}>{unit}</Vietnamese>
                </p>
              )}
            </>
          ),
        },
      ]}
      empty={<EmptyState title={say(words.none, language)} />}
    />
  )
}

function Basis({
  row: { kind, basis, documentNumber, documentDate },
  language,
}: {
  row: ReleaseLine
  language: Language
}) {
  if (kind === 'sharing') return <>{say(words.consent, language)}</>
  return (
    <>
      {say(releaseKindWords.authority.name, language)}
      <p class="small">
        <Vietnamese language={language}>{basis}</Vietnamese>
      </p>
      {documentNumber && documentDate && (
        <p class="small">
          {say(words.document, language, { number: documentNumber })}
          <DayText day={documentDate} language={language} weekday={false} />
        </p>
      )}
    </>
  )
}
