import type { Language } from '../../words/index.ts'

/** An amount in đồng: “50.000 đ”, “50,000 VND”. */
export function moneyWords(amount: bigint | number, language: Language): string {
  const digits = String(amount).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',')
  return language === 'vi' ? `${digits} đ` : `${digits} VND`
}

export function Money({ amount, language }: { amount: bigint | number; language: Language }) {
  return (
    <data class="money" value={String(amount)}>
      {moneyWords(amount, language)}
    </data>
  )
}
