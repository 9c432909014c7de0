/** What the filer declares with every submission; its edition and words are kept with the filing. A new wording is a new edition. */
export const declaration = {
  edition: '2026-03',
  vi: 'Tôi chịu trách nhiệm trước pháp luật về tính chính xác, đầy đủ của nội dung đã khai và giấy tờ đã nộp.',
  en: 'I answer before the law for the accuracy and completeness of what I have declared and handed in.',
} as const
