import { type NationalVersion } from '../../procedures/index.ts'
import { audienceWords, levelWords, say, ui, type Words } from '../../words/index.ts'
import {
  addresses,
  Buttons,
  Columns,
  DayText,
  DefinitionList,
  Details,
  Heading,
  LinkButton,
  Notice,
  Section,
} from '../ui/index.ts'
import type { Answer, Visit } from '../visit.ts'
import { NationalPapers, NationalWays, partWords } from './national-parts.tsx'
import { show, tellerOf, Vietnamese } from './show.tsx'

const words = {
  closed: { vi: 'Chưa nộp trực tuyến tại đây', en: 'Not yet filed online here' },
  closedText: {
    vi: 'Thủ tục này được công bố trong danh mục quốc gia. Cổng của tỉnh chưa mở nộp trực tuyến; bạn nộp tại nơi dưới đây.',
    en: 'This procedure is published in the national catalogue. The province has not opened online filing; file at the place below.',
  },
  where: { vi: 'Nơi nộp', en: 'Where to file' },
  whereUnknown: {
    vi: 'Danh mục quốc gia không ghi nơi nộp. Hãy hỏi Bộ phận Một cửa gần bạn.',
    en: 'The national catalogue names no place. Ask the one-stop counter near you.',
  },
  counters: { vi: 'Tìm nơi tiếp nhận', en: 'Find a counter' },
  source: { vi: 'Xem trên Cổng Dịch vụ công quốc gia', en: 'See it on the national portal' },
  get: { vi: 'Bạn nhận được gì', en: 'What you get' },
  who: { vi: 'Ai được nộp', en: 'Who can apply' },
  conditions: { vi: 'Yêu cầu, điều kiện', en: 'Conditions' },
  ways: { vi: 'Cách nộp, thời hạn, phí', en: 'Ways of filing, time limits, fees' },
  papers: { vi: 'Giấy tờ cần có', en: 'Papers needed' },
  noPapers: { vi: 'Danh mục quốc gia không liệt kê giấy tờ.', en: 'The national catalogue lists no papers.' },
  steps: { vi: 'Các bước', en: 'Steps' },
  basis: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  unread: { vi: 'Nguyên văn chưa tách được', en: 'Text that could not be divided' },
  unreadText: {
    vi: 'Những đoạn dưới đây in dính hoặc thiếu ở nguồn nên được giữ nguyên văn.',
    en: 'These pieces are glued together or incomplete at the source and are shown as they stand there.',
  },
  facts: { vi: 'Về thủ tục này', en: 'About this procedure' },
  code: { vi: 'Mã thủ tục', en: 'Code' },
  level: { vi: 'Cấp giải quyết', en: 'Level' },
  settle: { vi: 'Cơ quan thực hiện', en: 'Carried out by' },
  competent: { vi: 'Cơ quan có thẩm quyền', en: 'Competent agency' },
  coordinate: { vi: 'Cơ quan phối hợp', en: 'Coordinating agency' },
  decision: { vi: 'Quyết định công bố', en: 'Published by decision' },
  imported: { vi: 'Nhập từ danh mục quốc gia ngày', en: 'Taken from the national catalogue on' },
  version: { vi: 'Bản', en: 'Version' },
  vietnamese: {
    vi: 'Nội dung thủ tục được công bố bằng tiếng Việt.',
    en: 'Procedures are published in Vietnamese; their own words are shown as they are.',
  },
} as const satisfies Record<string, Words>

