import type { Listed } from '../../dossiers/index.ts'
import { channelWords, type Language, say, stateWords, type Words } from '../../words/index.ts'
import { type Column, DateTime, DueLight, LinkButton } from '../ui/index.ts'
import type { Due } from './dues.ts'
import { address } from './page.tsx'
import { nextAct } from './queue-words.ts'

const words = {
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  channel: { vi: 'Nộp qua', en: 'Filed by' },
  due: { vi: 'Thời hạn', en: 'Time' },
  state: { vi: 'Trạng thái', en: 'State' },
  holder: { vi: 'Đang giữ', en: 'Held by' },
  act: { vi: 'Việc', en: 'Act' },
  open: { vi: 'Mở', en: 'Open' },
} as const satisfies Record<string, Words>

/** The list a dossier was opened from, so that its neighbours can be reached; travels in the address as `hang`, `tim`, `tt`. */
export type List = { readonly queue?: string; readonly q?: string; readonly state?: string }

export function listQuery({ queue, q, state }: List): Record<string, string | undefined> {
  return { hang: queue, tim: q, tt: state }
}

export function dossierAddress(id: string, list: List = {}, part = ''): string {
  return address(`/viec/ho-so/${id}${part && `/${part}`}`, listQuery(list))
}

type Choice = {
  language: Language
  dues: ReadonlyMap<string, Due>
  list: List
  /** The state and the holder are said where they differ from row to row. */
  wide?: boolean
  /** The button of a row leads to what is to be done now; elsewhere it only opens. */
  acts?: boolean
}

/** The columns of every list of dossiers. */
export function dossierColumns({ language, dues, list, wide = false, acts = false }: Choice): Column<Listed>[] {
  const label = (key: keyof typeof words) => say(words[key], language)
  return [
    {
      label: label('code'),
      names: true,
      whole: true,
      cell: (row) => <a href={dossierAddress(row.id, list)}>{row.code ?? row.reference}</a>,
    },
    { label: label('procedure'), cell: (row) => row.procedureName },
    { label: label('applicant'), cell: (row) => row.applicantName },
    { label: label('channel'), whole: true, cell: (row) => channelName(row.channel, language) },
    { label: label('due'), whole: true, cell: (row) => <DueCell due={dues.get(row.id)} language={language} /> },
    { label: label('state'), cell: (row) => say(stateWords[row.state].name, language) },
    ...(wide ? [{ label: label('holder'), cell: (row: Listed) => row.holder ?? '–' }] : []),
    { label: label('act'), cell: (row) => <RowAct row={row} language={language} list={list} acts={acts} /> },
  ]
}

export function channelName(channel: string, language: Language): string {
  return channel in channelWords ? say(channelWords[channel as keyof typeof channelWords], language) : channel
}

export function DueCell({ due, language }: { due: Due | undefined; language: Language }) {
  if (!due) return <>–</>
  return due.light ? <DueLight light={due.light} text={due.text} language={language} /> : <>{due.text}</>
}

function RowAct({ row, language, list, acts }: { row: Listed; language: Language; list: List; acts: boolean }) {
  const next = acts ? nextAct(row) : undefined
  return (
    <LinkButton href={dossierAddress(row.id, list, next?.act)} kind="quiet">
      {say(next?.words ?? words.open, language)}
      <span class="hidden"> {row.code ?? row.reference}</span>
    </LinkButton>
  )
}

/** “14:30, thứ Sáu 27/3/2026”, large enough to be read out. */
export function dueWords(due: Date, language: Language) {
  return <DateTime at={due} language={language} />
}
