import { accountsById } from '../../accounts/index.ts'
import { write } from '../../audit/index.ts'
import { isId } from '../../ground/uuid.ts'
import { alertById, type AlertView, entriesOfAlert, ruleWords } from '../../safety/index.ts'
import { say, type Words } from '../../words/index.ts'
import { missing, officerDoor, officerPage } from '../officer/desk.ts'
import { DataTable, DateTime, DefinitionList, ErrorSummary, Heading, type Problem, Section } from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { actName, streamName } from './audit-words.ts'
import { conclude, Conclusion } from './safety-conclusion.tsx'
import { safetyPath } from './safety-frame.tsx'
import { AboutWhom } from './safety.tsx'

const words = {
  whom: { vi: 'Liên quan', en: 'About' },
  count: { vi: 'Số lần', en: 'Times' },
  first: { vi: 'Phát hiện lúc', en: 'Found at' },
  last: { vi: 'Lần cuối', en: 'Last' },
  entries: { vi: 'Nhật ký liên quan', en: 'The entries' },
  at: { vi: 'Lúc', en: 'At' },
  who: { vi: 'Người làm', en: 'By' },
  what: { vi: 'Việc', en: 'Act' },
  where: { vi: 'Chuỗi', en: 'Stream' },
  nobody: { vi: 'Chưa đăng nhập', en: 'Not signed in' },
} as const satisfies Record<string, Words>

/** One alert with the entries it was raised by, and its conclusion. */
export const alertPage = officerDoor(`${safetyPath}/canh-bao/:alert`, {
  may: 'see-safety',
  get: async (visit) => {
    const alert = await opened(visit)
    return alert ? page(visit, alert) : missing(visit)
  },
  post: async (visit) => {
    const alert = await opened(visit)
    if (!alert) return missing(visit)
    const wrong = await conclude(visit, 'alert', alert.id)
    return wrong ? page(visit, alert, [wrong]) : { redirect: `${safetyPath}/canh-bao/${alert.id}` }
  },
})

/** Opening it shows what an account did, and is written down. */
async function opened({ house, params, viewer, now }: SignedVisit): Promise<AlertView | undefined> {
  const id = params['alert'] ?? ''
  const found = isId(id) ? await alertById(house.db, house.vault, id) : undefined
  const act = { stream: `account:${viewer.id}`, act: 'see-safety', actor: viewer.id, occurredAt: now } as const
  if (found) await write(house.db, { ...act, subject: found.id })
  return found
}

async function page(visit: SignedVisit, alert: AlertView, problems: readonly Problem[] = []): Promise<Answer> {
  const { language, house } = visit
  const rows = await entriesOfAlert(house.db, alert)
  const names = await accountsById(
    house.db,
    rows.flatMap(({ actor }) => actor ?? []),
  )
  const title = say(ruleWords[alert.rule], language)
  return officerPage(
    visit,
    { title, back: { href: safetyPath }, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading>{title}</Heading>
      <DefinitionList
        rows={[
          { label: say(words.whom, language), value: <AboutWhom alert={alert} visit={visit} /> },
          { label: say(words.count, language), value: String(alert.entries) },
          { label: say(words.first, language), value: <DateTime at={alert.raisedAt} language={language} /> },
          { label: say(words.last, language), value: <DateTime at={alert.lastAt} language={language} /> },
        ]}
      />
      <Section title={say(words.entries, language)}>
        <DataTable
          language={language}
          caption={say(words.entries, language)}
          quietCaption
          rows={rows}
          columns={[
            { label: say(words.at, language), whole: true, cell: ({ at }) => <DateTime at={at} language={language} /> },
            {
              label: say(words.who, language),
              cell: ({ actor }) => (actor ? (names.get(actor)?.displayName ?? actor) : say(words.nobody, language)),
            },
            { label: say(words.what, language), names: true, cell: ({ act }) => actName(act, language) },
            { label: say(words.where, language), cell: ({ stream }) => streamName(stream, language) },
          ]}
        />
      </Section>
      <Conclusion
        visit={visit}
        said={alert.conclusion}
        action={`${safetyPath}/canh-bao/${alert.id}`}
        problems={problems}
      />
    </>,
    problems.length > 0 ? 422 : undefined,
  )
}
