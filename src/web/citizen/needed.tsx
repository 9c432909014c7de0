import { type Listed, queuePage } from '../../dossiers/index.ts'
import { actWords, type Words } from '../../words/index.ts'
import { tellerOf } from '../public/show.tsx'
import { ActionCard, LinkButton, LinkList } from '../ui/index.ts'
import { readerOf, type SignedVisit } from '../visit.ts'

const words = {
  needed: { vi: 'Hồ sơ đang chờ bạn', en: 'Waiting for you' },
  neededText: {
    vi: 'Việc giải quyết dừng lại cho đến khi bạn trả lời.',
    en: 'Nothing goes on until you have answered.',
  },
} as const satisfies Record<string, Words>

/** Where nothing goes on until the applicant has answered: by which act, on which page. */
const asking = {
  'returned-with-guidance': { act: 'supplement', page: 'to-khai' },
  'supplement-requested': { act: 'supplement', page: 'to-khai' },
  'awaiting-confirmation': { act: 'confirm-draft', page: 'xac-nhan' },
} as const
const askingStates = Object.keys(asking) as (keyof typeof asking)[]

/** What the agency waits for in this state, if it does. */
export function askedIn(state: string): (typeof asking)[keyof typeof asking] | undefined {
  return askingStates.includes(state as keyof typeof asking) ? asking[state as keyof typeof asking] : undefined
}

/** Dossiers that stand still until their applicant answers. */
export async function neededOf(visit: SignedVisit): Promise<Listed[]> {
  const at = readerOf(visit)
  const pages = await Promise.all(askingStates.map((state) => queuePage(at, { queue: 'all', state, limit: 20 })))
  return pages.flatMap(({ items }) => items)
}

/** On top of one's dossiers: those the agency waits for. */
export function Needed({ dossiers: some, visit: { language } }: { dossiers: readonly Listed[]; visit: SignedVisit }) {
  const [first] = some
  if (!first) return null
  const t = tellerOf(language)
  const asked = askedIn(first.state)!
  return (
    <ActionCard
      title={t(words.needed)}
      act={
        some.length === 1 && <LinkButton href={`/ho-so/${first.id}/${asked.page}`}>{t(actWords[asked.act])}</LinkButton>
      }
    >
      <p>{t(words.neededText)}</p>
      <LinkList
        links={some.map(({ id, procedureName, code, reference, state }) => ({
          label: procedureName,
          href: `/ho-so/${id}`,
          note: (
            <>
              {t(actWords[askedIn(state)!.act])}, <span class="number">{code ?? reference}</span>
            </>
          ),
        }))}
      />
    </ActionCard>
  )
}
