import type { ComponentChildren } from 'preact'
import { type Language, say, type Words } from '../../../words/index.ts'
import { Columns, DateTime, DueLight, IdentityBar, Pager, Tabs, Tag } from '../../ui/index.ts'
import type { Answer } from '../../visit.ts'
import { kindWords } from '../../public/representations-words.ts'
import { missing, officerDoor, officerPage } from '../page.tsx'
import { queuesOf } from '../queue-words.ts'
import { dossierAddress, DueCell } from '../rows.tsx'
import { doneNotice } from './done.tsx'
import { openDossier, type Opened } from './open.ts'
import { ActsNow, Side } from './side.tsx'

const words = {
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  filedFor: { vi: 'Nộp thay', en: 'Filed by' },
  due: { vi: 'Thời hạn', en: 'Time' },
  dueAt: { vi: 'Hẹn trả', en: 'Due' },
  answerBy: { vi: 'Trả lời trước', en: 'Answer by' },
  step: { vi: 'Bước', en: 'Step' },
  holder: { vi: 'Đang giữ', en: 'Held by' },
  state: { vi: 'Trạng thái', en: 'State' },
  nobody: { vi: 'Không còn ở bàn nào', en: 'At no desk' },
  answers: { vi: 'Hồ sơ', en: 'Form' },
  papers: { vi: 'Thành phần', en: 'Papers' },
  process: { vi: 'Quy trình', en: 'Process' },
  results: { vi: 'Kết quả', en: 'Result' },
  history: { vi: 'Nhật ký', en: 'History' },
  back: { vi: 'Tất cả hồ sơ', en: 'All dossiers' },
} as const satisfies Record<string, Words>

export type Part = 'answers' | 'papers' | 'process' | 'results' | 'history'

/** The address of each part below the dossier's own. */
const paths: Record<Part, string> = {
  answers: '',
  papers: 'thanh-phan',
  process: 'quy-trinh',
  results: 'ket-qua',
  history: 'nhat-ky',
}

/** A part of the dossier as a page of its own: the bar, the tabs, the part, and at the side what the viewer may do now. */
export function partDoor(part: Part, content: (opened: Opened) => Promise<ComponentChildren>) {
  return officerDoor(['/viec/ho-so/:id', paths[part]].filter(Boolean).join('/'), {
    may: 'by-reach',
    get: async (visit) => {
      const opened = await openDossier(visit, part)
      if (!opened) return missing(visit)
      const notice = part === 'answers' ? doneNotice(opened) : null
      const inside = (
        <>
          {notice}
          <ActsNow opened={opened} />
          <Columns aside={<Side opened={opened} />}>{await content(opened)}</Columns>
        </>
      )
      return dossierPage(opened, { part, title: `${nameOf(opened)} – ${say(words[part], visit.language)}` }, inside)
    },
  })
}

/** A page about one dossier: who and what it is stays on top. */
export async function dossierPage(
  opened: Opened,
  { part, title, wrong, before }: { part?: Part; title: string; wrong?: boolean; before?: ComponentChildren },
  children: ComponentChildren,
  status?: number,
): Promise<Answer> {
  const { visit, list } = opened
  const row = queuesOf(visit.viewer).find(({ queue }) => queue === list.queue)
  const back = row
    ? { href: `/viec/${row.queue}`, label: say(row.words, visit.language) }
    : { href: '/viec/all', label: say(words.back, visit.language) }
  const content = (
    <>
      {before}
      <Bar opened={opened} path={part ? paths[part] : ''} />
      <Parts opened={opened} current={part} />
      {children}
    </>
  )
  return officerPage(visit, { title, back, ...(wrong ? { wrong } : {}) }, content, status)
}

export function nameOf({ view }: Opened): string {
  return view.code ?? view.reference ?? ''
}

function Bar({ opened, path }: { opened: Opened; path: string }) {
  const { dossier, view, due, visit, list, neighbours } = opened
  const { language } = visit
  const facts = [
    { label: say(words.applicant, language), value: view.applicant.name },
    ...(view.filedFor
      ? [
          {
            label: say(words.filedFor, language),
            value: `${view.filedFor.agent} (${say(kindWords[view.filedFor.kind], language)})`,
          },
        ]
      : []),
    { label: say(words.due, language), value: <DueCell due={{ ...due, step: undefined }} language={language} /> },
    ...(due.due
      ? [
          {
            label: say(view.code ? words.dueAt : words.answerBy, language),
            value: <DateTime at={due.due} language={language} />,
          },
        ]
      : []),
    ...(due.step
      ? [
          {
            label: say(words.step, language),
            value: (
              <>
                {due.step.name} <DueLight light={due.step.light} text={due.step.text} language={language} />
              </>
            ),
          },
        ]
      : []),
    { label: say(words.holder, language), value: holderOf(view, language) },
    {
      label: say(words.state, language),
      value: <Tag tone="active">{say(visit.states(dossier.state).name, language)}</Tag>,
    },
  ]
  return (
    <IdentityBar reference={nameOf(opened)} title={view.procedure.name} facts={facts}>
      {neighbours && (
        <Pager
          language={language}
          position={neighbours.position}
          total={neighbours.total}
          {...(neighbours.previous ? { previous: dossierAddress(neighbours.previous, list, path) } : {})}
          {...(neighbours.next ? { next: dossierAddress(neighbours.next, list, path) } : {})}
        />
      )}
    </IdentityBar>
  )
}

/** Who has it on the desk; a dossier that was sent back for more is with its applicant. */
function holderOf({ state, holder }: Opened['view'], language: Language): string {
  const asked = ['returned-with-guidance', 'supplement-requested', 'awaiting-confirmation'].includes(state)
  return asked ? say(words.applicant, language) : (holder ?? say(words.nobody, language))
}

function Parts({ opened: { dossier, list, visit }, current }: { opened: Opened; current: Part | undefined }) {
  const tabs = (Object.keys(paths) as Part[]).map((part) => ({
    label: say(words[part], visit.language),
    href: dossierAddress(dossier.id, list, paths[part]),
    current: part === current,
  }))
  return <Tabs tabs={tabs} language={visit.language} />
}
