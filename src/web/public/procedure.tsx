import { dayOf } from '../../ground/day.ts'
import {
  agenciesOf,
  type Definition,
  feeOf,
  isElectronic,
  nationalVersion,
  toldIn,
  versionOn,
} from '../../procedures/index.ts'
import {
  audienceWords,
  channelWords,
  levelWords,
  onlineLevelWords,
  returnWords,
  say,
  ui,
  type Words,
} from '../../words/index.ts'
import {
  addresses,
  Buttons,
  Columns,
  DayText,
  DefinitionList,
  Details,
  Heading,
  LinkButton,
  LinkList,
  Section,
} from '../ui/index.ts'
import type { PageDoor } from '../visit.ts'
import { nationalPage } from './national.tsx'
import { FeeTable, LimitTable, PaperTable } from './procedure-parts.tsx'
import { notFound, show, type Teller, tellerOf, Told, Vietnamese } from './show.tsx'

const words = {
  start: { vi: 'Nộp hồ sơ trực tuyến', en: 'File online' },
  startNote: {
    vi: 'Bạn cần đăng nhập. Hồ sơ tự lưu, bạn có thể dừng và làm tiếp sau.',
    en: 'You need to sign in. Your dossier is kept as you go; you may stop and come back.',
  },
  offline: {
    vi: 'Thủ tục này chưa nhận hồ sơ trực tuyến. Hãy mang giấy tờ đến nơi tiếp nhận.',
    en: 'This procedure is not taken in online. Bring the papers to a counter.',
  },
  counters: { vi: 'Tìm nơi tiếp nhận', en: 'Find a counter' },
  get: { vi: 'Bạn nhận được gì', en: 'What you get' },
  who: { vi: 'Ai được nộp', en: 'Who can apply' },
  time: { vi: 'Thời hạn', en: 'Time limit' },
  fee: { vi: 'Phí, lệ phí', en: 'Fee' },
  noFee: { vi: 'Thủ tục này không thu phí.', en: 'No fee is charged.' },
  exempt: { vi: 'Miễn, giảm', en: 'Exemptions' },
  papers: { vi: 'Giấy tờ cần có', en: 'Papers needed' },
  ways: { vi: 'Cách nộp và nhận kết quả', en: 'Ways to file and to get the result' },
  file: { vi: 'Nộp hồ sơ', en: 'File' },
  return: { vi: 'Nhận kết quả', en: 'Get the result' },
  online: { vi: 'Mức độ trực tuyến', en: 'Online service' },
  steps: { vi: 'Các bước', en: 'Steps' },
  work: { vi: 'Cơ quan làm từng bước thế nào', en: 'How the agency does each step' },
  electronic: { vi: 'trên hệ thống', en: 'in the system' },
  onPaper: { vi: 'trên giấy hoặc trực tiếp', en: 'on paper or face to face' },
  notes: { vi: 'Lưu ý', en: 'Notes' },
  conditions: { vi: 'Yêu cầu, điều kiện', en: 'Conditions' },
  basis: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
  officialName: { vi: 'Tên chính thức', en: 'Official name' },
  decision: { vi: 'Quyết định công bố', en: 'Published by decision' },
  agencies: { vi: 'Cơ quan giải quyết', en: 'Settled by' },
  facts: { vi: 'Về thủ tục này', en: 'About this procedure' },
  code: { vi: 'Mã thủ tục', en: 'Code' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  level: { vi: 'Cấp giải quyết', en: 'Level' },
  validFrom: { vi: 'Áp dụng từ', en: 'In force from' },
  updated: { vi: 'Cập nhật lần cuối', en: 'Last updated' },
  version: { vi: 'Bản', en: 'Version' },
  responsible: { vi: 'Đơn vị chịu trách nhiệm', en: 'Responsible unit' },
  source: { vi: 'Nguồn công bố', en: 'Published at' },
  sourceName: { vi: 'Cổng Dịch vụ công quốc gia', en: 'National public service portal' },
  unconfirmed: { vi: 'Những điểm chưa được tỉnh xác nhận', en: 'Not yet confirmed by the province' },
  vietnamese: {
    vi: 'Nội dung thủ tục được công bố bằng tiếng Việt.',
    en: 'Procedures are published in Vietnamese, and the Vietnamese text counts. What is not yet in English is shown as published.',
  },
} as const satisfies Record<string, Words>

/** What a person needs to know before beginning, and one button to begin. */
export const procedure: PageDoor = {
  path: '/thu-tuc/:code',
  for: 'anyone',
  get: async (visit) => {
    const { house, language, now, params } = visit
    const t = tellerOf(language)
    const version = await versionOn(house.db, params['code'] ?? '', dayOf(now))
    if (!version) {
      const national = await nationalVersion(house.db, params['code'] ?? '')
      return national ? nationalPage(visit, national) : notFound(visit)
    }
    const { definition: d, number, loadedAt } = version
    const agencies = await agenciesOf(house.db, d.code)
    const name = d.shortName ?? d.name
    const here = `${addresses.procedures}/${d.code}`
    const free = feeOf(d, { form: {}, channel: 'online', day: dayOf(now) })
    return show(
      visit,
      {
        title: name,
        description: d.summary.slice(0, 300),
        crumbs: [
          { label: say(ui.page.procedures, language), href: addresses.procedures },
          { label: name, href: here },
        ],
      },
      <>
        <Heading
          kicker={<Vietnamese language={language}>{language === 'en' && d.englishName ? name : d.field}</Vietnamese>}
          lead={<Vietnamese language={language}>{d.summary}</Vietnamese>}
        >
          {language === 'en' && d.englishName ? d.englishName : <Vietnamese language={language}>{name}</Vietnamese>}
        </Heading>
        {language === 'en' && <p class="muted">{t(words.vietnamese)}</p>}
        {d.channels.includes('online') ? (
          <>
            <Buttons>
              <LinkButton href={`${here}/nop`}>{t(words.start)}</LinkButton>
            </Buttons>
            <p class="small muted">{t(words.startNote)}</p>
          </>
        ) : (
          <>
            <p>{t(words.offline)}</p>
            <Buttons>
              <LinkButton href={addresses.counters}>{t(words.counters)}</LinkButton>
            </Buttons>
          </>
        )}
        <Columns
          aside={
            <Section title={t(words.facts)}>
              <DefinitionList
                compact
                rows={[
                  ...(d.shortName
                    ? [{ label: t(words.officialName), value: <Vietnamese language={language}>{d.name}</Vietnamese> }]
                    : []),
                  { label: t(words.code), value: <span class="number">{d.code}</span> },
                  { label: t(words.level), value: d.levels.map((one) => t(levelWords[one]!)).join(', ') },
                  {
                    label: t(words.agencies),
                    value: <Vietnamese language={language}>{agencies.map((one) => one.name).join('; ')}</Vietnamese>,
                  },
                  {
                    label: t(words.responsible),
                    value: <Vietnamese language={language}>{agencies[0]?.name ?? ''}</Vietnamese>,
                  },
                  { label: t(words.decision), value: d.decision },
                  {
                    label: t(words.validFrom),
                    value: <DayText day={d.validFrom} language={language} weekday={false} />,
                  },
                  {
                    label: t(words.updated),
                    value: <DayText day={dayOf(loadedAt)} language={language} weekday={false} />,
                  },
                  { label: t(words.version), value: String(number) },
                  { label: t(words.source), value: <a href={d.source}>{t(words.sourceName)}</a> },
                ]}
              />
            </Section>
          }
        >
          <Section title={t(words.get)}>
            <List language={language} items={d.results.map((one) => one.name)} of={d} />
          </Section>
          <Section title={t(words.who)}>
            <p>{d.audience.map((one) => t(audienceWords[one]!)).join(', ')}</p>
            {d.conditions.length > 0 && (
              <>
                <h3>{t(words.conditions)}</h3>
                <List language={language} items={d.conditions} />
              </>
            )}
          </Section>
          <Section title={t(words.time)}>
            <LimitTable definition={d} language={language} />
          </Section>
          <Section title={t(words.fee)}>
            {d.fees.rules.length === 0 && free.total === 0 ? (
              <p>{t(words.noFee)}</p>
            ) : (
              <FeeTable definition={d} language={language} />
            )}
            {d.fees.exemptions.length > 0 && (
              <>
                <h3>{t(words.exempt)}</h3>
                <List
                  language={language}
                  items={d.fees.exemptions.map((one) => `${toldIn(d, one.text, language)} (${one.legalBasis})`)}
                />
              </>
            )}
            {d.fees.notes.length > 0 && <List language={language} items={d.fees.notes} of={d} />}
          </Section>
          <Section title={t(words.papers)}>
            <PaperTable definition={d} language={language} />
          </Section>
          <Section title={t(words.ways)}>
            <Ways definition={d} t={t} />
          </Section>
          <Section title={t(words.steps)}>
            <ol class="prose">
              {d.steps.map((one) => (
                <li>
                  <Vietnamese language={language}>{one}</Vietnamese>
                </li>
              ))}
            </ol>
            <h3>{t(words.work)}</h3>
            <ol class="prose">
              {d.process.map((one) => (
                <li>
                  <Vietnamese language={language}>{one.name}</Vietnamese>:{' '}
                  {t(isElectronic(one) ? words.electronic : words.onPaper)}
                </li>
              ))}
            </ol>
            {d.notes.length > 0 && (
              <>
                <h3>{t(words.notes)}</h3>
                <List language={language} items={d.notes} />
              </>
            )}
          </Section>
          <Section title={t(words.basis)}>
            <Details summary={`${t(words.basis)} (${d.legalBasis.length})`}>
              <List language={language} items={d.legalBasis.map((one) => `${one.number}: ${one.title}`)} />
            </Details>
            {d.unconfirmed.length > 0 && (
              <Details summary={t(words.unconfirmed)}>
                <List language={language} items={d.unconfirmed.map((one) => one.note)} />
              </Details>
            )}
          </Section>
          <LinkList links={[{ label: t(words.counters), href: addresses.counters }]} />
        </Columns>
      </>,
    )
  },
}

function Ways({ definition: d, t }: { definition: Definition; t: Teller }) {
  const online = t(onlineLevelWords[d.onlineLevel]!)
  return (
    <DefinitionList
      rows={[
        { label: t(words.file), value: d.channels.map((one) => t(channelWords[one])).join(', ') },
        { label: t(words.return), value: d.returnBy.map((one) => t(returnWords[one])).join('; ') },
        { label: t(words.online), value: d.onlineReason ? `${online}. ${d.onlineReason}` : online },
      ]}
    />
  )
}

type Items = { items: readonly string[]; language: 'vi' | 'en'; of?: Pick<Definition, 'words'> }

function List({ items, language, of = {} }: Items) {
  return (
    <ul class="prose">
      {items.map((one) => (
        <li>
          <Told of={of} language={language} text={one} />
        </li>
      ))}
    </ul>
  )
}
