import type { RepresentationSide } from '../../accounts/index.ts'
import { isInForce } from '../../accounts/law/index.ts'
import { type Day, dayOf } from '../../ground/day.ts'
import { Button, csrfField, DataTable, DayText, Pagination, Section, Tag } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { kindWords, words } from './representations-words.ts'
import { tellerOf } from './show.tsx'

/** How a representation stands today, in one word and its tone. */
export function standingOf(one: RepresentationSide, today: Day) {
  if (one.agent === null && !one.endedAt) return { said: words.offered, tone: 'active' as const, open: true }
  if (one.agent === null && one.endedBy !== one.beneficiary)
    return { said: words.declined, tone: 'wrong' as const, open: false }
  if (one.confirmed === null && !one.endedAt) return { said: words.waiting, tone: 'active' as const, open: true }
  if (one.confirmed === false) return { said: words.refused, tone: 'wrong' as const, open: false }
  if (isInForce(one, today)) return { said: words.inForce, tone: 'done' as const, open: true }
  const later = !one.endedAt && one.validFrom > today
  return { said: later ? words.later : words.over, tone: 'plain' as const, open: later }
}

type Side = {
  visit: SignedVisit
  title: string
  lines: readonly RepresentationSide[]
  /** The address of the next piece, and of the first when we are not there. */
  next: string | undefined
  start: string | undefined
  other: 'agent' | 'beneficiary'
  here: string
}

/** One side of the representations of an account: whom it represents, or who represents it. */
export function Representations({ visit, title, lines, next, start, other, here }: Side) {
  const { language, csrf, now } = visit
  const t = tellerOf(language)
  const today = dayOf(now)
  const nameOf = (one: RepresentationSide) =>
    (other === 'agent' ? one.agentName : one.beneficiaryName) ?? t(words.unnamed)
  return (
    <Section title={title}>
      <DataTable
        language={language}
        caption={title}
        quietCaption
        rows={lines}
        columns={[
          { label: t(words.who), names: true, cell: nameOf },
          { label: t(words.kind), cell: ({ kind }) => t(kindWords[kind]) },
          {
            label: t(words.period),
            cell: ({ validFrom, validTo }) => (
              <>
                <DayText day={validFrom as Day} language={language} weekday={false} /> –{' '}
                {validTo ? <DayText day={validTo as Day} language={language} weekday={false} /> : t(words.noEnd)}
              </>
            ),
          },
          {
            label: t(words.state),
            cell: (one) => {
              const { said, tone, open } = standingOf(one, today)
              return (
                <>
                  <Tag tone={tone}>{t(said)}</Tag>
                  {open && (
                    <form action={here} method="post" enctype="multipart/form-data">
                      <input type="hidden" name={csrfField} value={csrf} />
                      <Button
                        kind="quiet"
                        name="cham-dut"
                        value={one.id}
                        aria-label={t(words.endWhat, { name: nameOf(one) })}
                      >
                        {t(words.end)}
                      </Button>
                    </form>
                  )}
                </>
              )
            },
          },
        ]}
        empty={<p class="muted">{t(words.none)}</p>}
      />
      {(next || start) && <Pagination language={language} next={next} start={start} />}
    </Section>
  )
}
