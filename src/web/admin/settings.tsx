import { holds } from '../../organisations/index.ts'
import { type Key, listOfPolicy, policyFor, presets, type Resolved, settings as known } from '../../policy/index.ts'
import { type Language, say, type Words } from '../../words/index.ts'
import { areaWords, missing, officerDoor, officerPage } from '../officer/desk.ts'
import { Chips, DataTable, DefinitionList, Filters, Heading, SelectField, Tag } from '../ui/index.ts'
import { settingValue } from './setting-value.ts'

const words = {
  lead: {
    vi: 'Mọi điều pháp luật để tỉnh lựa chọn, giá trị đang áp dụng hôm nay và căn cứ của nó. Thay đổi được ghi trong tệp cấu hình của tỉnh, có ngày hiệu lực.',
    en: 'Everything the law leaves to the province, the value in force today and its basis. Changes are made in the province’s file and have a day from which they hold.',
  },
  preset: { vi: 'Bộ lựa chọn đang áp dụng', en: 'Preset in force' },
  regulation: { vi: 'Quy chế đang có hiệu lực', en: 'A regulation in force' },
  noRegulation: {
    vi: 'Không phải quy chế có hiệu lực; từng giá trị dẫn nguồn riêng',
    en: 'Not a regulation in force; each value cites its own source',
  },
  count: { vi: 'Số cài đặt', en: 'Settings' },
  unconfirmedCount: {
    vi: '{all}, trong đó {unconfirmed} chưa kiểm chứng',
    en: '{all}, of which {unconfirmed} unconfirmed',
  },
  show: { vi: 'Độ tin cậy', en: 'Confidence' },
  all: { vi: 'Tất cả', en: 'All' },
  chip: { vi: 'Độ tin cậy: {confidence}', en: 'Confidence: {confidence}' },
  number: { vi: 'Số', en: 'No.' },
  setting: { vi: 'Cài đặt', en: 'Setting' },
  value: { vi: 'Giá trị', en: 'Value' },
  source: { vi: 'Căn cứ', en: 'Basis' },
  province: { vi: 'Tỉnh tự chọn', en: 'Chosen by the province' },
  read: { vi: 'Đã đọc văn bản', en: 'Text read' },
  'second-hand': { vi: 'Theo mô tả lại', en: 'Second-hand' },
  unconfirmed: { vi: 'Chưa kiểm chứng', en: 'Unconfirmed' },
} as const satisfies Record<string, Words>

const confidences = ['read', 'second-hand', 'unconfirmed'] as const

type Row = { key: Key; stated: Resolved<Key> }

/** The province's settings as they stand today, each with its source and how surely it is known. */
export const settings = officerDoor('/quan-tri/cai-dat', {
  get: async (visit) => {
    const { language, viewer, house, now, query } = visit
    if (!holds(viewer, 'administrator') && !holds(viewer, 'auditor')) return missing(visit)
    const policy = await policyFor(house.db, now)
    const all = listOfPolicy(policy)
    const confidence = confidences.find((one) => one === query['tin'])
    const rows = confidence ? all.filter(({ stated }) => stated.confidence === confidence) : all
    const unconfirmed = all.filter(({ stated }) => stated.confidence === 'unconfirmed').length
    const title = say(areaWords.settings, language)
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(words.lead, language)}>{title}</Heading>
        <DefinitionList
          rows={[
            {
              label: say(words.preset, language),
              value: `${say(presets[policy.preset].title, language)}. ${say(policy.isRegulationInForce ? words.regulation : words.noRegulation, language)}`,
            },
            {
              label: say(words.count, language),
              value: say(words.unconfirmedCount, language, { all: all.length, unconfirmed }),
            },
          ]}
        />
        <Filters action="/quan-tri/cai-dat" language={language}>
          <SelectField
            language={language}
            name="tin"
            label={say(words.show, language)}
            blank={say(words.all, language)}
            value={confidence}
            options={confidences.map((one) => ({ value: one, label: say(words[one], language) }))}
            optional
          />
        </Filters>
        <Chips
          language={language}
          clear="/quan-tri/cai-dat"
          chips={
            confidence
              ? [
                  {
                    label: say(words.chip, language, { confidence: say(words[confidence], language) }),
                    without: '/quan-tri/cai-dat',
                  },
                ]
              : []
          }
        />
        <Table rows={rows} title={title} language={language} />
      </>,
    )
  },
})

function Table({ rows, title, language }: { rows: readonly Row[]; title: string; language: Language }) {
  return (
    <DataTable
      language={language}
      caption={title}
      quietCaption
      rows={rows}
      columns={[
        { label: say(words.number, language), whole: true, cell: ({ key }) => known[key].number },
        {
          label: say(words.setting, language),
          names: true,
          cell: ({ key }) => (
            <>
              <p>{say(known[key].title, language)}</p>
              <p class="small muted whole">
                <code>{key}</code>
              </p>
            </>
          ),
        },
        { label: say(words.value, language), cell: ({ key, stated }) => settingValue(key, stated.value, language) },
        {
          label: say(words.source, language),
          cell: ({ stated }) => (
            <>
              <p>{stated.source}</p>
              <p class="small muted">{setBy(stated.by, language)}</p>
            </>
          ),
        },
        {
          label: say(words.show, language),
          whole: true,
          cell: ({ stated }) => <Confidence of={stated.confidence} language={language} />,
        },
      ]}
    />
  )
}

function setBy(by: Row['stated']['by'], language: Language): string {
  return by === 'province' ? say(words.province, language) : say(presets[by].title, language)
}

function Confidence({ of, language }: { of: Row['stated']['confidence']; language: Language }) {
  const tone = of === 'read' ? 'done' : of === 'unconfirmed' ? 'soon' : 'plain'
  return <Tag tone={tone}>{say(words[of], language)}</Tag>
}
