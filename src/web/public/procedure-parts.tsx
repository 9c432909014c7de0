import { limitText } from '../../calendar/index.ts'
import { type Component, type Definition, type FeeRule, toldIn } from '../../procedures/index.ts'
import { channelWords, type Language, say, type Words } from '../../words/index.ts'
import { type Column, DataTable, moneyWords, Tag } from '../ui/index.ts'
import { tellerOf, Told, Vietnamese } from './show.tsx'

const words = {
  channel: { vi: 'Cách nộp', en: 'Way of filing' },
  any: { vi: 'Mọi cách nộp', en: 'Any way' },
  limit: { vi: 'Thời hạn giải quyết', en: 'Time limit' },
  limits: { vi: 'Thời hạn theo cách nộp', en: 'Time limits by way of filing' },
  unconfirmed: { vi: 'Chưa kiểm chứng', en: 'Not confirmed' },
  fee: { vi: 'Khoản thu', en: 'Charge' },
  fees: { vi: 'Phí và lệ phí', en: 'Fees' },
  amount: { vi: 'Mức thu', en: 'Amount' },
  basis: { vi: 'Căn cứ', en: 'Legal basis' },
  free: { vi: 'Miễn phí', en: 'Free' },
  each: { vi: '{money} một {unit}', en: '{money} each ({unit})' },
  from: { vi: 'từ {from}: {money} một {unit}', en: 'from {from}: {money} each ({unit})' },
  cap: { vi: 'tối đa {money} một {unit}', en: 'at most {money} ({unit})' },
  council: { vi: 'Hội đồng nhân dân tỉnh quyết định', en: 'Set by the provincial council' },
  shown: {
    vi: '{money} (đang công bố; Hội đồng nhân dân tỉnh quyết định)',
    en: '{money} (published; set by the provincial council)',
  },
  papers: { vi: 'Giấy tờ cần có', en: 'Papers needed' },
  paper: { vi: 'Giấy tờ', en: 'Paper' },
  whenNeeded: { vi: 'Khi nào cần', en: 'When needed' },
  copiesOf: { vi: 'Bản giấy', en: 'On paper' },
  always: { vi: 'Luôn cần', en: 'Always' },
  sometimes: { vi: 'Tùy trường hợp', en: 'Depends on the case' },
  ifAny: { vi: 'Nếu có', en: 'If any' },
  showOnly: { vi: 'Chỉ xuất trình', en: 'Only shown' },
  originals: { vi: '{count} bản chính', en: 'originals: {count}' },
  copies: { vi: '{count} bản sao', en: 'copies: {count}' },
} as const satisfies Record<string, Words>

export function LimitTable({ definition, language }: { definition: Definition; language: Language }) {
  const t = tellerOf(language)
  return (
    <DataTable
      language={language}
      caption={t(words.limits)}
      quietCaption
      rows={definition.timeLimits}
      columns={[
        {
          label: t(words.channel),
          names: true,
          cell: ({ channel }) => (channel === 'any' ? t(words.any) : t(channelWords[channel])),
        },
        {
          label: t(words.limit),
          cell: ({ limit, confidence, condition }) => (
            <>
              {limitText(limit)[language]}
              {condition && (
                <p class="small muted">
                  <Vietnamese language={language}>{condition}</Vietnamese>
                </p>
              )}
              {confidence === 'unconfirmed' && (
                <>
                  {' '}
                  <Tag>{t(words.unconfirmed)}</Tag>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  )
}

export function FeeTable({ definition, language }: { definition: Definition; language: Language }) {
  const t = tellerOf(language)
  return (
    <DataTable
      language={language}
      caption={t(words.fees)}
      quietCaption
      rows={definition.fees.rules}
      columns={[
        {
          label: t(words.fee),
          names: true,
          cell: ({ name, note }) => (
            <>
              <Told of={definition} language={language} text={name} />
              {note && (
                <p class="small muted">
                  <Told of={definition} language={language} text={note} />
                </p>
              )}
            </>
          ),
        },
        {
          label: t(words.amount),
          cell: ({ amount, confidence }) => (
            <>
              {amountWords(definition, amount, language)}
              {confidence === 'unconfirmed' && (
                <>
                  {' '}
                  <Tag>{t(words.unconfirmed)}</Tag>
                </>
              )}
            </>
          ),
        },
        { label: t(words.basis), cell: ({ legalBasis }) => legalBasis },
      ]}
    />
  )
}

/** How much a rule asks for, before anything is known of a filing. */
export function amountWords(of: Definition, amount: FeeRule['amount'], language: Language): string {
  const t = tellerOf(language)
  if (amount.kind === 'fixed') return amount.each === 0 ? t(words.free) : moneyWords(amount.each, language)
  if (amount.kind === 'provincial')
    return amount.shown === undefined ? t(words.council) : t(words.shown, { money: moneyWords(amount.shown, language) })
  const unit = toldIn(of, amount.unit, language)
  const copyUnit = toldIn(of, amount.copyUnit, language)
  const tiers = amount.tiers.map(({ each }, at) => {
    const from = amount.tiers[at - 1]?.upTo
    const money = moneyWords(each, language)
    return from === undefined ? t(words.each, { money, unit }) : t(words.from, { from: from + 1, money, unit })
  })
  const cap =
    amount.capPerCopy === undefined
      ? []
      : [t(words.cap, { money: moneyWords(amount.capPerCopy, language), unit: copyUnit })]
  return [...tiers, ...cap].join('; ')
}

export function PaperTable({ definition, language }: { definition: Definition; language: Language }) {
  const t = tellerOf(language)
  const columns: Column<Component>[] = [
    {
      label: t(words.paper),
      names: true,
      cell: ({ name, hint, waivedWhen }) => (
        <>
          <Told of={definition} language={language} text={name} />
          {[hint, waivedWhen?.text].map(
            (text) =>
              text && (
                <p class="small muted">
                  <Told of={definition} language={language} text={text} />
                </p>
              ),
          )}
        </>
      ),
    },
    {
      label: t(words.whenNeeded),
      cell: (one) =>
        one.case ? <Told of={definition} language={language} text={one.case} /> : neededWords(one, language),
    },
    { label: t(words.copiesOf), cell: (one) => paperWords(one, language) },
  ]
  return (
    <DataTable
      language={language}
      caption={t(words.papers)}
      quietCaption
      rows={definition.components}
      columns={columns}
    />
  )
}

/** Whether a paper is always needed. */
function neededWords({ required }: Component, language: Language): string {
  return say(required === true ? words.always : required === 'when' ? words.sometimes : words.ifAny, language)
}

/** *1 bản chính, 2 bản sao*; a paper that is only looked at says so. */
export function paperWords({ kind, originals, copies }: Component, language: Language): string {
  const t = tellerOf(language)
  if (kind === 'show') return t(words.showOnly)
  return [
    originals > 0 ? t(words.originals, { count: originals }) : '',
    copies > 0 ? t(words.copies, { count: copies }) : '',
  ]
    .filter(Boolean)
    .join(', ')
}
