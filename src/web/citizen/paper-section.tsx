import type { ComponentLine } from '../../dossiers/index.ts'
import { type Component, type Definition, toldIn } from '../../procedures/index.ts'
import type { RecordItem } from '../../records/index.ts'
import { refusalWords, say, ui, type Words } from '../../words/index.ts'
import { paperWords } from '../public/procedure-parts.tsx'
import { tellerOf, Told, Vietnamese } from '../public/show.tsx'
import {
  Checkbox,
  CheckboxGroup,
  FileField,
  FileRow,
  type FileType,
  FormSection,
  Notice,
  type Problem,
} from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'

const words = {
  paper: {
    vi: 'Bản giấy: {count}. Bạn tải lên bản chụp hoặc bản quét của bản chính.',
    en: 'On paper: {count}. Upload a photograph or scan of the original.',
  },
  asked: { vi: 'Cơ quan yêu cầu bổ sung giấy tờ này', en: 'The agency asks for this paper' },
  shown: {
    vi: 'Giấy tờ này thường chỉ xuất trình. Bạn tải lên bản chụp hoặc bản quét để trả lời yêu cầu ngay tại đây.',
    en: 'This paper is usually only shown. Upload a photograph or scan to answer the request here.',
  },
  record: { vi: 'Dùng giấy tờ trong kho của tôi', en: 'Use papers from my record' },
  upload: { vi: 'Tải tệp lên: {name}', en: 'Upload a file: {name}' },
  more: { vi: 'Tải thêm tệp: {name}', en: 'Upload another file: {name}' },
  replace: {
    vi: 'Bỏ các tệp đã tải lên ở mục này và dùng tệp mới chọn',
    en: 'Remove the files here and use the newly chosen ones',
  },
  secret: { vi: 'Không nộp qua mạng', en: 'Never handed in here' },
  fromRecord: { vi: 'Lấy từ kho giấy tờ', en: 'From the record' },
  issued: { vi: 'Số {number}, {issuer}', en: 'No. {number}, {issuer}' },
} as const satisfies Record<string, Words>

export const fileField = (component: string) => `tep.${component}`
export const itemField = (component: string) => `kho.${component}`
export const replaceField = (component: string) => `thay.${component}`

const fileTypes: Record<string, FileType> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' }

type Props = {
  visit: SignedVisit
  definition: Definition
  component: Component
  line: ComponentLine
  items: readonly RecordItem[]
  problems: readonly Problem[]
  optional: boolean
  /** Why this paper is asked for again. */
  asked?: string | undefined
}

/** One paper: its rules first, then what the record already has, then the files, each with a way to take it away. */
export function PaperSection({ visit, definition, component, line, items, problems, optional, asked }: Props) {
  const { language } = visit
  const t = tellerOf(language)
  const { id, hint, waivedWhen, accepts, maxBytes } = component
  const name = toldIn(definition, component.name, language)
  const files = line.attachments.filter(({ item }) => !item)
  const chosen = line.attachments.flatMap(({ item }) => item ?? [])
  const wrong = problems.filter(({ field }) => field === fileField(id)).map(({ message }) => message)
  const onPaper = paperWords(component, language)
  return (
    <FormSection title={name}>
      {asked !== undefined && (
        <Notice tone="important" title={t(words.asked)}>
          {asked && (
            <p>
              <Vietnamese language={language}>{asked}</Vietnamese>
            </p>
          )}
          {component.kind === 'show' && <p>{t(words.shown)}</p>}
        </Notice>
      )}
      <div class="hint">
        {hint && (
          <p>
            <Told of={definition} language={language} text={hint} />
          </p>
        )}
        {waivedWhen && (
          <p>
            <Told of={definition} language={language} text={waivedWhen.text} />
          </p>
        )}
        {onPaper && <p>{t(words.paper, { count: onPaper })}</p>}
      </div>
      {component.secrecy === 'state-secret' && (
        <Notice tone="important" title={t(words.secret)}>
          <p>{t(refusalWords['state-secret'])}</p>
        </Notice>
      )}
      {component.secrecy !== 'state-secret' && items.length > 0 && (
        <CheckboxGroup
          language={language}
          name={itemField(id)}
          label={t(words.record)}
          optional
          values={chosen}
          options={items.slice(0, 20).map((one) => ({
            value: one.id,
            label: one.title,
            hint: one.number
              ? t(words.issued, { number: one.number, issuer: one.issuerName ?? '' })
              : (one.issuerName ?? undefined),
          }))}
        />
      )}
      {component.secrecy !== 'state-secret' && (
        <FileField
          language={language}
          name={fileField(id)}
          label={t(files.length > 0 ? words.more : words.upload, { name: short(name) })}
          types={accepts.map((one) => fileTypes[one]!)}
          maxBytes={maxBytes}
          maxFiles={10}
          optional={asked === undefined && (optional || line.attachments.length > 0)}
          error={wrong.length > 0 ? wrong.join(' ') : undefined}
        >
          {files.length > 0 &&
            files.map(({ file, name: fileName, size, mediaType }) => (
              <FileRow
                language={language}
                name={fileName}
                size={size}
                kind={fileTypes[mediaType]}
                href={`/tep/${file}`}
              >
                <button class="link-button" type="submit" name="remove" value={`${id}:${file}`}>
                  {say(ui.documents.remove, language)}
                  <span class="hidden"> {fileName}</span>
                </button>
              </FileRow>
            ))}
        </FileField>
      )}
      {files.length > 0 && (
        <Checkbox language={language} name={replaceField(id)} label={t(words.replace)} checked={asked !== undefined} />
      )}
    </FormSection>
  )
}

/** A long name of alternatives is heard by its first. */
export function short(name: string): string {
  return name.split(/[;(]/)[0]!.trim()
}
