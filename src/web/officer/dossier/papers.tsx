import { componentsOf, type ComponentLine, formOf, unsignedScans } from '../../../dossiers/index.ts'
import { type Component, isNeeded } from '../../../procedures/index.ts'
import { type Language, say, ui, type Words } from '../../../words/index.ts'
import { FileRow, instantWords, Tag } from '../../ui/index.ts'
import { paperAddress } from '../preview.ts'
import { partDoor } from './frame.tsx'
import { requestsPart } from './requests.tsx'

const words = {
  title: { vi: 'Thành phần hồ sơ', en: 'Papers of the dossier' },
  noFile: { vi: 'Không có tệp', en: 'No file' },
  needed: { vi: 'Cần với hồ sơ này', en: 'Needed here' },
  notNeeded: { vi: 'Không bắt buộc với hồ sơ này', en: 'Not required here' },
  unmarked: { vi: 'Chưa kiểm tra', en: 'Not checked' },
  authenticated: { vi: 'Đã xác thực', en: 'Authenticated' },
  'not-verifiable': { vi: 'Không xác thực được', en: 'Not verifiable' },
  originals: { vi: '{count} bản chính', en: '{count} original' },
  copies: { vi: '{count} bản sao', en: '{count} copy' },
  shown: { vi: 'Chỉ xuất trình', en: 'To be shown only' },
  case: { vi: 'Trường hợp: {case}', en: 'Case: {case}' },
  waived: { vi: 'Có thể thay bằng: {source}', en: 'May be replaced by: {source}' },
  unsigned: { vi: 'Bản chụp người nộp tự số hóa, chưa ký số', en: 'A scan of the applicant’s own, not signed' },
  sent: { vi: '{by} gửi lúc {at}', en: 'Sent by {by} at {at}' },
  fromRecord: { vi: 'Lấy từ kho giấy tờ điện tử', en: 'From the record' },
} as const satisfies Record<string, Words>

/** Every paper with its files, its verdict at intake and whether it was authenticated. */
export const papers = partDoor('papers', async (opened) => {
  const { at, dossier, definition, visit } = opened
  const { language } = visit
  const [lines, unsigned] = await Promise.all([
    componentsOf(at, dossier),
    unsignedScans({ sql: at.db, vault: at.vault, now: at.now }, dossier),
  ])
  const filed = { form: formOf(at, dossier), channel: dossier.channel }
  const needs = new Map(definition.components.map((component) => [component.id, isNeeded(component, filed)]))
  return (
    <>
      {await requestsPart(opened)}
      <div class="checklist">
        <h2 class="hidden">{say(words.title, language)}</h2>
        {lines.map((line, index) => (
          <section class="paper">
            <h3>
              {index + 1}. {line.name}
            </h3>
            <p class="small muted">{say(needs.get(line.id) ? words.needed : words.notNeeded, language)}</p>
            <div class="paper-body">
              <div>
                <Files line={line} language={language} unsigned={unsigned} />
              </div>
              <div>
                <Verdict line={line} language={language} /> <Authentication line={line} language={language} />
                {line.reason && <p class="small">{line.reason}</p>}
              </div>
            </div>
          </section>
        ))}
      </div>
    </>
  )
})

const kinds: Record<string, string> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' }

type FilesProps = { line: ComponentLine; language: Language; unsigned?: readonly string[] }

/** The files handed in for one paper; each opens by its name, and a scan that nobody signed says so. */
export function Files({ line, language, unsigned = [] }: FilesProps) {
  const files = line.attachments.filter(({ file }) => file)
  if (files.length === 0) return <p class="muted">{say(words.noFile, language)}</p>
  return (
    <>
      {files.map(({ file, item, name, mediaType, size, by, at }) => (
        <FileRow
          language={language}
          name={name}
          size={size}
          href={paperAddress(file!)}
          {...(kinds[mediaType] ? { kind: kinds[mediaType] } : {})}
          note={[
            item && say(words.fromRecord, language),
            unsigned.includes(file!) && say(words.unsigned, language),
            by && at && say(words.sent, language, { by, at: instantWords(at, language) }),
          ]
            .filter(Boolean)
            .join('. ')}
        />
      ))}
    </>
  )
}

function Verdict({ line: { verdict }, language }: { line: ComponentLine; language: Language }) {
  if (!verdict) return <span class="muted">{say(words.unmarked, language)}</span>
  const tone = verdict === 'ok' ? 'done' : verdict === 'fail' ? 'wrong' : 'plain'
  return <Tag tone={tone}>{say(ui.checklist[verdict as 'ok' | 'fail' | 'not-applicable'], language)}</Tag>
}

function Authentication({ line: { authenticated }, language }: { line: ComponentLine; language: Language }) {
  if (authenticated !== 'authenticated' && authenticated !== 'not-verifiable') return null
  return <Tag tone={authenticated === 'authenticated' ? 'done' : 'soon'}>{say(words[authenticated], language)}</Tag>
}

/** What the officer must know of a paper before marking it: how many originals and copies, in which case, what makes it unnecessary. */
export function paperHint({ kind, originals, copies, case: one, waivedWhen }: Component, language: Language): string {
  const counts = [
    originals > 0 && say(words.originals, language, { count: originals }),
    copies > 0 && say(words.copies, language, { count: copies }),
  ].filter(Boolean)
  return [
    kind === 'show' ? say(words.shown, language) : counts.join(', '),
    one && say(words.case, language, { case: one }),
    waivedWhen && say(words.waived, language, { source: waivedWhen.source }),
  ]
    .filter(Boolean)
    .join('. ')
}
