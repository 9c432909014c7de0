import type { ComponentChildren } from 'preact'
import type { Language } from '../../words/index.ts'
import { say, ui } from '../../words/index.ts'
import { Icon } from './icon.tsx'

/** Bytes as people read them: “850 kB”, “1,2 MB”. */
export function fileSize(bytes: number, language: Language): string {
  const [amount, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'kB'] : [bytes / 1024 / 1024, 'MB']
  const text = unit === 'kB' ? String(Math.max(1, Math.round(amount))) : String(Math.round(amount * 10) / 10)
  return `${language === 'vi' ? text.replace('.', ',') : text} ${unit}`
}

export type FileRowProps = {
  language: Language
  name: string
  /** In bytes. */
  size: number
  href: string
  /** The word for its kind: PDF, JPEG, PNG. */
  kind?: string
  /** What the check of the file said, in words: “Đã quét, không có mã độc”. */
  note?: string
  /** `wrong` when it must be replaced. */
  tone?: 'calm' | 'wrong'
  /** Buttons of the row, such as “Thay” and “Bỏ”. */
  children?: ComponentChildren
}

/** One file: its name opens it; kind and size stand beside. */
export function FileRow({ language, name, size, href, kind, note, tone = 'calm', children }: FileRowProps) {
  return (
    <div class="file-row">
      <Icon name="file" />
      <div class="file-row-text">
        <a href={href}>
          <span class="hidden">{say(ui.documents.open, language)} </span>
          {name}
        </a>
        <p class="muted small">
          {kind && `${kind}, `}
          {fileSize(size, language)}
        </p>
        {note && <p class={tone === 'wrong' ? 'small wrong' : 'small muted'}>{note}</p>}
      </div>
      {children && <div class="file-row-acts">{children}</div>}
    </div>
  )
}
