import { componentsOf, type ComponentLine, formOf } from '../../../dossiers/index.ts'
import { type Component, isNeeded } from '../../../procedures/index.ts'
import { type Language, say, ui, type Words } from '../../../words/index.ts'
import { DataTable, FileRow, Tag } from '../../ui/index.ts'
import { partDoor } from './frame.tsx'

const words = {
  caption: { vi: 'Thành phần hồ sơ', en: 'Papers of the dossier' },
  paper: { vi: 'Giấy tờ', en: 'Paper' },
  files: { vi: 'Tệp đã nộp', en: 'Files' },
  intake: { vi: 'Khi tiếp nhận', en: 'At intake' },
  authentication: { vi: 'Xác thực', en: 'Authentication' },
  noFile: { vi: 'Không có tệp', en: 'No file' },
  needed: { vi: 'Cần với hồ sơ này', en: 'Needed here' },
  notNeeded: { vi: 'Không bắt buộc với hồ sơ này', en: 'Not required here' },
  unmarked: { vi: 'Chưa kiểm tra', en: 'Not checked' },
  authenticated: { vi: 'Đã xác thực', en: 'Authenticated' },
  'not-verifiable': { vi: 'Không xác thực được', en: 'Not verifiable' },
  fromRecord: { vi: 'Lấy từ kho giấy tờ điện tử', en: 'From the record' },
} as const satisfies Record<string, Words>

/** Every paper with its files, its verdict at intake and whether it was authenticated. */
export const papers = partDoor('papers', async ({ at, dossier, definition, visit: { language } }) => {
  const lines = await componentsOf(at, dossier)
  const filed = { form: formOf(at, dossier), channel: dossier.channel }
  const needs = new Map(definition.components.map((component) => [component.id, isNeeded(component, filed)]))
  return (
    <DataTable
      language={language}
      caption={say(words.caption, language)}
      quietCaption
      rows={lines}
      columns={[
        {
          label: say(words.paper, language),
          names: true,
          cell: ({ id, name }) => (
            <>
              <p>{name}</p>
              <p class="small muted">{say(needs.get(id) ? words.needed : words.notNeeded, language)}</p>
            </>
          ),
        },
        { label: say(words.files, language), cell: (line) => <Files line={line} language={language} /> },
        { label: say(words.intake, language), cell: (line) => <Verdict line={line} language={language} /> },
        { label: say(words.authentication, language), cell: (line) => <Authentication line={line} language={language} /> },
      ]}
    />
  )
})

const kinds: Record<string, string> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' }

/** The files handed in for one paper; each opens by its name. */
export function Files({ line, language }: { line: ComponentLine; language: Language }) {
  const files = line.attachments.filter(({ file }) => file)
  if (files.length === 0) return <p class="muted">{say(words.noFile, language)}</p>
  return (
    <>
      {files.map(({ file, item, name, mediaType, size }) => (
        <FileRow
          language={language}
          name={name}
          size={size}
          href={`/tep/${file}`}
          {...(kinds[mediaType] ? { kind: kinds[mediaType] } : {})}
          {...(item ? { note: say(words.fromRecord, language) } : {})}
        />
      ))}
    </>
  )
}

function Verdict({ line: { verdict, reason }, language }: { line: ComponentLine; language: Language }) {
  if (!verdict) return <span class="muted">{say(words.unmarked, language)}</span>
  const tone = verdict === 'ok' ? 'done' : verdict === 'fail' ? 'wrong' : 'plain'
  return (
    <>
      <Tag tone={tone}>{say(ui.checklist[verdict as 'ok' | 'fail' | 'not-applicable'], language)}</Tag>
      {reason && <p class="small">{reason}</p>}
    </>
  )
}

function Authentication({ line: { authenticated }, language }: { line: ComponentLine; language: Language }) {
  if (authenticated !== 'authenticated' && authenticated !== 'not-verifiable') return <>–</>
  return <Tag tone={authenticated === 'authenticated' ? 'done' : 'soon'}>{say(words[authenticated], language)}</Tag>
}

/** What the officer must know of a paper before marking it: how many originals and copies, or what makes it unnecessary. */
export function paperHint(component: Component, language: Language): string {
  const { kind, originals, copies, hint, waivedWhen } = component
  const count = language === 'vi' ? `${originals} bản chính, ${copies} bản sao` : `${originals} originals, ${copies} copies`
  const shown = language === 'vi' ? 'Chỉ xuất trình' : 'To be shown only'
  return [kind === 'show' ? shown : count, hint, waivedWhen?.text].filter(Boolean).join('. ')
}
