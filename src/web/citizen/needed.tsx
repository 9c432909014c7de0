import { type Listed, queuePage } from '../../dossiers/index.ts'
import { actWords, type Words } from '../../words/index.ts'
import { tellerOf } from '../public/show.tsx'
import { ActionCard, LinkButton, LinkList } from '../ui/index.ts'
import { readerOf, type SignedVisit } from '../visit.ts'

const words = {
  needed: { vi: 'Bạn cần làm: bổ sung hồ sơ', en: 'Your part: supplement' },
  neededText: {
    vi: 'Cơ quan đang chờ bạn. Mở hồ sơ để xem cần bổ sung gì.',
    en: 'The agency is waiting for you. Open the dossier to see what is asked.',
  },
} as const satisfies Record<string, Words>

const asking = ['returned-with-guidance', 'supplement-requested'] as const

/** Nothing goes on until the applicant has answered. */
export function isAsking(state: string): boolean {
  return asking.some((one) => one === state)
}

/** Dossiers that stand still until their applicant answers. */
export async function neededOf(visit: SignedVisit): Promise<Listed[]> {
  const at = readerOf(visit)
  const pages = await Promise.all(asking.map((state) => queuePage(at, { queue: 'all', state, limit: 20 })))
  return pages.flatMap(({ items }) => items)
}

/** On top of one's dossiers: those the agency waits for. */
export function Needed({ dossiers: some, visit: { language } }: { dossiers: readonly Listed[]; visit: SignedVisit }) {
  const [first] = some
  if (!first) return null
  const t = tellerOf(language)
  return (
    <ActionCard
      title={t(words.needed)}
      act={some.length === 1 && <LinkButton href={`/ho-so/${first.id}/to-khai`}>{t(actWords.supplement)}</LinkButton>}
    >
      <p>{t(words.neededText)}</p>
      <LinkList
        links={some.map(({ id, procedureName, code, reference }) => ({
          label: procedureName,
          href: `/ho-so/${id}`,
          note: <span class="number">{code ?? reference}</span>,
        }))}
      />
    </ActionCard>
  )
}
