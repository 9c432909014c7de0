import { changeKindOf, keys, type Preset, presetIds, presets, settings, type Stated } from '../../policy/index.ts'
import { codeWords, settingValue } from '../../words/index.ts'
import { madeBy, page, plain, table } from './markdown.ts'

const confidence = { read: 'đã đọc', 'second-hand': 'theo mô tả', unconfirmed: '**chưa kiểm chứng**' } as const

/** `docs/law/settings.md`: everything the law leaves to a province, what each regulation says of it and where, and how surely that is known. */
export function settingsPage(): string {
  const numbers = [...new Set(keys.map((key) => settings[key].number))].toSorted(byNumber)
  return page(
    madeBy('law --write'),
    '# Cài đặt của tỉnh theo từng văn bản / Settings by regulation',
    'P1–P29 là những điều các quy chế của tỉnh quy định khác nhau; S là tham số của quy định quốc gia. Văn bản không có tên ở một cài đặt là không quy định điều đó. / P1–P29 are what the regulations of provinces differ in, S parameters of national rules; a regulation that is not listed under a setting is silent.',
    table(
      ['Bộ / Preset', 'Văn bản / Text', 'Tình trạng / Status', 'Hiệu lực / In force'],
      presetIds.map((id) => presetRow(presets[id])),
    ),
    ...numbers.map((number) =>
      [`## ${number}`, ...keys.filter((key) => settings[key].number === number).map(setting)].join('\n\n'),
    ),
  )
}

const statuses: Record<Preset['status'], string> = {
  regulation: 'Quy chế / regulation',
  draft: 'Dự thảo, không phải luật có hiệu lực / draft, never in force',
  summary: 'Bản tóm tắt / summary',
  national: 'Nền quốc gia / national floor',
  training: 'Tỉnh huấn luyện / training',
}

function presetRow({ id, title, status, from, until }: Preset): string[] {
  const days = from ? `từ ${dayText(from)}${until ? ` đến trước ${dayText(until)}` : ''}` : '—'
  return [`\`${id}\``, plain(title.vi), statuses[status], days]
}

function setting(key: (typeof keys)[number]): string {
  const rows = presetIds.flatMap((id) => {
    const stated = presets[id].values[key] as Stated<unknown> | undefined
    return stated
      ? [
          [
            `\`${id}\``,
            plain(settingValue(key, stated.value, 'vi')),
            plain(stated.source),
            confidence[stated.confidence],
          ],
        ]
      : []
  })
  const { vi, en } = settings[key].title
  const kind = codeWords(changeKindOf(key), 'vi')
  return `### ${vi}\n\n_${en}_ · \`${key}\` · loại thay đổi / kind of change: ${kind}\n\n${table(['Bộ / Preset', 'Giá trị / Value', 'Căn cứ / Source', 'Độ tin cậy / Confidence'], rows)}`
}

const dayText = (day: string): string => day.split('-').toReversed().join('/')

function byNumber(a: string, b: string): number {
  return a[0] === b[0] ? Number(a.slice(1)) - Number(b.slice(1)) : a < b ? -1 : 1
}
