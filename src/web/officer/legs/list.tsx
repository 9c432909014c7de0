import type { LegLine } from '../../../dossiers/index.ts'
import { type Language, say } from '../../../words/index.ts'
import { DataTable, DateTime, FileRow, Tag } from '../../ui/index.ts'
import { paperAddress } from '../preview.ts'
import { kindWords, legWords, presentedWords, stanceWords, standingOf } from './words.ts'

const kinds: Record<string, string> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' }

/** Who works on it besides, until when, and what came back. */
export function LegTable({
  legs,
  caption,
  language,
}: {
  legs: readonly LegLine[]
  caption: string
  language: Language
}) {
  const label = (key: keyof typeof legWords) => say(legWords[key], language)
  return (
    <DataTable
      language={language}
      caption={caption}
      quietCaption
      rows={legs}
      columns={[
        {
          label: label('agency'),
          names: true,
          cell: ({ agency, kind }) => (
            <>
              {agency?.name ?? label('applicant')}
              <span class="small muted"> ({say(kindWords[kind], language).toLowerCase()})</span>
            </>
          ),
        },
        { label: label('work'), cell: (leg) => <Work leg={leg} language={language} /> },
        {
          label: label('due'),
          cell: ({ due }) => (due ? <DateTime at={due} language={language} /> : '–'),
        },
        { label: label('standing'), whole: true, cell: (leg) => <Standing leg={leg} language={language} /> },
        { label: label('answer'), cell: (leg) => <LegAnswered leg={leg} language={language} /> },
      ]}
    />
  )
}

/** The work, and the papers that were called for. */
function Work({ leg: { asked }, language }: { leg: LegLine; language: Language }) {
  const names = asked?.papers?.map(({ name }) => name).join('; ')
  return (
    <>
      {asked?.work ?? '–'}
      {names && <p class="small muted">{say(legWords.called, language, { names })}</p>}
    </>
  )
}

export function Standing({ leg, language }: { leg: LegLine; language: Language }) {
  const { text, tone } = standingOf(leg, language)
  return <Tag tone={tone}>{text}</Tag>
}

/** What came back, in words and with its files. */
export function LegAnswered({
  leg: { asked, answer, files, answeredAt },
  language,
}: {
  leg: LegLine
  language: Language
}) {
  if (!answer) return <>–</>
  const stance = answer.stance && say(stanceWords[answer.stance], language)
  const found =
    answer.matches === undefined ? undefined : say(answer.matches ? legWords.matches : legWords.differs, language)
  return (
    <>
      {(stance ?? found) && <strong>{stance ?? found}. </strong>}
      {answer.text}
      {answer.presented?.map(({ component, form, matches }) => (
        <p class="small">
          {asked?.papers?.find((one) => one.component === component)?.name}: {say(presentedWords[form], language)}
          {form !== 'none' && <>, {say(matches ? legWords.agrees : legWords.disagrees, language)}</>}
        </p>
      ))}
      {answeredAt && (
        <p class="small muted">
          <DateTime at={answeredAt} language={language} />
        </p>
      )}
      {files.map(({ file, name, mediaType, size }) => (
        <FileRow
          language={language}
          name={name}
          size={size}
          href={paperAddress(file)}
          {...(kinds[mediaType] ? { kind: kinds[mediaType] } : {})}
        />
      ))}
    </>
  )
}
