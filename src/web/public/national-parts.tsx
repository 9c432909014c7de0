import type { NationalFee, NationalPaper, NationalTime, Part, ToldFee, Way } from '../../procedures/index.ts'
import { channelWords, type Language, type Words } from '../../words/index.ts'
import { type Column, DataTable, moneyWords, Tag } from '../ui/index.ts'
import { type Teller, tellerOf, Vietnamese } from './show.tsx'

const words = {
  ways: { vi: 'Cách nộp, thời hạn, phí', en: 'Ways of filing, time limits, fees' },
  channel: { vi: 'Cách nộp', en: 'Way of filing' },
  limit: { vi: 'Thời hạn', en: 'Time limit' },
  fee: { vi: 'Phí, lệ phí', en: 'Fee' },
  description: { vi: 'Mô tả', en: 'Description' },
  notPrinted: { vi: 'Nguồn không ghi', en: 'Not printed' },
  noUnit: { vi: 'nguồn không ghi đơn vị', en: 'no unit printed' },
  free: { vi: 'Miễn phí', en: 'Free' },
  byNote: { vi: 'Nguồn ghi “Miễn phí”, nhưng có ghi chú:', en: 'Printed as free, with a note:' },
  'provincial-council': {
    vi: 'Do Hội đồng nhân dân cấp tỉnh quy định.',
    en: 'Set by the province’s people’s council.',
  },
  'provincial-committee': {
    vi: 'Do Ủy ban nhân dân cấp tỉnh quy định.',
    en: 'Set by the province’s people’s committee.',
  },
  sums: { vi: 'Ghi chú nêu: {sums}.', en: 'The note names: {sums}.' },
  doubtful: { vi: 'Chưa kiểm chứng', en: 'Not confirmed' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  paper: { vi: 'Giấy tờ', en: 'Paper' },
  onPaper: { vi: 'Số lượng', en: 'How many' },
  originals: { vi: '{count} bản chính', en: 'originals: {count}' },
  copies: { vi: '{count} bản sao', en: 'copies: {count}' },
  showOnly: { vi: 'Chỉ xuất trình', en: 'Only shown' },
  noneCounted: { vi: 'Nguồn ghi 0 bản', en: '0 printed' },
  forms: { vi: 'Mẫu: {names}', en: 'Template: {names}' },
} as const satisfies Record<string, Words>

/** The parts of an entry, as a page names them. */
export const partWords: Record<Part, Words> = {
  levels: { vi: 'Cấp giải quyết', en: 'Level' },
  subjects: { vi: 'Ai được nộp', en: 'Who can apply' },
  ways: { vi: 'Cách nộp', en: 'Ways of filing' },
  'time-limits': { vi: 'Thời hạn', en: 'Time limit' },
  fees: { vi: 'Phí, lệ phí', en: 'Fee' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  results: { vi: 'Kết quả', en: 'Results' },
  'legal-basis': { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  agencies: { vi: 'Cơ quan', en: 'Agencies' },
}

export function NationalWays({ ways, language }: { ways: readonly Way[]; language: Language }) {
  const t = tellerOf(language)
  return (
    <DataTable
      language={language}
      caption={t(words.ways)}
      quietCaption
      rows={ways}
      empty={<p>{t(words.notPrinted)}</p>}
      columns={[
        { label: t(words.channel), names: true, cell: ({ channel }) => t(channelWords[channel]) },
        { label: t(words.limit), cell: ({ time }) => <Time time={time} t={t} language={language} /> },
        { label: t(words.fee), cell: ({ fee }) => <Fee fee={fee} t={t} language={language} /> },
        {
          label: t(words.description),
          cell: ({ description }) => <Vietnamese language={language}>{description || '–'}</Vietnamese>,
        },
      ]}
    />
  )
}

type Cell = { t: Teller; language: Language }

function Time({ time, t, language }: Cell & { time: NationalTime }) {
  if (time.kind === 'none') return <>{t(words.notPrinted)}</>
  const unit = time.kind === 'limit' && time.unit === 'unknown' ? ` (${t(words.noUnit)})` : ''
  return (
    <>
      <Vietnamese language={language}>{time.text.toLowerCase()}</Vietnamese>
      {unit}
    </>
  )
}

function Fee({ fee, t, language }: Cell & { fee: NationalFee }) {
  if (fee.kind === 'none') return <>{t(words.notPrinted)}</>
  const sum = fee.kind === 'sum' && (fee.currency === 'VND' ? moneyWords(fee.amount, language) : fee.text)
  return (
    <>
      {sum || (fee.kind === 'by-note' ? toldWords(fee, t, language) : t(words.free))}
      {fee.kind === 'sum' && fee.doubt && (
        <>
          {' '}
          <Tag>{t(words.doubtful)}</Tag>
        </>
      )}
      {fee.note && (
        <p class="small muted">
          <Vietnamese language={language}>{fee.note}</Vietnamese>
        </p>
      )}
    </>
  )
}

/** What a note tells surely of a charge: who sets it, else its sums; otherwise only that there is a note. */
function toldWords({ setBy, sums }: ToldFee, t: Teller, language: Language): string {
  if (setBy) return t(words[setBy])
  if (sums.length === 0) return t(words.byNote)
  const named = sums.map(({ amount, currency, per }) => {
    const sum = currency === 'VND' ? moneyWords(amount, language) : `${amount} ${currency}`
    return per ? `${sum}/${per}` : sum
  })
  return t(words.sums, { sums: named.join('; ') })
}

/** One table a case, in the order of the source. */
export function NationalPapers({ papers, language }: { papers: readonly NationalPaper[]; language: Language }) {
  const t = tellerOf(language)
  const groups = [...new Set(papers.map(({ group }) => group))]
  const columns: Column<NationalPaper>[] = [
    {
      label: t(words.paper),
      cell: ({ name, forms }) => (
        <Vietnamese language={language}>
          {name}
          {forms.length > 0 && <p class="small muted">{t(words.forms, { names: forms.join('; ') })}</p>}
        </Vietnamese>
      ),
    },
    { label: t(words.onPaper), cell: (paper) => countWords(paper, t) },
  ]
  return (
    <>
      {groups.map((group) => (
        <>
          {group && (
            <h3>
              <Vietnamese language={language}>{group}</Vietnamese>
            </h3>
          )}
          <DataTable
            language={language}
            caption={group ?? t(words.papers)}
            quietCaption
            rows={papers.filter((one) => one.group === group)}
            columns={columns}
          />
        </>
      ))}
    </>
  )
}

function countWords({ kind, originals, copies }: NationalPaper, t: Teller): string {
  const counts = [
    originals > 0 ? t(words.originals, { count: originals }) : '',
    copies > 0 ? t(words.copies, { count: copies }) : '',
  ].filter(Boolean)
  if (counts.length === 0) return t(words.noneCounted)
  return [...(kind === 'show' ? [t(words.showOnly)] : []), ...counts].join(', ')
}
