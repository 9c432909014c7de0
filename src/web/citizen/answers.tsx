import type { Component, Definition, Fee, FormLayout } from '../../procedures/index.ts'
import { fieldAt, isShown, pointersOf, shownAnswer, toldIn, valueAt } from '../../procedures/index.ts'
import type { ComponentLine } from '../../dossiers/index.ts'
import type { Language, Words } from '../../words/index.ts'
import { tellerOf, Told, Vietnamese } from '../public/show.tsx'
import { DataTable, fileSize, fieldId, Money, type SummaryRow } from '../ui/index.ts'

const words = {
  fees: { vi: 'Phí và lệ phí', en: 'Fees' },
  item: { vi: 'Khoản thu', en: 'Charge' },
  how: { vi: 'Cách tính', en: 'How it is reckoned' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  undecided: { vi: 'Nơi tiếp nhận cho biết mức thu', en: 'The counter tells how much' },
  pay: {
    vi: 'Nộp tại Bộ phận Một cửa, khi nộp hồ sơ tại quầy hoặc khi nhận kết quả.',
    en: 'Paid at the counter, when filing there or when the result is returned.',
  },
  none: { vi: 'Hồ sơ này không phải nộp phí, lệ phí.', en: 'No fee is charged.' },
} as const satisfies Record<string, Words>

/** The answers of one page as rows to read; `change` gives the address where they are changed. */
export function answerRows(
  { form }: Definition,
  page: FormLayout['pages'][number],
  answers: Record<string, unknown>,
  language: Language,
  change?: (pageId: string, fieldIdAt: string) => string,
): SummaryRow[] {
  return pointersOf(page).flatMap((pointer) => {
    const schema = fieldAt(form, pointer)?.schema
    if (!schema || !isShown(schema, answers)) return []
    const row = { label: schema.title ?? pointer, value: shownAnswer(schema, valueAt(answers, pointer), language) }
    return [change ? { ...row, change: change(page.id, fieldId(pointer)) } : row]
  })
}

/** Which papers lie in the dossier: the name of the paper, below it the files and the items of the record. */
export function paperRows(
  definition: Pick<Definition, 'words'>,
  components: readonly Component[],
  lines: readonly ComponentLine[],
  language: Language,
  change?: string,
): SummaryRow[] {
  return components.flatMap(({ id, name }) => {
    const attachments = lines.find((one) => one.id === id)?.attachments ?? []
    if (attachments.length === 0 && !change) return []
    const value =
      attachments.length === 0 ? undefined : (
        <>
          {attachments.map(({ file, name: fileName, size }) => (
            <p>
              {file ? <a href={`/tep/${file}`}>{fileName}</a> : fileName}
              {size > 0 && <span class="small muted"> {fileSize(size, language)}</span>}
            </p>
          ))}
        </>
      )
    return [{ label: toldIn(definition, name, language), value, ...(change ? { change } : {}) }]
  })
}

type FeeRow = { name: string; how: string; basis: string; amount: number | undefined }

/** What is due, line by line with its reason, and the sum. */
export function FeeLines({ fee, of, language }: { fee: Fee; of: Pick<Definition, 'words'>; language: Language }) {
  const t = tellerOf(language)
  const rows: FeeRow[] = [
    ...fee.lines.map(({ name, how, legalBasis, amount }) => ({ name, how, basis: legalBasis, amount })),
    ...fee.undecided.map(({ name, legalBasis }) => ({
      name,
      how: t(words.undecided),
      basis: legalBasis,
      amount: undefined,
    })),
  ]
  if (rows.length === 0) return <p>{t(words.none)}</p>
  return (
    <>
      <DataTable
        language={language}
        caption={t(words.fees)}
        quietCaption
        rows={rows}
        columns={[
          {
            label: t(words.item),
            names: true,
            cell: ({ name }) => <Told of={of} language={language} text={name} />,
          },
          {
            label: t(words.how),
            cell: ({ how, basis }) => (
              <>
                <Vietnamese language={language}>{how}</Vietnamese>
                <p class="small muted">{basis}</p>
              </>
            ),
          },
          {
            label: t(words.amount),
            align: 'end',
            cell: ({ amount }) => (amount === undefined ? '–' : <Money amount={amount} language={language} />),
          },
        ]}
      />
      <p>
        {t(words.total)}:{' '}
        <strong>
          <Money amount={fee.total} language={language} />
        </strong>
      </p>
      {(fee.total > 0 || fee.undecided.length > 0) && <p class="muted">{t(words.pay)}</p>}
    </>
  )
}
