import { write } from '../../audit/index.ts'
import { dayOf, isDay } from '../../ground/day.ts'
import { unreadCount } from '../../notifications/index.ts'
import { itemsOf, type RecordItem, recordOf } from '../../records/index.ts'
import { legalStatusWords, sourceWords, type Words } from '../../words/index.ts'
import { MyTabs } from '../public/my-tabs.tsx'
import { show, tellerOf, Vietnamese } from '../public/show.tsx'
import { addresses, DayText, DefinitionList, EmptyState, Heading } from '../ui/index.ts'
import type { PageDoor, SignedVisit } from '../visit.ts'

const words = {
  title: { vi: 'Kho giấy tờ', en: 'My record' },
  lead: {
    vi: 'Kết quả và giấy tờ đã chứng thực của bạn. Bạn dùng lại được khi nộp hồ sơ khác, không phải nộp lần hai; văn bản từ chối thì chỉ để xem.',
    en: 'Your results and authenticated papers. Use them again in another dossier; nothing is handed in twice. A refusal is there to be read only.',
  },
  answer: {
    vi: 'Văn bản trả lời của cơ quan, để xem và lưu; không dùng thay giấy tờ',
    en: 'The agency’s answer, to read and keep; it stands for no paper',
  },
  code: { vi: 'Mã kho', en: 'Record code' },
  none: { vi: 'Kho của bạn chưa có giấy tờ nào', en: 'Your record is empty' },
  noneNext: {
    vi: 'Khi một hồ sơ được trả kết quả, kết quả và giấy tờ đã chứng thực nằm ở đây.',
    en: 'When a dossier is returned, its result and authenticated papers lie here.',
  },
  find: { vi: 'Tìm thủ tục để nộp hồ sơ', en: 'Find a procedure to file' },
  issuer: { vi: 'Cơ quan cấp', en: 'Issuer' },
  number: { vi: 'Số', en: 'Number' },
  issued: { vi: 'Ngày cấp', en: 'Issued' },
  validTo: { vi: 'Có giá trị đến', en: 'Valid to' },
  source: { vi: 'Nguồn', en: 'Source' },
  status: { vi: 'Giá trị', en: 'Legal status' },
  delivered: { vi: 'Vào kho ngày', en: 'Delivered' },
  download: { vi: 'Tải về: {title}', en: 'Download: {title}' },
  origin: { vi: 'Xem hồ sơ', en: 'See the dossier' },
} as const satisfies Record<string, Words>

/** The lasting store of a citizen or business. */
export const record: PageDoor = {
  path: '/kho-giay-to',
  for: 'citizen',
  get: async (asked) => {
    const visit = asked as SignedVisit
    const { house, language, now, viewer } = visit
    const t = tellerOf(language)
    const [items, kept, unread] = await Promise.all([
      itemsOf(house.db, viewer.id),
      recordOf(house.db, viewer.id),
      unreadCount(house.db, viewer.id),
    ])
    const details = { count: items.length }
    await write(house.db, {
      stream: `account:${viewer.id}`,
      act: 'open-record',
      actor: viewer.id,
      details,
      occurredAt: now,
    })
    const worth = ({ kind, legalStatus }: RecordItem) =>
      kind === 'refusal'
        ? t(words.answer)
        : legalStatusWords[legalStatus]
          ? t(legalStatusWords[legalStatus])
          : legalStatus
    return show(
      visit,
      { title: t(words.title) },
      <>
        <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
        <MyTabs visit={visit} here="record" unread={unread} />
        {kept && (
          <p class="muted">
            {t(words.code)}: <span class="number">{kept.code}</span>
          </p>
        )}
        {items.length === 0 && (
          <EmptyState title={t(words.none)}>
            <p>{t(words.noneNext)}</p>
            <p>
              <a href={addresses.procedures}>{t(words.find)}</a>
            </p>
          </EmptyState>
        )}
        {items.map((item) => (
          <section class="section" id={item.id}>
            <h2>
              <Vietnamese language={language}>{item.title}</Vietnamese>
            </h2>
            <DefinitionList
              rows={[
                ...(item.issuerName
                  ? [{ label: t(words.issuer), value: <Vietnamese language={language}>{item.issuerName}</Vietnamese> }]
                  : []),
                ...(item.number ? [{ label: t(words.number), value: <span class="number">{item.number}</span> }] : []),
                ...day(t(words.issued), item.issuedOn, language),
                ...day(t(words.validTo), item.validTo, language),
                {
                  label: t(words.source),
                  value: sourceWords[item.source] ? t(sourceWords[item.source]!) : item.source,
                },
                {
                  label: t(words.status),
                  value: worth(item),
                },
                {
                  label: t(words.delivered),
                  value: <DayText day={dayOf(item.deliveredAt)} language={language} weekday={false} />,
                },
              ]}
            />
            <p>{item.file && <a href={`/tep/${item.file}`}>{t(words.download, { title: item.title })}</a>}</p>
            {item.origin && (
              <p>
                <a href={`/ho-so/${item.origin}`}>
                  {t(words.origin)}
                  <span class="hidden"> {item.title}</span>
                </a>
              </p>
            )}
          </section>
        ))}
      </>,
    )
  },
}

function day(label: string, text: string | null, language: 'vi' | 'en') {
  return text && isDay(text) ? [{ label, value: <DayText day={text} language={language} weekday={false} /> }] : []
}
