export type { Gaps, Language, Words } from './language.ts'
export { isLanguage, languages, otherLanguage, say } from './language.ts'
export { ui } from './ui.ts'
