import { write } from '../../audit/index.ts'
import { isId } from '../../ground/uuid.ts'
import { mayDo } from '../../organisations/law/index.ts'
import { caseFor, type CaseView, extractOf } from '../../safety/index.ts'
import { say, type Words } from '../../words/index.ts'
import { missing, officerDoor, officerPage } from '../officer/desk.ts'
import { violationWords } from '../safety-words.ts'
import { DateTime, DefinitionList, ErrorSummary, Heading, type Problem, Section } from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { streamName } from './audit-words.ts'
import { conclude, Conclusion } from './safety-conclusion.tsx'
import { safetyLists } from './safety-frame.tsx'

const words = {
  kind: { vi: 'Việc', en: 'What' },
  by: { vi: 'Người báo', en: 'Reported by' },
  from: { vi: 'Địa chỉ mạng', en: 'From' },
  at: { vi: 'Lúc', en: 'At' },
  about: { vi: 'Liên quan', en: 'About' },
  told: { vi: 'Nội dung báo', en: 'What was told' },
  extract: { vi: 'Trích nhật ký', en: 'Entries kept' },
  stream: { vi: 'Chuỗi, số dòng', en: 'Stream, entries' },
  hash: { vi: 'Mã băm SHA-256', en: 'SHA-256' },
  download: { vi: 'Tải trích nhật ký (.json)', en: 'Download the entries (.json)' },
  noExtract: {
    vi: 'Không có: người báo không nêu hồ sơ hay tài khoản nào.',
    en: 'None: the report named no dossier and no account.',
  },
  forAuditors: { vi: 'Thanh tra tải được trích nhật ký này.', en: 'An auditor can download these entries.' },
  nobody: { vi: 'Không đăng nhập', en: 'Not signed in' },
} as const satisfies Record<string, Words>

/** One reported case with the entries kept for it, and its conclusion. */
export const casePage = officerDoor(`${safetyLists.cases.path}/:case`, {
  may: 'see-safety',
  get: async (visit) => {
    const found = await opened(visit)
    return found ? page(visit, found) : missing(visit)
  },
  post: async (visit) => {
    const found = await opened(visit)
    if (!found) return missing(visit)
    const wrong = await conclude(visit, 'case', found.id)
    return wrong ? page(visit, found, [wrong]) : { redirect: `${safetyLists.cases.path}/${found.id}` }
  },
})

/** The entries of the audit as they stood when it was reported, for whoever may read the audit; taking them away is written down. */
export const caseExtract = officerDoor(`${safetyLists.cases.path}/:case/trich-xuat`, {
  may: 'read-audit',
  get: async (visit) => {
    const { house, viewer, now } = visit
    const found = await opened(visit)
    const body = found && (await extractOf(house.db, house.vault, found.id))
    if (!found || !body) return missing(visit)
    await write(house.db, {
      stream: `account:${viewer.id}`,
      act: 'export-audit',
      actor: viewer.id,
      subject: found.id,
      details: { count: found.entries, sha256: found.sha256 },
      occurredAt: now,
    })
    return {
      body,
      headers: {
        'content-type': 'application/json',
        'content-disposition': `attachment; filename="${found.number}.json"`,
        'cache-control': 'no-store',
      },
    }
  },
})

async function opened({ house, params, viewer, now }: SignedVisit): Promise<CaseView | undefined> {
  const id = params['case'] ?? ''
  const found = isId(id) ? await caseFor(house.db, house.vault, viewer.id, id) : undefined
  const act = { stream: `account:${viewer.id}`, act: 'see-safety', actor: viewer.id, occurredAt: now } as const
  if (found) await write(house.db, { ...act, subject: found.id })
  return found
}

async function page(visit: SignedVisit, found: CaseView, problems: readonly Problem[] = []): Promise<Answer> {
  const { language } = visit
  const here = `${safetyLists.cases.path}/${found.id}`
  return officerPage(
    visit,
    { title: found.number, back: { href: safetyLists.cases.path }, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading>{found.number}</Heading>
      <DefinitionList
        rows={[
          { label: say(words.kind, language), value: say(violationWords[found.kind], language) },
          { label: say(words.by, language), value: found.reportedBy ?? say(words.nobody, language) },
          ...(found.reportedFrom ? [{ label: say(words.from, language), value: found.reportedFrom }] : []),
          { label: say(words.at, language), value: <DateTime at={found.reportedAt} language={language} /> },
          ...(found.about ? [{ label: say(words.about, language), value: found.about }] : []),
        ]}
      />
      <Section title={say(words.told, language)}>
        {found.told.split('\n').map((line) => (
          <p class="prose">{line}</p>
        ))}
      </Section>
      <Section title={say(words.extract, language)}>
        <Extract visit={visit} found={found} here={here} />
      </Section>
      <Conclusion visit={visit} said={found.conclusion} action={here} problems={problems} />
    </>,
    problems.length > 0 ? 422 : undefined,
  )
}

/** What was kept of the audit; the entries themselves are for whoever may read the audit. */
function Extract({ visit: { language, viewer }, found, here }: { visit: SignedVisit; found: CaseView; here: string }) {
  const { stream, sha256, entries } = found
  if (stream === null || sha256 === null) return <p class="muted">{say(words.noExtract, language)}</p>
  return (
    <>
      <DefinitionList
        rows={[
          { label: say(words.stream, language), value: `${streamName(stream, language)}, ${entries}` },
          { label: say(words.hash, language), value: <code class="wrap">{sha256}</code> },
        ]}
      />
      {mayDo(viewer, 'read-audit') ? (
        <p>
          <a href={`${here}/trich-xuat`}>{say(words.download, language)}</a>
        </p>
      ) : (
        <p class="muted">{say(words.forAuditors, language)}</p>
      )}
    </>
  )
}
