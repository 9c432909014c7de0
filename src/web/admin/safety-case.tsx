import { write } from '../../audit/index.ts'
import { isId } from '../../ground/uuid.ts'
import { caseById, type CaseView, extractOf } from '../../safety/index.ts'
import { say, type Words } from '../../words/index.ts'
import { missing, officerDoor, officerPage } from '../officer/desk.ts'
import { violationWords } from '../safety-words.ts'
import { DateTime, DefinitionList, ErrorSummary, Heading, type Problem, Section } from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { streamName } from './audit-words.ts'
import { conclude, Conclusion } from './safety-conclusion.tsx'
import { safetyPath } from './safety.tsx'

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
  nobody: { vi: 'Không đăng nhập', en: 'Not signed in' },
} as const satisfies Record<string, Words>

/** One reported case with the entries kept for it, and its conclusion. */
export const casePage = officerDoor(`${safetyPath}/vu-viec/:case`, {
  may: 'see-safety',
  get: async (visit) => {
    const found = await opened(visit)
    return found ? page(visit, found) : missing(visit)
  },
  post: async (visit) => {
    const found = await opened(visit)
    if (!found) return missing(visit)
    const wrong = await conclude(visit, 'case', found.id)
    return wrong ? page(visit, found, [wrong]) : { redirect: `${safetyPath}/vu-viec/${found.id}` }
  },
})

/** The entries of the audit as they stood when it was reported. */
export const caseExtract = officerDoor(`${safetyPath}/vu-viec/:case/trich-xuat`, {
  may: 'see-safety',
  get: async (visit) => {
    const found = await opened(visit)
    const body = found && (await extractOf(visit.house.db, visit.house.vault, found.id))
    if (!found || !body) return missing(visit)
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
  const found = isId(id) ? await caseById(house.db, house.vault, id) : undefined
  if (found)
    await write(house.db, {
      stream: `account:${viewer.id}`,
      act: 'see-safety',
      actor: viewer.id,
      subject: found.id,
      occurredAt: now,
    })
  return found
}

async function page(visit: SignedVisit, found: CaseView, problems: readonly Problem[] = []): Promise<Answer> {
  const { language } = visit
  const here = `${safetyPath}/vu-viec/${found.id}`
  return officerPage(
    visit,
    { title: found.number, back: { href: safetyPath }, wrong: problems.length > 0 },
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
        <DefinitionList
          rows={[
            { label: say(words.stream, language), value: `${streamName(found.stream, language)}, ${found.entries}` },
            { label: say(words.hash, language), value: <code class="wrap">{found.sha256}</code> },
          ]}
        />
        <p>
          <a href={`${here}/trich-xuat`}>{say(words.download, language)}</a>
        </p>
      </Section>
      <Conclusion visit={visit} said={found.conclusion} action={here} problems={problems} />
    </>,
    problems.length > 0 ? 422 : undefined,
  )
}