/** A procedure that is published nationally and not filed here: what is known of it, and plainly where to file. */
export async function nationalPage(visit: Visit, national: NationalVersion): Promise<Answer> {
  const { language } = visit
  const t = tellerOf(language)
  const { code, reading: r, entry, number, importedOn } = national
  const vietnamese = (text: string) => <Vietnamese language={language}>{text}</Vietnamese>
  const settling = [...new Set([...r.agencies.settle, ...r.agencies.competent])]
  return show(
    visit,
    {
      title: r.name.slice(0, 200),
      description: r.name.slice(0, 300),
      crumbs: [
        { label: say(ui.page.procedures, language), href: addresses.procedures },
        { label: code, href: `${addresses.procedures}/${code}` },
      ],
    },
    <>
      <Heading kicker={vietnamese(r.field)}>{vietnamese(r.name)}</Heading>
      {language === 'en' && <p class="muted">{t(words.vietnamese)}</p>}
      <Notice tone="important" title={t(words.closed)}>
        <p>{t(words.closedText)}</p>
        <p>
          <strong>{t(words.where)}</strong>
        </p>
        {r.reception && <Paragraphs text={r.reception} language={language} />}
        {settling.length > 0 && <p>{vietnamese(settling.join('; '))}</p>}
        {!r.reception && settling.length === 0 && <p>{t(words.whereUnknown)}</p>}
      </Notice>
      <Buttons>
        <LinkButton href={entry.detail_url}>{t(words.source)}</LinkButton>
        <LinkButton href={addresses.counters} kind="quiet">
          {t(words.counters)}
        </LinkButton>
      </Buttons>
      <Columns
        aside={
          <Section title={t(words.facts)}>
            <DefinitionList
              compact
              rows={[
                { label: t(words.code), value: <span class="number">{code}</span> },
                { label: t(words.level), value: r.levels.map((one) => t(levelWords[one]!)).join(', ') },
                ...agencyRows(r.agencies.settle, t(words.settle)),
                ...agencyRows(r.agencies.competent, t(words.competent)),
                ...agencyRows(r.agencies.coordinate, t(words.coordinate)),
                { label: t(words.decision), value: r.decision },
                { label: t(words.imported), value: <DayText day={importedOn} language={language} weekday={false} /> },
                { label: t(words.version), value: String(number) },
              ]}
            />
          </Section>
        }
      >
        {r.results.length > 0 && (
          <Section title={t(words.get)}>
            <ul class="prose">
              {r.results.map(({ name, code: result }) => (
                <li>
                  {vietnamese(name)} {result && <span class="small muted number">{result}</span>}
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={t(words.who)}>
          <p>
            {r.subjects.length > 0
              ? vietnamese(r.subjects.join('; '))
              : r.audience.map((one) => t(audienceWords[one]!)).join(', ')}
          </p>
          {r.conditions && (
            <>
              <h3>{t(words.conditions)}</h3>
              <Paragraphs text={r.conditions} language={language} />
            </>
          )}
        </Section>
        <Section title={t(words.ways)}>
          <NationalWays ways={r.ways} language={language} />
        </Section>
        <Section title={t(words.papers)}>
          {r.papers.length > 0 ? <NationalPapers papers={r.papers} language={language} /> : <p>{t(words.noPapers)}</p>}
        </Section>
        {r.steps && (
          <Section title={t(words.steps)}>
            <Paragraphs text={r.steps} language={language} />
          </Section>
        )}
        {r.legalBasis.length > 0 && (
          <Section title={t(words.basis)}>
            <Details summary={`${t(words.basis)} (${r.legalBasis.length})`}>
              <ul class="prose">
                {r.legalBasis.map(({ number: of, title }) => (
                  <li>{vietnamese(of === title ? title : `${of}: ${title}`)}</li>
                ))}
              </ul>
            </Details>
          </Section>
        )}
        {r.unread.length > 0 && (
          <Section title={t(words.unread)}>
            <p class="small muted">{t(words.unreadText)}</p>
            {r.unread.map(({ part, text }) => (
              <Details summary={t(partWords[part])}>
                <Paragraphs text={text} language={language} />
              </Details>
            ))}
          </Section>
        )}
      </Columns>
    </>,
  )
}

function agencyRows(names: readonly string[], label: string) {
  return names.length === 0 ? [] : [{ label, value: names.join('; ') }]
}

/** Text of the source, a paragraph a line. */
function Paragraphs({ text, language }: { text: string; language: 'vi' | 'en' }) {
  return (
    <div class="prose">
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p>
            <Vietnamese language={language}>{line}</Vietnamese>
          </p>
        ))}
    </div>
  )
}
