import { isDay } from '../../ground/day.ts'
import { networkOf } from '../../ground/network.ts'
import { withinLimit } from '../../ground/throttle.ts'
import { looksAMinute, verifyResult } from '../../lookup/index.ts'
import { refusalWords, say, type Words } from '../../words/index.ts'
import { DayText, DefinitionList, EmptyState, Heading, LinkList, Notice, SearchBox, Section } from '../ui/index.ts'
import type { PageDoor, Visit } from '../visit.ts'
import { show, tellerOf, Vietnamese } from './show.tsx'

const words = {
  title: { vi: 'Xác minh giấy tờ', en: 'Verify a paper' },
  lead: {
    vi: 'Gõ mã xác minh in cạnh mã QR trên kết quả. Trang này cho biết giấy tờ có do cơ quan cấp và còn hiệu lực không.',
    en: 'Type the identifier printed beside the QR code. This page says whether the paper was issued here and is in force.',
  },
  label: { vi: 'Mã xác minh', en: 'Identifier' },
  submit: { vi: 'Xác minh', en: 'Verify' },
  genuine: { vi: 'Giấy tờ này do cơ quan cấp và còn hiệu lực', en: 'This paper is genuine and in force' },
  revoked: {
    vi: 'Giấy tờ này do cơ quan cấp nhưng không còn hiệu lực',
    en: 'This paper is genuine but no longer in force',
  },
  none: { vi: 'Không có giấy tờ nào mang mã này', en: 'No paper has this identifier' },
  noneNext: {
    vi: 'Hãy gõ lại đúng mã in trên giấy. Nếu mã đúng mà vẫn không thấy, đừng dùng giấy tờ này và hãy báo đường dây nóng.',
    en: 'Type the identifier again as printed. If it is right and still not found, do not rely on the paper and call the hotline.',
  },
  paper: { vi: 'Tên giấy tờ', en: 'Paper' },
  issuer: { vi: 'Cơ quan cấp', en: 'Issuer' },
  number: { vi: 'Số', en: 'Number' },
  date: { vi: 'Ngày cấp', en: 'Date' },
  compare: {
    vi: 'Hãy so số, ngày và cơ quan cấp ở đây với bản bạn cầm trên tay. Khác một chi tiết là không phải giấy này.',
    en: 'Compare number, date and issuer with the paper in your hand. If one of them differs, it is not this paper.',
  },
  more: { vi: 'Kiểm tra chữ ký số', en: 'Check the digital signatures' },
  roots: { vi: 'Tải chứng thư gốc', en: 'Download the root certificate' },
  rootsNote: {
    vi: 'Để phần mềm đọc PDF tự kiểm tra chữ ký trên tệp kết quả.',
    en: 'So that your PDF program can check the signatures on the result file.',
  },
  again: { vi: 'Xác minh giấy tờ khác', en: 'Verify another paper' },
} as const satisfies Record<string, Words>

export const verifyForm: PageDoor = {
  path: '/xac-minh',
  for: 'anyone',
  get: async (visit) => {
    const asked = visit.query['ma']?.trim()
    if (asked) return { redirect: `/xac-minh/${encodeURIComponent(asked.slice(0, 120).toWellFormed())}` }
    const t = tellerOf(visit.language)
    return show(
      visit,
      { title: t(words.title) },
      <>
        <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
        <Ask visit={visit} />
      </>,
    )
  },
}

/** Whether a paper that somebody holds is ours; the address stands in its QR code. */
export const verify: PageDoor = {
  path: '/xac-minh/:id',
  for: 'anyone',
  get: async (visit) => {
    const { house, language, now, params, request } = visit
    const t = tellerOf(language)
    const id = params['id'] ?? ''
    const found = await verifyResult(house.db, id)
    if (!found) {
      const open = await withinLimit(house.db, `verify:${networkOf(request.ip)}`, looksAMinute, 60, now)
      return show(
        visit,
        { title: t(words.title) },
        <>
          <Heading>{t(words.title)}</Heading>
          <EmptyState title={open ? t(words.none) : say(refusalWords['too-many-requests'], language)}>
            <p>{t(words.noneNext)}</p>
          </EmptyState>
          <Ask visit={visit} value={id} />
        </>,
        open ? 404 : 429,
      )
    }
    const { inForce, issuer, number, date, title } = found
    return show(
      visit,
      { title: t(words.title) },
      <>
        <Heading>{t(words.title)}</Heading>
        <Notice tone={inForce ? 'success' : 'important'} title={t(inForce ? words.genuine : words.revoked)}>
          <p>{t(words.compare)}</p>
        </Notice>
        <DefinitionList
          rows={[
            { label: t(words.paper), value: <Vietnamese language={language}>{title}</Vietnamese> },
            { label: t(words.issuer), value: <Vietnamese language={language}>{issuer}</Vietnamese> },
            { label: t(words.number), value: <span class="number">{number}</span> },
            { label: t(words.date), value: isDay(date) ? <DayText day={date} language={language} /> : date },
          ]}
        />
        <Section title={t(words.more)}>
          <LinkList links={[{ label: t(words.roots), href: '/api/v1/verify/roots', note: t(words.rootsNote) }]} />
        </Section>
        <Section title={t(words.again)}>
          <Ask visit={visit} />
        </Section>
      </>,
    )
  },
}

function Ask({ visit: { language }, value }: { visit: Visit; value?: string }) {
  return (
    <SearchBox
      language={language}
      action="/xac-minh"
      label={say(words.label, language)}
      submit={say(words.submit, language)}
      name="ma"
      id="verify"
      value={value}
    />
  )
}
