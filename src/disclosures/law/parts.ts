/** What of a dossier may be handed out, part by part; nobody gives more than is asked for. */
export const parts = ['identity', 'contact', 'form', 'papers', 'result'] as const
export type Part = (typeof parts)[number]

/** The words a holder agrees to, by edition: what was agreed to stays readable as it was. */
export const consentEdition = '2026-01'
export const consentWords = {
  vi: 'Tôi đồng ý để cơ quan giải quyết hồ sơ cung cấp các thông tin đã chọn cho nơi nhận nêu trên, đúng mục đích và trong thời hạn nêu trên. Tôi có thể rút lại sự đồng ý này bất cứ lúc nào.',
  en: 'I agree that the agency settling my dossiers gives the chosen information to the recipient named above, for that purpose and until that day only. I may withdraw this at any time.',
}
