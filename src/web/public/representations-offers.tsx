import { type offersTo } from '../../accounts/index.ts'
import type { Day } from '../../ground/day.ts'
import { Button, Buttons, DataTable, DayText, Form, Section } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { kindWords, words } from './representations-words.ts'
import { tellerOf } from './show.tsx'

type Props = { visit: SignedVisit; offers: Awaited<ReturnType<typeof offersTo>>; here: string }

/** Who appointed the reader and waits for their word. */
export function Offers({ visit, offers, here }: Props) {
  const { language, csrf } = visit
  const t = tellerOf(language)
  return (
    <Section title={t(words.offers)}>
      <p class="prose">{t(words.offersText)}</p>
      <DataTable
        language={language}
        caption={t(words.offers)}
        quietCaption
        rows={offers}
        columns={[
          { label: t(words.by), names: true, cell: ({ beneficiaryName }) => beneficiaryName },
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
            cell: ({ id, beneficiaryName }) => {
              const name = beneficiaryName ?? ''
              return (
                <Form action={here} csrf={csrf} multipart>
                  <Buttons>
                    <Button name="nhan" value={id} aria-label={t(words.acceptWhat, { name })}>
                      {t(words.accept)}
                    </Button>
                    <Button kind="quiet" name="khong-nhan" value={id} aria-label={t(words.declineWhat, { name })}>
                      {t(words.decline)}
                    </Button>
                  </Buttons>
                </Form>
              )
            },
          },
        ]}
        empty={null}
      />
    </Section>
  )
}
