import type { Listed } from '../../dossiers/index.ts'
import { channelWords, type Language, say, type StateNames, type Words } from '../../words/index.ts'
import { type Column, DateTime, DueLight, LinkButton, StepDue } from '../ui/index.ts'
import type { Due } from './dues.ts'
import { address } from './page.tsx'
import { nextAct } from './queue-words.ts'

const words = {
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  channel: { vi: 'Nộp qua', en: 'Filed by' },
  due: { vi: 'Thời hạn', en: 'Time' },
  step: { vi: 'Bước này:', en: 'This step:' },
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
  /** What the states are called. */
  names: StateNames
  dues: ReadonlyMap<string, Due>
  list: List
  /** A list beyond one queue: the holder is said, and what is to be done is not for the viewer alone. */
  wide?: boolean
  /** The state is said where it differs from row to row. */
  states?: boolean
}

/** The columns of every list of dossiers. In a queue the button of a row leads to what is to be done now. */
export function dossierColumns({ language, names, dues, list, wide = false, states = true }: Choice): Column<Listed>[] {
  const label = (key: keyof typeof words) => say(words[key], language)
  const state = {
    label: label('state'),
    whole: !wide,
    cell: (row: Listed) => say(names(row.state).name, language),
  }
  return [
    {
      label: label('code'),
      names: true,
      whole: true,
      cell: (row) => <a href={dossierAddress(row.id, list)}>{row.code ?? row.reference}</a>,
    },
    { label: label('procedure'), cell: (row) => shortProcedure(row.procedureName) },
    { label: label('applicant'), cell: (row) => row.applicantName },
    { label: label('channel'), whole: true, cell: (row) => channelName(row.channel, language) },
    { label: label('due'), whole: true, cell: (row) => <DueCell due={dues.get(row.id)} language={language} /> },
    ...(states ? [state] : []),
    wide
      ? { label: label('holder'), cell: (row: Listed) => row.holder ?? '–' }
      : { label: label('act'), cell: (row: Listed) => <RowAct row={row} language={language} list={list} /> },
  ]
}

/** The printed names of procedures begin with a word that every row would repeat. */
export function shortProcedure(name: string): string {
  const short = name.replace(/^Thủ tục /, '')
  return short.charAt(0).toUpperCase() + short.slice(1)
}

export function channelName(channel: string, language: Language): string {
  return channel in channelWords ? say(channelWords[channel as keyof typeof channelWords], language) : channel
}

export function DueCell({ due, language }: { due: Due | undefined; language: Language }) {
  if (!due) return <>–</>
  return (
    <>
      {due.light ? <DueLight light={due.light} text={due.text} language={language} /> : due.text}
      {due.step && (
        <StepDue label={say(words.step, language)} light={due.step.light} text={due.step.text} language={language} />
      )}
    </>
  )
}

function RowAct({ row, language, list }: { row: Listed; language: Language; list: List }) {
  const next = nextAct(row)
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
